namespace Sensorium.Imaging.Tests;

public sealed class LocalContrastTests
{
    [Fact]
    public void Find_StepBetweenTwoFlatRegions_IsZero()
    {
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i % 20 < 10 ? 0 : 1)];
        float[] lightness = [.. labels.Select(l => l == 0 ? 0.1f : 0.9f)];
        float[] squared = new float[200];
        LocalContrast.Find(labels, lightness, 20, 10, 3, squared, 1, TestContext.Current.CancellationToken);
        Assert.All(squared, s => Assert.Equal(0, s, 1e-9));
    }

    [Fact]
    public void Find_OneLabel_EqualsNaiveWindow()
    {
        const int Width = 31;
        const int Height = 19;
        const int Radius = 4;
        var random = new Pcg32(2);
        float[] lightness = [.. Enumerable.Range(0, Width * Height).Select(_ => (float)random.NextDouble())];
        float[] squared = new float[lightness.Length];
        LocalContrast.Find(new int[lightness.Length], lightness, Width, Height, Radius, squared, 2, TestContext.Current.CancellationToken);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                double sum = 0;
                int count = 0;
                for (int j = Math.Max(0, y - Radius); j <= Math.Min(Height - 1, y + Radius); j++)
                {
                    for (int i = Math.Max(0, x - Radius); i <= Math.Min(Width - 1, x + Radius); i++)
                    {
                        sum += lightness[(j * Width) + i];
                        count++;
                    }
                }

                double difference = lightness[(y * Width) + x] - (sum / count);
                Assert.Equal(difference * difference, squared[(y * Width) + x], 1e-5);
            }
        }
    }
}
