namespace Sensorium.Audio.Tests.Loudness;

public sealed class LookaheadLimiterTests
{
    [Fact]
    public void Apply_BelowTheCeiling_ChangesNothing()
    {
        SoundBuffer sound = Sounds.Plucks(44100, 1, 1);
        float[] before = sound.Channel(0).ToArray();
        Assert.Equal(0, new LookaheadLimiter(44100).Apply(sound, 6));
        Assert.Equal(before, sound.Channel(0).ToArray());
    }

    [Theory]
    [InlineData(1UL, -1)]
    [InlineData(2UL, -12)]
    [InlineData(3UL, -30)]
    public void Apply_LoudMusic_TruePeakStaysBelowTheCeiling(ulong seed, double ceiling)
    {
        SoundBuffer sound = Sounds.Plucks(44100, 2, seed);
        LookaheadLimiter.Scale(sound, 4);
        double reduction = new LookaheadLimiter(44100).Apply(sound, ceiling);
        Assert.InRange(TruePeakMeter.Measure(sound), ceiling - 1, ceiling);
        Assert.True(reduction < 0);
    }

    [Fact]
    public void Apply_WhiteNoiseAtFullScale_TruePeakStaysBelowTheCeiling()
    {
        SoundBuffer sound = Sounds.Buffer(44100, Sounds.Noise(44100, 1, 1), Sounds.Noise(44100, 1, 2));
        new LookaheadLimiter(44100).Apply(sound, -3);
        Assert.InRange(TruePeakMeter.Measure(sound), -4, -3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Apply_VeryShortSound_TruePeakStaysBelowTheCeiling(int length)
    {
        var square = new float[length];
        square.AsSpan().Fill(0.99f);
        SoundBuffer sound = Sounds.Buffer(44100, square);
        new LookaheadLimiter(44100).Apply(sound, -6);
        Assert.True(TruePeakMeter.Measure(sound) <= -6);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(55)]
    [InlineData(440)]
    [InlineData(5000)]
    public void Apply_SteadyToneAboveTheCeiling_ComesOutUndistorted(double hertz)
    {
        SoundBuffer sound = Sounds.Buffer(44100, Sounds.Sine(44100, hertz, (0, 2)));
        new LookaheadLimiter(44100).Apply(sound, -6);

        // What remains after the best fitting sine is taken away, over the middle second.
        ReadOnlySpan<float> middle = sound.Channel(0).Slice(22050, 44100);
        double sine = 0, cosine = 0, total = 0;
        for (int n = 0; n < middle.Length; n++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * hertz * n / 44100);
            sine += middle[n] * s * 2 / middle.Length;
            cosine += middle[n] * c * 2 / middle.Length;
            total += (double)middle[n] * middle[n];
        }

        double tone = ((sine * sine) + (cosine * cosine)) / 2 * middle.Length;
        Assert.InRange(10 * Math.Log10(Math.Max(total - tone, 1e-12) / total), double.NegativeInfinity, -80);
        Assert.Equal(-6, 10 * Math.Log10((sine * sine) + (cosine * cosine)), 0.2);
    }

    [Fact]
    public void Apply_OnePeakInQuietSound_GainIsBackWithinASecondAndNeverJumps()
    {
        float[] tone = Sounds.Sine(44100, 300, (-20, 3));
        var loud = (float[])tone.Clone();
        for (int n = 44100; n < 44100 + 441; n++)
        {
            loud[n] *= 10;
        }

        SoundBuffer sound = Sounds.Buffer(44100, loud, tone);
        new LookaheadLimiter(44100).Apply(sound, -6);

        // The second channel shows the gain: both channels get the same one.
        double before = 1;
        for (int n = 0; n < tone.Length; n++)
        {
            if (Math.Abs(tone[n]) > 0.02)
            {
                double gain = sound.Channel(1)[n] / (double)tone[n];
                Assert.InRange(gain - before, -0.15, 0.15);
                before = gain;
                if (n < 43000 || n > 44100 + 44100)
                {
                    Assert.InRange(gain, 0.995, 1.00001);
                }
            }
        }
    }

    [Fact]
    public void Apply_Twice_GivesTheSameSamples()
    {
        SoundBuffer a = Sounds.Plucks(44100, 1, 9);
        SoundBuffer b = Sounds.Plucks(44100, 1, 9);
        var limiter = new LookaheadLimiter(44100);
        limiter.Apply(a, -10);
        limiter.Apply(Sounds.Plucks(44100, 1, 4), -20);
        limiter.Apply(b, -10);
        Assert.Equal(a.Channel(0).ToArray(), b.Channel(0).ToArray());
    }

    [Fact]
    public void SlidingMinimum_AgainstTheNaiveMinimum_IsEqual()
    {
        float[] input = Sounds.Noise(300, 1, 3);
        foreach ((int behind, int ahead) in new[] { (0, 0), (3, 0), (0, 5), (7, 4), (400, 400), (20, 1) })
        {
            var output = new float[input.Length];
            SlidingMinimum.Apply(input, output, behind, ahead);
            for (int i = 0; i < input.Length; i++)
            {
                int from = Math.Max(0, i - behind);
                int to = Math.Min(input.Length - 1, i + ahead);
                Assert.Equal(input[from..(to + 1)].Min(), output[i]);
            }
        }
    }
}
