namespace Sensorium.Imaging;

/// <summary>Cuts a picture into a tree of regions: whole, objects, parts.</summary>
/// <remarks>
/// <para>
/// The picture is reduced to the working size and smoothed without losing edges; k-means finds its colours; connected pixels of one colour with no edge
/// between them become regions, and thin threads do not connect; specks join their neighbours, those that stand out later than others; then neighbours that
/// differ least merge into parts, and parts into objects, by colour, contrast along the shared border, size, shape and what both have around them.
/// Objects and parts are 4-connected; there is no object of several pieces. Dots on one ground that form areas are seen as those areas.
/// </para>
/// <para>
/// An object of one part is itself the leaf. A picture of one colour has no objects: the whole picture is the leaf. Else there are at least two objects.
/// The same picture, options and seed give the same map on any number of threads.
/// </para>
/// </remarks>
public static class RegionFinder
{
    /// <summary>
    /// OKLab gives a and b too little weight against L; doubled, its distances agree best with those that people judge
    /// (Ottosson's own note on OKLab for colour differences; CSS Color 4 calls the result deltaEOK2).
    /// </summary>
    internal const float ChromaWeight = 2;

    // Up to this working size handing out the work costs more than the work.
    private const int SmallSize = 64;

    private const float SmoothingScale = 0.13f;
    private const int SmoothingPasses = 4;
    private const int MostComponents = 20000;

    /// <summary>Difference between pixels side by side from which there is an edge, in smoothed OKLab with chroma weighted.</summary>
    private const float EdgeStep = 0.049f;

    /// <summary>What is smaller than this share of the smallest region is a speck from the start; what is larger may yet find others of its kind.</summary>
    private const double DetailShare = 0.2;

    // Costs of MergeWeights over which regions stay apart: details of a few pixels, parts, objects.
    private const double DetailLimit = 0.03;
    private const double PartLimit = 0.09;
    private const double ObjectLimit = 0.06;

    /// <summary>Finds the regions of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">How to find them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The tree, over a label grid of the working size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static RegionMap Find(Picture picture, RegionOptions options, CancellationToken cancellationToken = default) =>
        Find(picture, options, options?.WorkingSize <= SmallSize ? 1 : 0, cancellationToken);

    internal static RegionMap Find(Picture picture, RegionOptions options, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Check(options);
        Picture reduced = AreaReduction.ToLongSide(picture, options.WorkingSize, threads, cancellationToken);
        ColourPlanes colours = ColourPlanes.From(reduced, ColourSpace.OkLab, threads, cancellationToken);
        ColourPlanes stretched = colours.Stretched(ChromaWeight, threads, cancellationToken);
        ColourPlanes smooth = EdgeKeepingSmoothing.Smooth(stretched, SmoothingScale, SmoothingPasses, threads, cancellationToken);
        KMeansResult clusters = Cluster(smooth, options, threads, cancellationToken);

        int[] labels = new int[reduced.Width * reduced.Height];
        int components = RegionCores.Find(clusters.Labels, smooth, EdgeStep, labels);
        ColourPlanes seen = colours;
        double objectLimit = ObjectLimit;
        if (DotPattern.Fill(smooth, labels, components) is { } filled)
        {
            smooth = filled;
            seen = filled.Stretched(1 / ChromaWeight, threads, cancellationToken);

            // Areas of dots are drawn to be told apart: each is an object.
            objectLimit = 0;
            clusters = Cluster(smooth, options, threads, cancellationToken);
            components = RegionCores.Find(clusters.Labels, smooth, EdgeStep, labels);
        }

        components = ConnectedComponents.Limit(labels, components, reduced.Width, MostComponents);
        var graph = new RegionGraph(labels, components, seen, smooth);
        double smallest = Math.Max(2, options.SmallestShare * labels.Length);
        graph.MergeSpecks(smallest * DetailShare, MergeWeights.Parts.Alike, cancellationToken);
        graph.MergeAlike(MergeWeights.Parts, DetailLimit, int.MaxValue, 1, cancellationToken);
        graph.MergeSpecks(smallest, MergeWeights.Parts.Alike, cancellationToken);
        graph.MergeAlike(MergeWeights.Parts, PartLimit, options.MostParts, 1, cancellationToken);
        int[] parts = Renumber(graph, labels, components, threads, cancellationToken);
        int partCount = graph.Alive;
        graph.MergeAlike(MergeWeights.Objects, objectLimit, int.MaxValue, 2, cancellationToken);
        graph.MergeAlike(MergeWeights.Chosen, 0, options.MostObjects, 2, cancellationToken);
        int[] objects = Renumber(graph, labels, components, threads, cancellationToken);

        RegionShape[] partShapes = RegionShapes.Measure(parts, partCount, seen, clusters.Labels, clusters.ClusterCount, threads, cancellationToken);
        RegionShape[] objectShapes = RegionShapes.Measure(objects, graph.Alive, seen, clusters.Labels, clusters.ClusterCount, threads, cancellationToken);
        RegionShape whole = RegionShapes.Measure(new int[labels.Length], 1, seen, clusters.Labels, clusters.ClusterCount, threads, cancellationToken)[0];
        return new RegionTree(reduced.Width, reduced.Height).Build(whole, objects, objectShapes, parts, partShapes, options.Space, clusters.ClusterCount);
    }

