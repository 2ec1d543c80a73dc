using MathNet.Numerics.LinearAlgebra;

namespace Sensorium.Lab.Listening;

/// <summary>
/// Turns features so that distances count in what a sound of one colour varies by: the square of the distance is Mahalanobis's, over
/// the covariance within classes.
/// </summary>
internal sealed class Whitening
{
    /// <summary>Share of the correlations that is given up, so that a covariance from few sounds can be inverted.</summary>
    private const double Shrinkage = .2;

    private readonly Matrix<double> _factor;
    private readonly double[] _scale;

    /// <summary>Measures how sounds of one class vary.</summary>
    /// <param name="sounds">Sounds of several classes, several of each.</param>
    public Whitening(IReadOnlyList<HeardSound> sounds)
    {
        int length = sounds[0].Features.Length;
        List<double[]> rests = [];
        int classes = 0;
        foreach (IGrouping<int, HeardSound> group in sounds.GroupBy(sound => sound.Class))
        {
            double[] mean = [.. Enumerable.Range(0, length).Select(f => group.Average(sound => sound.Features[f]))];
            rests.AddRange(group.Select(sound => sound.Features.Zip(mean, (x, m) => x - m).ToArray()));
            classes++;
        }

        int freedom = Math.Max(1, rests.Count - classes);
        _scale = [.. Enumerable.Range(0, length).Select(f => 1 / Math.Max(1e-9, Math.Sqrt(rests.Sum(rest => rest[f] * rest[f]) / freedom)))];
        Matrix<double> scaled = Matrix<double>.Build.Dense(rests.Count, length, (i, f) => rests[i][f] * _scale[f]);
        Matrix<double> correlation = scaled.TransposeThisAndMultiply(scaled) * ((1 - Shrinkage) / freedom);
        for (int f = 0; f < length; f++)
        {
            correlation[f, f] += Shrinkage;
        }

        _factor = correlation.Cholesky().Factor;
    }

    /// <summary>Features whose Euclidean distances are Mahalanobis distances.</summary>
    /// <param name="features">A sound's features.</param>
    /// <returns>As many numbers.</returns>
    public double[] Apply(double[] features)
    {
        double[] whitened = new double[features.Length];
        for (int row = 0; row < whitened.Length; row++)
        {
            double rest = features[row] * _scale[row];
            for (int k = 0; k < row; k++)
            {
                rest -= _factor[row, k] * whitened[k];
            }

            whitened[row] = rest / _factor[row, row];
        }

        return whitened;
    }
}
