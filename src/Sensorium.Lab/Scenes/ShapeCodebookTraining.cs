using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>
/// Learns the codebook of the shapes from photographs without their ratings: principal axes, then a mixture of normal densities by
/// expectation and maximisation (Dempster, Laird and Rubin 1977) from seeded k-means centres.
/// </summary>
internal static class ShapeCodebookTraining
{
    private const int DrawnEach = 60;
    private const int MeansRounds = 12;
    private const int Rounds = 25;
    private const float LeastVariance = 0.01f;
    private const double AxisFloor = 1e-3;
    private const int Dimensions = ShapeCodebook.Dimensions;
    private const int Words = ShapeCodebook.Words;

    /// <summary>Learns.</summary>
    /// <param name="pictures">The descriptors of each photograph.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The codebook.</returns>
    public static ShapeCodebook Learn(IReadOnlyList<ShapeDescriptors> pictures, ulong seed, CancellationToken cancellationToken = default)
    {
        Pcg32 random = new(seed, 0xC0DE);
        (ShapeDescriptors Shapes, int Index)[] drawn =
        [
            .. pictures.Where(shapes => shapes.Count > 0).SelectMany(shapes => Enumerable.Range(0, DrawnEach).Select(_ => (shapes, random.Next(shapes.Count))).ToArray()),
        ];
        (float[] mean, float[] projection) = Axes(drawn);
        float[][] both = new float[drawn.Length][];
        for (int i = 0; i < both.Length; i++)
        {
            both[i] = new float[2 * Dimensions];
            Span<float> reduced = both[i].AsSpan(Dimensions);
            ShapeCodebook.Reduce(drawn[i].Shapes.DescriptorAt(drawn[i].Index), drawn[i].Shapes.PlaceOf(drawn[i].Index), mean, projection, reduced);
            TensorPrimitives.Multiply(reduced, reduced, both[i].AsSpan(0, Dimensions));
        }

        ShapeCodebook codebook = Start(both, Means(both, random, cancellationToken), mean, projection);
        for (int round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            codebook = Improve(both, codebook);
        }

        return codebook;
    }

    private static (float[] Mean, float[] Projection) Axes((ShapeDescriptors Shapes, int Index)[] drawn)
    {
        const int Length = ShapeDescriptors.Length;
        double[] mean = new double[Length];
        foreach ((ShapeDescriptors shapes, int index) in drawn)
        {
            float[] descriptor = shapes.DescriptorAt(index);
            for (int d = 0; d < Length; d++)
            {
                mean[d] += descriptor[d] / drawn.Length;
            }
        }

        double[] covariance = new double[Length * Length];
        double[] rest = new double[Length];
        foreach ((ShapeDescriptors shapes, int index) in drawn)
        {
            float[] descriptor = shapes.DescriptorAt(index);
            for (int d = 0; d < Length; d++)
            {
                rest[d] = descriptor[d] - mean[d];
            }

            for (int d = 0; d < Length; d++)
            {
                Span<double> row = covariance.AsSpan(d * Length, Length);
                TensorPrimitives.MultiplyAdd(rest, rest[d] / drawn.Length, row, row);
            }
        }

        Evd<double> axes = Matrix<double>.Build.Dense(Length, Length, (i, j) => covariance[(i * Length) + j]).Evd(Symmetricity.Symmetric);
        double[] values = [.. axes.EigenValues.Select(value => value.Real)];
        int[] order = [.. Enumerable.Range(0, Length).OrderByDescending(i => values[i]).Take(ShapeCodebook.Reduced)];
        float[] projection = new float[ShapeCodebook.Reduced * Length];
        for (int k = 0; k < order.Length; k++)
        {
            Vector<double> axis = axes.EigenVectors.Column(order[k]);
            double scale = 1 / Math.Sqrt(values[order[k]] + (AxisFloor * values[order[0]]));

            // An axis has no direction of its own: its largest part is made positive.
            scale *= Math.Sign(axis[axis.AbsoluteMaximumIndex()]);
            for (int d = 0; d < Length; d++)
            {
                projection[(k * Length) + d] = (float)(axis[d] * scale);
            }
        }

        return ([.. mean.Select(value => (float)value)], projection);
    }

