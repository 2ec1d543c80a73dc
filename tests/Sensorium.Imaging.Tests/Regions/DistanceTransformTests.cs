namespace Sensorium.Imaging.Tests;

public sealed class DistanceTransformTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(23, 17)]
    public void Find_RandomLabels_EqualsBruteForce(int width, int height)
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var random = new Pcg32(seed);
            int[] labels = new int[width * height];
            for (int i = 0; i < labels.Length; i++)
            {
                // Mostly runs, so that distances grow beyond one.
                labels[i] = random.Next(8) == 0 ? random.Next(3) : i > 0 ? labels[i - 1] : 0;
            }

            int[] squared = new int[labels.Length];
            DistanceTransform.Find(labels, width, height, squared, 2, TestContext.Current.CancellationToken);
            for (int i = 0; i < labels.Length; i++)
            {
                Assert.Equal(Brute(labels, width, height, i), squared[i]);
            }
        }
    }

    [Fact]
    public void Find_OneLabel_PeaksInTheMiddle()
    {
        int[] squared = new int[7 * 7];
        DistanceTransform.Find(new int[49], 7, 7, squared, 1, TestContext.Current.CancellationToken);
        Assert.Equal(16, squared[24]);
        Assert.Equal(squared.Max(), squared[24]);
    }

    private static int Brute(int[] labels, int width, int height, int at)
    {
        int least = int.MaxValue;
        for (int y = -1; y <= height; y++)
        {
            for (int x = -1; x <= width; x++)
            {
                bool outside = x < 0 || x == width || y < 0 || y == height;
                if (outside || labels[(y * width) + x] != labels[at])
                {
                    int dx = x - (at % width);
                    int dy = y - (at / width);
                    least = Math.Min(least, (dx * dx) + (dy * dy));
                }
            }
        }

        return least;
    }
}