    private static KMeansResult Cluster(ColourPlanes smooth, RegionOptions options, int threads, CancellationToken cancellationToken)
    {
        // One unit of OKLab spans black to white, as do 100 of CIELAB and 1 of value.
        float unit = options.Space == ColourSpace.CieLab ? 100 : 1;
        var settings = new KMeansOptions
        {
            ClusterCount = options.ClusterCount ?? ClusterCountChoice.Most,
            Tolerance = 0.001f * unit,
            MostIterations = 10,
            SampleSize = 4096,
            Seed = options.Seed,
            Threads = threads,
        };
        ColourPlanes points = options.Space == ColourSpace.OkLab
            ? smooth
            : smooth.Stretched(1 / ChromaWeight, threads, cancellationToken).To(options.Space, threads, cancellationToken);
        using var sample = KMeansSample.Draw(points, settings.SampleSize, settings.Seed);
        float[] centres = options.ClusterCount is null
            ? ClusterCountChoice.Choose(sample, unit, settings, cancellationToken)
            : KMeans.BestStart(sample, settings, cancellationToken);
        return KMeans.Refine(points, centres, settings, cancellationToken);
    }

    /// <summary>Labels of the merged regions, numbered without gaps in the order of the first components.</summary>
    private static int[] Renumber(RegionGraph graph, int[] labels, int components, int threads, CancellationToken cancellationToken)
    {
        int[] numbers = new int[components];
        Array.Fill(numbers, -1);
        int next = 0;
        int[] map = new int[components];
        for (int i = 0; i < components; i++)
        {
            int root = graph.Find(i);
            numbers[root] = numbers[root] < 0 ? next++ : numbers[root];
            map[i] = numbers[root];
        }

        int[] renumbered = new int[labels.Length];
        FixedChunks.Run(
            labels.Length,
            1 << 16,
            threads,
            (_, from, to) =>
            {
                for (int i = from; i < to; i++)
                {
                    renumbered[i] = map[labels[i]];
                }
            },
            cancellationToken);
        return renumbered;
    }

    private static void Check(RegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ClusterCount is int k)
        {
            Between(k, 2, 32, nameof(options.ClusterCount));
        }

        Between(options.WorkingSize, 16, 4096, nameof(options.WorkingSize));
        Between(options.MostParts, 2, 512, nameof(options.MostParts));
        Between(options.MostObjects, 2, 64, nameof(options.MostObjects));
        if (!(options.SmallestShare >= 0 && options.SmallestShare <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"{nameof(options.SmallestShare)} goes from 0 to 0.5, but {options.SmallestShare} came.");
        }

        static void Between(int value, int least, int most, string name)
        {
            if (value < least || value > most)
            {
                throw new ArgumentOutOfRangeException(nameof(options), $"{name} goes from {least} to {most}, but {value} came.");
            }
        }
    }
}
