namespace Sensorium.Imaging.Tests;

public sealed class OutlineTracerTests
{
    [Fact]
    public void Trace_SinglePixel_IsASquare()
    {
        int[] labels = [0, 0, 0, 0, 1, 0, 0, 0, 0];
        List<List<(int X, int Y)>>[] outlines = new OutlineTracer(labels, 3, 3).Trace(2, 1, TestContext.Current.CancellationToken);
        Assert.Equal([(1, 1), (2, 1), (2, 2), (1, 2)], outlines[1][0].Order(Comparer<(int X, int Y)>.Create((a, b) => (a.Y, a.Y == 1 ? a.X : -a.X).CompareTo((b.Y, b.Y == 1 ? b.X : -b.X)))));
        Assert.Equal(2, outlines[0].Count);
        Assert.Equal(9, Area(outlines[0][0]));
        Assert.Equal(-1, Area(outlines[0][1]));
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(25, 1, 3)]
    [InlineData(1, 25, 3)]
    [InlineData(30, 22, 2)]
    [InlineData(30, 22, 4)]
    public void Trace_WithoutTolerance_EnclosesEveryPixelExactly(int width, int height, int kinds)
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            int[] labels = Components(width, height, kinds, seed, out int count);
            List<List<(int X, int Y)>>[] outlines = new OutlineTracer(labels, width, height).Trace(count, 0, TestContext.Current.CancellationToken);
            for (int label = 0; label < count; label++)
            {
                Assert.Equal(labels.Count(l => l == label), outlines[label].Sum(Area));
                Assert.True(Area(outlines[label][0]) > 0);
                Assert.All(outlines[label].Skip(1), hole => Assert.True(Area(hole) < 0));
            }
        }
    }

    [Fact]
    public void Trace_WithTolerance_LeavesNeitherGapNorOverlap()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            // Large blobs: no ring is so small that it falls back to its corners.
            Picture picture = Pictures.Shapes(90, 70, 5, 0, seed);
            int[] colours = [.. Enumerable.Range(0, 90 * 70).Select(i => (picture.Pixels[i * 3] << 16) | (picture.Pixels[(i * 3) + 1] << 8) | picture.Pixels[(i * 3) + 2])];
            int[] labels = new int[colours.Length];
            int count = ConnectedComponents.Find<int>(colours, 90, labels);
            if (Enumerable.Range(0, count).Any(l => labels.Count(x => x == l) < 30))
            {
                continue;
            }

            List<List<(int X, int Y)>>[] outlines = new OutlineTracer(labels, 90, 70).Trace(count, 1, TestContext.Current.CancellationToken);
            Assert.Equal(90 * 70, outlines.Sum(rings => rings.Sum(Area)));
            var edges = new HashSet<((int, int), (int, int))>();
            foreach (List<(int X, int Y)> ring in outlines.SelectMany(rings => rings))
            {
                for (int i = 0; i < ring.Count; i++)
                {
                    Assert.True(edges.Add((ring[i], ring[(i + 1) % ring.Count])), "Two polygons walk one edge in one direction.");
                }
            }

            // Every edge is walked back by the polygon on its other side, or lies on the frame.
            Assert.All(edges, e => Assert.True(edges.Contains((e.Item2, e.Item1)) || OnFrame(e.Item1, e.Item2)));
        }

        static bool OnFrame((int X, int Y) a, (int X, int Y) b) =>
            (a.X == b.X && a.X is 0 or 90) || (a.Y == b.Y && a.Y is 0 or 70);
    }

    [Fact]
    public void Simplify_Line_KeepsPointsBeyondTheTolerance()
    {
        var kept = new List<(int X, int Y)>();
        LineSimplification.Simplify([(0, 0), (5, 1), (10, 0), (15, 4), (20, 0)], 1.5, kept);
        Assert.Equal([(0, 0), (10, 0), (15, 4)], kept);
    }

    [Fact]
    public void SimplifyEitherWay_Backwards_KeepsTheSamePoints()
    {
        var random = new Pcg32(5);
        for (int round = 0; round < 100; round++)
        {
            var line = new List<(int X, int Y)>();
            for (int i = 0; i < 2 + random.Next(60); i++)
            {
                line.Add((i, random.Next(6)));
            }

            List<(int X, int Y)> back = [.. Enumerable.Reverse(line)];
            var forwards = new List<(int X, int Y)>();
            var backwards = new List<(int X, int Y)>();
            (int X, int Y) end = line[^1];
            (int X, int Y) start = line[0];
            LineSimplification.SimplifyEitherWay(line, 1, forwards);
            LineSimplification.SimplifyEitherWay(back, 1, backwards);
            Assert.Equal(start, forwards[0]);
            Assert.Equal(end, backwards[0]);
            Assert.Equal([.. forwards, end], Enumerable.Reverse([.. backwards, start]));
        }
    }

    private static int[] Components(int width, int height, int kinds, ulong seed, out int count)
    {
        var random = new Pcg32(seed);
        byte[] labels = [.. Enumerable.Range(0, width * height).Select(_ => (byte)random.Next(kinds))];
        int[] components = new int[labels.Length];
        count = ConnectedComponents.Find<byte>(labels, width, components);
        return components;
    }

    private static double Area(List<(int X, int Y)> ring)
    {
        long sum = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            (int x0, int y0) = ring[i];
            (int x1, int y1) = ring[(i + 1) % ring.Count];
            sum += ((long)x0 * y1) - ((long)x1 * y0);
        }

        return sum / 2.0;
    }
}
