using System.Buffers;

namespace Sensorium.Imaging;

/// <summary>
/// k-means over the three planes of a picture: Lloyd, "Least squares quantization in PCM" (IEEE Transactions on Information Theory 28, 1982), from k-means++
/// starts (Arthur &amp; Vassilvitskii, SODA 2007; the greedy variant, which draws a few candidates for each centre and keeps the best).
/// </summary>
/// <remarks>
/// The starts run to their end on a stratified sample of the points, and the best goes on over all points, where a few passes then suffice:
/// several starts cost less than one on all points and end in a lower optimum.
/// The same points, options and seed give the same result on any number of threads.
/// </remarks>
public static class KMeans
{
    private const int PointsPerChunk = 1 << 14;
    private const int SampleIterations = 40;

    /// <summary>Finds clusters among all pixels.</summary>
    /// <param name="planes">The points.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Labels, centres and inertia.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of clusters is outside 1..256, or another option under 1.</exception>
    public static KMeansResult Run(ColourPlanes planes, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(planes);
        Check(options);
        using var sample = KMeansSample.Draw(planes, options.SampleSize, options.Seed);
        float[] centres = BestStart(sample, options, cancellationToken);
        return Refine(planes, centres, options, cancellationToken);
    }

    /// <summary>Goes on from centres found on a sample.</summary>
    internal static KMeansResult Refine(ColourPlanes planes, float[] centres, KMeansOptions options, CancellationToken cancellationToken)
    {
        int points = planes.Width * planes.Height;
        int clusters = centres.Length / 3;
        int chunks = FixedChunks.Count(points, PointsPerChunk);
        byte[] labels = GC.AllocateUninitializedArray<byte>(points);
        float[] prepared = new float[clusters * NearestCentre.Stride];
        int sumsPerChunk = clusters * NearestCentre.SumStride;
        double[] partial = ArrayPool<double>.Shared.Rent(chunks * sumsPerChunk);
        double[] sums = new double[sumsPerChunk];
        try
        {
            int iteration = 0;
            bool moving = true;
            while (moving && iteration < options.MostIterations)
            {
                NearestCentre.Prepare(centres, prepared);
                FixedChunks.Run(points, PointsPerChunk, options.Threads, AssignAndAdd, cancellationToken);
                AddUp(partial.AsSpan(0, chunks * sumsPerChunk), sums);
                moving = Move(centres, sums) > options.Tolerance;
                iteration++;
            }

            NearestCentre.Prepare(centres, prepared);
            FixedChunks.Run(points, PointsPerChunk, options.Threads, AssignAndMeasure, cancellationToken);
            double inertia = 0;
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                inertia += partial[chunk * sumsPerChunk];
            }

            return ByCount(labels, centres, inertia, iteration);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(partial);
        }

        void AssignAndAdd(int chunk, int from, int to)
        {
            Span<double> own = partial.AsSpan(chunk * sumsPerChunk, sumsPerChunk);
            own.Clear();
            NearestCentre.Assign(planes.First[from..to], planes.Second[from..to], planes.Third[from..to], prepared, labels.AsSpan(from, to - from));
            NearestCentre.Accumulate(planes.First[from..to], planes.Second[from..to], planes.Third[from..to], labels.AsSpan(from, to - from), own);
        }

