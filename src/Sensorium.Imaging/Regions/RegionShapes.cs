using System.Runtime.InteropServices;

namespace Sensorium.Imaging;

/// <summary>Measures all regions of a label map at once.</summary>
internal static class RegionShapes
{
    private const double OutlineTolerance = 1;

    /// <summary>Measures each label.</summary>
    /// <param name="labels">A label for each pixel, each label 4-connected: <c>[height x width]</c>.</param>
    /// <param name="count">Number of labels.</param>
    /// <param name="colours">OKLab of the picture.</param>
    /// <param name="clusters">The colour cluster of each pixel: <c>[height x width]</c>.</param>
    /// <param name="clusterCount">How many clusters there are.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One shape for each label.</returns>
    public static RegionShape[] Measure(
        int[] labels, int count, ColourPlanes colours, ReadOnlySpan<byte> clusters, int clusterCount, int threads, CancellationToken cancellationToken)
    {
        int width = colours.Width;
        int height = colours.Height;
        var shapes = new RegionShape[count];
        for (int i = 0; i < count; i++)
        {
            shapes[i] = new RegionShape(clusterCount);
        }

        int[] distance = new int[labels.Length];
        DistanceTransform.Find(labels, width, height, distance, threads, cancellationToken);
        float[] contrast = new float[labels.Length];
        LocalContrast.Find(labels, colours.First.ToArray(), width, height, Math.Max(2, Math.Max(width, height) / 64), contrast, threads, cancellationToken);
        AddPixels(labels, colours, clusters, distance, contrast, shapes);
        AddNeighbours(labels, width, shapes);
        List<List<(int X, int Y)>>[] outlines = new OutlineTracer(labels, width, height).Trace(count, OutlineTolerance, cancellationToken);
        for (int i = 0; i < count; i++)
        {
            shapes[i].Outlines = outlines[i];
        }

        return shapes;
    }

    private static void AddPixels(
        ReadOnlySpan<int> labels, ColourPlanes colours, ReadOnlySpan<byte> clusters, int[] distance, float[] contrast, RegionShape[] shapes)
    {
        ReadOnlySpan<float> l = colours.First;
        ReadOnlySpan<float> a = colours.Second;
        ReadOnlySpan<float> b = colours.Third;
        int i = 0;
        for (int y = 0; y < colours.Height; y++)
        {
            for (int x = 0; x < colours.Width; x++, i++)
            {
                RegionShape shape = shapes[labels[i]];
                shape.Pixels++;
                shape.Colours[clusters[i]].Add(l[i], a[i], b[i]);
                shape.X += x + 0.5;
                shape.Y += y + 0.5;
                shape.Left = Math.Min(shape.Left, x);
                shape.Top = Math.Min(shape.Top, y);
                shape.Right = Math.Max(shape.Right, x + 1);
                shape.Bottom = y + 1;
                shape.SquaredContrast += contrast[i];
                if (distance[i] > shape.AnchorDistance)
                {
                    shape.AnchorDistance = distance[i];
                    shape.AnchorIndex = i;
                }
            }
        }
    }

    private static void AddNeighbours(ReadOnlySpan<int> labels, int width, RegionShape[] shapes)
    {
        var shared = new Dictionary<(int A, int B), int>();
        for (int i = 0; i < labels.Length; i++)
        {
            if ((i + 1) % width != 0 && labels[i + 1] != labels[i])
            {
                Count(labels[i], labels[i + 1]);
            }

            if (i + width < labels.Length && labels[i + width] != labels[i])
            {
                Count(labels[i], labels[i + width]);
            }
        }

        foreach (((int a, int b), _) in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key))
        {
            shapes[a].Neighbours.Add(b);
            shapes[b].Neighbours.Add(a);
        }

        void Count(int a, int b) =>
            CollectionsMarshal.GetValueRefOrAddDefault(shared, (Math.Min(a, b), Math.Max(a, b)), out _)++;
    }
}
