namespace Sensorium.Audio.Tests.Spectral;

public sealed class HarmonicPercussiveTests
{
    [Fact]
    public void Split_ToneAndClicks_ComesApartAndAddsUp()
    {
        const int rate = 22050;
        float[] tone = Sounds.Sine(rate, 440, (-12, 4));
        var clicks = new float[tone.Length];
        for (int at = rate / 2; at < clicks.Length - 100; at += rate / 2)
        {
            Sounds.Noise(40, 0.8, (ulong)at).CopyTo(clicks, at);
        }

        float[] both = [.. tone.Zip(clicks, (a, b) => a + b)];
        float[] harmonic = new float[both.Length], percussive = new float[both.Length];
        var separation = new HarmonicPercussive();
        separation.Split(both, harmonic, percussive);
        Assert.All(both.Select((x, n) => Math.Abs(x - harmonic[n] - percussive[n])), gap => Assert.InRange(gap, 0, 1e-6));

        // Each side keeps nearly all of its own and a small part of the other.
        Assert.InRange(Gap(harmonic, tone) / Power(tone), 0, 0.02);
        Assert.InRange(Gap(percussive, clicks) / Power(clicks), 0, 0.25);

        float[] again = new float[both.Length];
        separation.Split(both, again, percussive);
        Assert.Equal(harmonic, again);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void Split_ShortSignals_AddUp(int length)
    {
        float[] noise = Sounds.Noise(length, 0.5, 2), harmonic = new float[length], percussive = new float[length];
        new HarmonicPercussive().Split(noise, harmonic, percussive);
        Assert.All(noise.Select((x, n) => Math.Abs(x - harmonic[n] - percussive[n])), gap => Assert.InRange(gap, 0, 1e-6));
    }

    [Fact]
    public void Replace_AgainstSorting_KeepsTheOrder()
    {
        float[] values = [.. Sounds.Noise(500, 1, 8).Select(x => MathF.Round(x * 20))];
        float[] sorted = [.. values[..31].Order()];
        for (int t = 31; t < values.Length; t++)
        {
            SlidingMedian.Replace(sorted, values[t - 31], values[t]);
            Assert.Equal(values[(t - 30)..(t + 1)].Order(), sorted);
        }
    }

    private static double Power(float[] x) => x.Sum(v => (double)v * v);

    private static double Gap(float[] x, float[] y) => x.Zip(y).Sum(pair => Math.Pow(pair.First - (double)pair.Second, 2));
}
