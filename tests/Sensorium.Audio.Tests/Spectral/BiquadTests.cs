namespace Sensorium.Audio.Tests.Spectral;

public sealed class BiquadTests
{
    private const int Rate = 44100;

    [Fact]
    public void LowPass_AtTheCorner_Is3DecibelsDown()
    {
        BiquadCoefficients low = BiquadCoefficients.LowPass(Rate, 1000);
        Assert.Equal(1, low.Magnitude(Rate, 1e-3), 1e-9);
        Assert.Equal(Math.Sqrt(0.5), low.Magnitude(Rate, 1000), 1e-9);
        Assert.Equal(0, low.Magnitude(Rate, Rate / 2.0), 1e-9);

        // Butterworth's 1 / sqrt(1 + (f / f0)^4) with both frequencies bent by the bilinear transform.
        double bent = Math.Tan(Math.PI * 4000 / Rate) / Math.Tan(Math.PI * 1000 / Rate);
        Assert.Equal(1 / Math.Sqrt(1 + Math.Pow(bent, 4)), low.Magnitude(Rate, 4000), 1e-9);
    }

    [Fact]
    public void HighPassAndBandPass_AtTheirFrequency_HaveTheirGain()
    {
        BiquadCoefficients high = BiquadCoefficients.HighPass(Rate, 1000);
        Assert.Equal(0, high.Magnitude(Rate, 1e-3), 1e-9);
        Assert.Equal(Math.Sqrt(0.5), high.Magnitude(Rate, 1000), 1e-9);
        Assert.Equal(1, high.Magnitude(Rate, Rate / 2.0), 1e-9);
        BiquadCoefficients band = BiquadCoefficients.BandPass(Rate, 1000, 4);
        Assert.Equal(1, band.Magnitude(Rate, 1000), 1e-9);
        Assert.Equal(0, band.Magnitude(Rate, 1e-3), 1e-5);
    }

    [Theory]
    [InlineData(-12)]
    [InlineData(6)]
    public void Shelves_FarAndNear_HaveTheirGain(double decibels)
    {
        double gain = Sounds.Amplitude(decibels);
        BiquadCoefficients high = BiquadCoefficients.HighShelf(Rate, 1000, decibels);
        Assert.Equal(1, high.Magnitude(Rate, 1e-3), 1e-9);
        Assert.Equal(gain, high.Magnitude(Rate, Rate / 2.0), 1e-9);
        Assert.Equal(Math.Sqrt(gain), high.Magnitude(Rate, 1000), 1e-9);
        BiquadCoefficients low = BiquadCoefficients.LowShelf(Rate, 1000, decibels);
        Assert.Equal(gain, low.Magnitude(Rate, 1e-3), 1e-6);
        Assert.Equal(1, low.Magnitude(Rate, Rate / 2.0), 1e-9);
        Assert.Equal(Math.Sqrt(gain), low.Magnitude(Rate, 1000), 1e-9);
    }

    [Fact]
    public void LowPass_CornerAboveHalfTheRate_StaysStable()
    {
        var filter = new Biquad(BiquadCoefficients.LowPass(8000, 20000));
        float[] noise = Sounds.Noise(10000, 1, 1);
        filter.Process(noise, noise);
        Assert.All(noise, x => Assert.InRange(x, -4, 4));
    }

    [Fact]
    public void Process_Sine_HasTheGainThatMagnitudeTells()
    {
        BiquadCoefficients low = BiquadCoefficients.LowPass(Rate, 800, 2);
        float[] sine = Sounds.Sine(Rate, 1500, (0, 1));
        var output = new float[sine.Length];
        new Biquad(low).Process(sine, output);
        Assert.Equal(low.Magnitude(Rate, 1500), output[22050..].Max(), 1e-3);
    }

    [Fact]
    public void Reset_ThenTheSameInput_GivesTheSameOutput()
    {
        var filter = new Biquad(BiquadCoefficients.HighShelf(Rate, 500, -9));
        float[] noise = Sounds.Noise(500, 1, 1);
        var first = new float[500];
        var second = new float[500];
        filter.Process(noise, first);
        filter.Process(noise, second);
        Assert.NotEqual(first, second);
        filter.Reset();
        filter.Process(noise, second);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Process_InPieces_EqualsTheWhole()
    {
        float[] noise = Sounds.Noise(500, 1, 1);
        var whole = new float[500];
        new Biquad(BiquadCoefficients.LowPass(Rate, 500)).Process(noise, whole);
        var filter = new Biquad(BiquadCoefficients.LowPass(Rate, 500));
        filter.Process(noise.AsSpan(0, 123), noise.AsSpan(0, 123));
        filter.Process(noise.AsSpan(123), noise.AsSpan(123));
        Assert.Equal(whole, noise);
    }
}
