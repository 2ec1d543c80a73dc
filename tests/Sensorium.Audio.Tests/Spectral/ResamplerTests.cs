using System.Buffers.Binary;

namespace Sensorium.Audio.Tests.Spectral;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(44100, 48000)]
    [InlineData(48000, 44100)]
    [InlineData(44100, 22050)]
    [InlineData(22050, 44100)]
    [InlineData(16000, 44100)]
    [InlineData(96000, 16000)]
    [InlineData(44100, 44100)]
    public void Process_SineInThePassBand_IsTheSameSine(int from, int to)
    {
        foreach (double part in new[] { 0.02, 0.3, 0.7, 0.88 })
        {
            double hertz = part * Math.Min(from, to) / 2;
            var resampler = new Resampler(from, to);
            float[] input = Sounds.Sine(from, hertz, (0, 0.3));
            var output = new float[resampler.OutputLength(input.Length)];
            resampler.Process(input, output);
            for (int m = output.Length / 4; m < output.Length * 3 / 4; m++)
            {
                Assert.Equal(Math.Sin(2 * Math.PI * hertz * m / to), output[m], 2e-3);
            }
        }
    }

    [Fact]
    public void Process_GoingDown_RemovesWhatWouldFold()
    {
        var resampler = new Resampler(44100, 22050);
        foreach (double hertz in new[] { 12100.0, 15000, 21000 })
        {
            float[] input = Sounds.Sine(44100, hertz, (0, 0.5));
            var output = new float[resampler.OutputLength(input.Length)];
            resampler.Process(input, output);
            Assert.True(output[2000..^2000].Max(Math.Abs) < 1e-4);
        }
    }

    [Fact]
    public void Process_NeighbouringRates_UsesTheNearestPhase()
    {
        var resampler = new Resampler(44100, 44101);
        float[] input = Sounds.Sine(44100, 1000, (0, 0.5));
        var output = new float[resampler.OutputLength(input.Length)];
        resampler.Process(input, output);
        for (int m = 5000; m < output.Length - 5000; m++)
        {
            Assert.Equal(Math.Sin(2 * Math.PI * 1000 * m / 44101.0), output[m], 1e-3);
        }
    }

    [Fact]
    public void Process_RealMusic_AgreesWithSoxr()
    {
        // soxr (high quality) of the mean of both channels of a 3 s clip, 44.1 to 22.05 kHz, as raw 32-bit floats.
        byte[] wav = File.ReadAllBytes(Golden.Path("clip3_44100_stereo.wav"));
        byte[] raw = File.ReadAllBytes(Golden.Path("clip3_soxr_hq_22050_mono.f32"));
        var input = new float[(wav.Length - 44) / 4];
        for (int n = 0; n < input.Length; n++)
        {
            input[n] = (BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(44 + (4 * n))) + BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(46 + (4 * n)))) / 65536f;
        }

        var resampler = new Resampler(44100, 22050);
        var output = new float[resampler.OutputLength(input.Length)];
        resampler.Process(input, output);
        // The filters may differ above 91 % of the new half rate only, so spectra are compared up to 88 %.
        const int length = 32768;
        float[] window = Windows.BlackmanHarris(length);
        var expected = new float[length];
        var actual = new float[length];
        for (int n = 0; n < length; n++)
        {
            expected[n] = window[n] * BinaryPrimitives.ReadSingleLittleEndian(raw.AsSpan(4 * (n + 10000)));
            actual[n] = window[n] * (output[n + 10000] - BinaryPrimitives.ReadSingleLittleEndian(raw.AsSpan(4 * (n + 10000))));
        }

        double decibels = 10 * Math.Log10(Below88Percent(actual) / Below88Percent(expected));
        Assert.True(decibels < -70, $"{decibels} dB");

        static double Below88Percent(float[] samples)
        {
            var fft = new Fft(samples.Length);
            var power = new float[fft.BinCount];
            fft.Power(samples, power, new float[fft.BinCount]);
            return power[..(int)(0.88 * power.Length)].Sum(p => (double)p);
        }
    }

    [Theory]
    [InlineData(0, 44100)]
    [InlineData(44100, 0)]
    [InlineData(768000, 100)]
    public void Constructor_RateOutOfRange_IsRefused(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(from, to));

    [Fact]
    public void Resample_Sound_KeepsDurationAndChannels()
    {
        SoundBuffer sound = Sounds.Plucks(48000, 1, 1);
        Assert.Same(sound, Resampler.Resample(sound, 48000));
        SoundBuffer other = Resampler.Resample(sound, 44100);
        Assert.Equal(44100, other.Length);
        Assert.Equal(2, other.ChannelCount);
        Assert.Equal(LoudnessMeter.Measure(sound).Integrated, LoudnessMeter.Measure(other).Integrated, 0.02);
    }
}