    private static int[] Means(float[][] both, Pcg32 random, CancellationToken cancellationToken)
    {
        float[][] centres = [.. Enumerable.Range(0, Words).Select(_ => both[random.Next(both.Length)][Dimensions..])];
        int[] nearest = new int[both.Length];
        for (int round = 0; round < MeansRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < both.Length; i++)
            {
                nearest[i] = Nearest(both[i].AsSpan(Dimensions), centres);
            }

            for (int word = 0; word < Words; word++)
            {
                int[] members = [.. Enumerable.Range(0, both.Length).Where(i => nearest[i] == word)];
                float[] sum = new float[Dimensions];
                foreach (int member in members)
                {
                    TensorPrimitives.Add(sum, both[member].AsSpan(Dimensions), sum);
                }

                // A centre without members begins anew somewhere.
                centres[word] = members.Length > 0 ? [.. sum.Select(value => value / members.Length)] : both[random.Next(both.Length)][Dimensions..];
            }
        }

        return nearest;
    }

    private static int Nearest(ReadOnlySpan<float> item, float[][] centres)
    {
        int best = 0;
        float least = float.PositiveInfinity;
        for (int word = 0; word < centres.Length; word++)
        {
            float distance = TensorPrimitives.Distance(item, centres[word]);
            if (distance < least)
            {
                least = distance;
                best = word;
            }
        }

        return best;
    }

    private static ShapeCodebook Start(float[][] both, int[] nearest, float[] mean, float[] projection)
    {
        double[] masses = new double[Words];
        double[] sums = new double[Words * 2 * Dimensions];
        for (int i = 0; i < both.Length; i++)
        {
            masses[nearest[i]]++;
            Add(sums, nearest[i], both[i], 1);
        }

        return Make(masses, sums, both.Length, mean, projection);
    }

    private static ShapeCodebook Improve(float[][] both, ShapeCodebook codebook)
    {
        double[] masses = new double[Words];
        double[] sums = new double[Words * 2 * Dimensions];
        Span<float> shares = stackalloc float[Words];
        foreach (float[] item in both)
        {
            codebook.Respond(item, shares);
            for (int word = 0; word < Words; word++)
            {
                if (shares[word] > 1e-6f)
                {
                    masses[word] += shares[word];
                    Add(sums, word, item, shares[word]);
                }
            }
        }

        return Make(masses, sums, both.Length, codebook.Mean.ToArray(), codebook.Projection.ToArray());
    }

    private static void Add(double[] sums, int word, float[] item, float weight)
    {
        for (int d = 0; d < item.Length; d++)
        {
            sums[(word * 2 * Dimensions) + d] += weight * item[d];
        }
    }

    private static ShapeCodebook Make(double[] masses, double[] sums, int count, float[] mean, float[] projection)
    {
        float[] share = new float[Words];
        float[] centre = new float[Words * Dimensions];
        float[] variance = new float[Words * Dimensions];
        for (int word = 0; word < Words; word++)
        {
            // Never quite empty, so that logarithms stay finite.
            double mass = Math.Max(masses[word], 1e-3);
            share[word] = (float)(mass / count);
            for (int d = 0; d < Dimensions; d++)
            {
                double first = sums[(word * 2 * Dimensions) + Dimensions + d] / mass;
                double second = sums[(word * 2 * Dimensions) + d] / mass;
                centre[(word * Dimensions) + d] = (float)first;
                variance[(word * Dimensions) + d] = (float)Math.Max(second - (first * first), 0) + LeastVariance;
            }
        }

        return new ShapeCodebook(mean, projection, share, centre, variance);
    }
}