        void AssignAndMeasure(int chunk, int from, int to)
        {
            NearestCentre.Assign(planes.First[from..to], planes.Second[from..to], planes.Third[from..to], prepared, labels.AsSpan(from, to - from));
            partial[chunk * sumsPerChunk] = NearestCentre.Inertia(
                planes.First[from..to], planes.Second[from..to], planes.Third[from..to], labels.AsSpan(from, to - from), centres);
        }
    }

    /// <summary>The best of several starts on a sample; the starts share the threads.</summary>
    internal static float[] BestStart(KMeansSample sample, KMeansOptions options, CancellationToken cancellationToken)
    {
        float[][] centres = new float[options.Starts][];
        double[] inertia = new double[options.Starts];
        FixedChunks.Run(
            options.Starts,
            1,
            options.Threads,
            (start, _, _) => (centres[start], inertia[start]) = OneStart(sample, options.ClusterCount, new Pcg32(options.Seed, (ulong)start + 1), options.Tolerance),
            cancellationToken);
        int best = 0;
        for (int start = 1; start < centres.Length; start++)
        {
            best = inertia[start] < inertia[best] ? start : best;
        }

        return centres[best];
    }

    /// <summary>One start on a sample, run to its end.</summary>
    internal static (float[] Centres, double Inertia) OneStart(KMeansSample sample, int clusters, Pcg32 random, float tolerance)
    {
        float[] centres = KMeansSeeding.PlusPlus(sample, clusters, random);
        float[] prepared = new float[centres.Length / 3 * NearestCentre.Stride];
        double[] sums = new double[centres.Length / 3 * NearestCentre.SumStride];
        byte[] labels = ArrayPool<byte>.Shared.Rent(sample.Count);
        Span<byte> own = labels.AsSpan(0, sample.Count);
        for (int iteration = 0; iteration < SampleIterations; iteration++)
        {
            NearestCentre.Prepare(centres, prepared);
            NearestCentre.Assign(sample.X, sample.Y, sample.Z, prepared, own);
            Array.Clear(sums);
            NearestCentre.Accumulate(sample.X, sample.Y, sample.Z, own, sums);
            if (Move(centres, sums) <= tolerance)
            {
                break;
            }
        }

        NearestCentre.Prepare(centres, prepared);
        NearestCentre.Assign(sample.X, sample.Y, sample.Z, prepared, own);
        double inertia = NearestCentre.Inertia(sample.X, sample.Y, sample.Z, own, centres);
        ArrayPool<byte>.Shared.Return(labels);
        return (centres, inertia);
    }

    private static void AddUp(ReadOnlySpan<double> partial, Span<double> sums)
    {
        sums.Clear();
        for (int i = 0; i < partial.Length; i++)
        {
            sums[i % sums.Length] += partial[i];
        }
    }

    /// <summary>Moves each centre to the mean of its points; an empty one stays. Returns the longest way.</summary>
    private static float Move(Span<float> centres, ReadOnlySpan<double> sums)
    {
        double longest = 0;
        for (int c = 0; c < centres.Length / 3; c++)
        {
            double count = sums[(c * 4) + 3];
            if (count == 0)
            {
                continue;
            }

            double way = 0;
            for (int axis = 0; axis < 3; axis++)
            {
                float mean = (float)(sums[(c * 4) + axis] / count);
                double step = mean - centres[(c * 3) + axis];
                way += step * step;
                centres[(c * 3) + axis] = mean;
            }

            longest = Math.Max(longest, way);
        }

        return (float)Math.Sqrt(longest);
    }

    /// <summary>Numbers the clusters by their size and leaves out empty ones.</summary>
    private static KMeansResult ByCount(byte[] labels, float[] centres, double inertia, int iterations)
    {
        int[] counts = new int[centres.Length / 3];
        foreach (byte label in labels)
        {
            counts[label]++;
        }

        int[] order = [.. Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c)];
        Span<byte> rank = stackalloc byte[256];
        float[] sortedCentres = new float[order.Length * 3];
        int[] sortedCounts = new int[order.Length];
        for (int c = 0; c < order.Length; c++)
        {
            rank[order[c]] = (byte)c;
            sortedCounts[c] = counts[order[c]];
            centres.AsSpan(order[c] * 3, 3).CopyTo(sortedCentres.AsSpan(c * 3, 3));
        }

        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = rank[labels[i]];
        }

        return new KMeansResult(labels, sortedCentres, sortedCounts, inertia, iterations);
    }

    private static void Check(KMeansOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostIterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SampleSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Tolerance);
    }
}
