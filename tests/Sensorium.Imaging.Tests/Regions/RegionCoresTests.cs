namespace Sensorium.Imaging.Tests;

public sealed class RegionCoresTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(5, true)]
    public void Find_TwoSquaresWithABridge_ConnectsThemOnlyByABroadOne(int breadth, bool connected)
    {
        (int[] labels, int count) = Find(40, 20, (x, y) => (x < 12 || x >= 28 || (y >= 8 && y < 8 + breadth)) ? 1 : 0);

        Assert.Equal(connected, labels[(10 * 40) + 4] == labels[(10 * 40) + 36]);
        Assert.InRange(count, 3, 5);
    }

    [Fact]
    public void Find_ThickShapes_KeepsEveryPixel()
    {
        (int[] labels, int count) = Find(30, 30, (x, y) => (x / 10) + (3 * (y / 10)));
        Assert.Equal(9, count);
        for (int i = 0; i < labels.Length; i++)
        {
            Assert.Equal((i % 30 / 10) + (3 * (i / 300)), labels[i]);
        }
    }

    [Fact]
    public void Find_BlendAlongAnEdge_JoinsTheSideItLooksLike()
    {
        // Column 10 is a little nearer to the dark side, column 11 to the light one.
        (int[] labels, int count) = Find(22, 12, (x, _) => x < 10 ? 0 : x == 10 ? 1 : x == 11 ? 3 : 4);
        Assert.Equal(2, count);
        Assert.Equal(labels[0], labels[10]);
        Assert.Equal(labels[21], labels[11]);
    }

    [Fact]
    public void Find_StepWithinACluster_IsABorder()
    {
        ColourPlanes planes = Black(20, 10);
        for (int i = 0; i < 200; i++)
        {
            planes.First[i] = i % 20 < 10 ? 0.4f : 0.47f;
        }

        int[] labels = new int[200];
        Assert.Equal(2, RegionCores.Find(new byte[200], planes, 0.05f, labels));
        Assert.Equal(1, RegionCores.Find(new byte[200], planes, 0.08f, labels));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    [InlineData(2, 2)]
    [InlineData(37, 23)]
    public void Find_Noise_GivesConnectedRegionsNumberedWithoutGaps(int width, int height)
    {
        var random = new Pcg32((ulong)(width + (100 * height)));
        (int[] labels, int count) = Find(width, height, (_, _) => random.Next(3));
        Assert.Equal(Enumerable.Range(0, count), labels.Distinct().Order());
        for (int label = 0; label < count; label++)
        {
            int[] pieces = ConnectedComponentsTests.Flood([.. labels.Select(l => l == label)], width, height, out _);
            Assert.Single(Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).Select(i => pieces[i]).Distinct());
        }
    }

    private static ColourPlanes Black(int width, int height)
    {
        var planes = new ColourPlanes(width, height, ColourSpace.OkLab);
        planes.First.Clear();
        planes.Second.Clear();
        planes.Third.Clear();
        return planes;
    }

    private static (int[] Labels, int Count) Find(int width, int height, Func<int, int, int> cluster)
    {
        ColourPlanes planes = Black(width, height);
        byte[] clusters = new byte[width * height];
        for (int i = 0; i < clusters.Length; i++)
        {
            clusters[i] = (byte)cluster(i % width, i / width);
            planes.First[i] = 0.1f * clusters[i];
        }

        int[] labels = new int[clusters.Length];
        int count = RegionCores.Find(clusters, planes, 0.05f, labels);
        return (labels, count);
    }
}
