using MathNet.Numerics.LinearAlgebra;

namespace Sensorium.Lab.Listening;

/// <summary>
/// Regularised least squares with a Gaussian kernel, one target a class (Rifkin, Yeo and Poggio, "Regularized least-squares
/// classification", in Advances in Learning Theory, 2003). Solved in closed form: nothing random, nothing tuned on the test.
/// </summary>
internal sealed class KernelClassifier
{
    /// <summary>Width of the kernel: exp(-Gamma x squared distance / number of features), features scaled to a standard deviation of 1.</summary>
    private const double Gamma = .2;

    private const double Ridge = .01;
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly double[][] _examples;
    private readonly Matrix<double> _weights;

    /// <summary>Learns.</summary>
    /// <param name="examples">Feature vectors, all of one length, at least one.</param>
    /// <param name="labels">The class of each, 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">How many classes there are.</param>
    public KernelClassifier(IReadOnlyList<double[]> examples, IReadOnlyList<int> labels, int classes)
    {
        int length = examples[0].Length;
        _mean = new double[length];
        _scale = new double[length];
        for (int f = 0; f < length; f++)
        {
            double mean = examples.Average(example => example[f]);
            _mean[f] = mean;
            _scale[f] = 1 / Math.Max(1e-9, Math.Sqrt(examples.Average(example => (example[f] - mean) * (example[f] - mean))));
        }

        _examples = [.. examples.Select(Scaled)];
        Matrix<double> kernel = Matrix<double>.Build.Dense(_examples.Length, _examples.Length, (i, j) => Kernel(_examples[i], _examples[j]) + (i == j ? Ridge : 0));
        Matrix<double> targets = Matrix<double>.Build.Dense(_examples.Length, classes, (i, c) => labels[i] == c ? 1 : -1);
        _weights = kernel.Cholesky().Solve(targets);
    }

    /// <summary>Names the class of a sound.</summary>
    /// <param name="features">Its features.</param>
    /// <returns>The class.</returns>
    public int Classify(double[] features)
    {
        double[] scaled = Scaled(features);
        Vector<double> kernel = Vector<double>.Build.Dense(_examples.Length, i => Kernel(_examples[i], scaled));
        return (kernel * _weights).MaximumIndex();
    }

    private double[] Scaled(double[] features)
    {
        double[] scaled = new double[features.Length];
        for (int f = 0; f < scaled.Length; f++)
        {
            scaled[f] = (features[f] - _mean[f]) * _scale[f];
        }

        return scaled;
    }

    private static double Kernel(double[] a, double[] b)
    {
        double distance = System.Numerics.Tensors.TensorPrimitives.Distance(a, b);
        return Math.Exp(-Gamma * distance * distance / a.Length);
    }
}
