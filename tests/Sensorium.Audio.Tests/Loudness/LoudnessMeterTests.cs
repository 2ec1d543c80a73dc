namespace Sensorium.Audio.Tests.Loudness;

public sealed class LoudnessMeterTests
{
    public static TheoryData<int> Rates => [8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 192000];

    [Fact]
    public void Coefficients_At48kHz_AreTheTablesOfTheRecommendation()
    {
        // ITU-R BS.1770-4, Annex 1, tables 1 and 2.
        var filter = new KWeighting(48000);
        AssertClose(new BiquadCoefficients(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585), filter.Shelf);
        AssertClose(new BiquadCoefficients(1, -2, 1, -1.99004745483398, 0.99007225036621), filter.HighPass);
    }

    [Theory]
    [InlineData(48000)]
    [InlineData(44100)]
    public void Integrated_StereoSineOf1kHzAtMinus23_IsMinus23(int rate)
    {
        // EBU Tech 3341, case 1; case 2 is the same at -33.
        Assert.Equal(-23, Integrated(rate, Stereo(rate, (-23, 20))), 0.1);
        Assert.Equal(-33, Integrated(rate, Stereo(rate, (-33, 20))), 0.1);
    }

    [Theory]
    [InlineData(48000)]
    [InlineData(44100)]
    public void Integrated_QuietBeginningAndEnd_AreGatedOut(int rate)
    {
        // EBU Tech 3341, case 3: the -36 parts fall below the relative gate. Case 4 adds parts below the absolute gate.
        Assert.Equal(-23, Integrated(rate, Stereo(rate, (-36, 10), (-23, 60), (-36, 10))), 0.1);
        Assert.Equal(-23, Integrated(rate, Stereo(rate, (-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10))), 0.1);
    }

    [Fact]
    public void Integrated_LevelsWithinTheGate_AreAveragedByPower()
    {
        // EBU Tech 3341, case 5: -26, -20 and -26 for 20, 20.1 and 20 s are -23 together.
        Assert.Equal(-23, Integrated(48000, Stereo(48000, (-26, 20), (-20, 20.1), (-26, 20))), 0.1);
    }

    [Fact]
    public void ShortTermMaximum_BurstAmongQuiet_IsTheBurst()
    {
        // EBU Tech 3341, case 9 in its idea: -20 for 1.34 s and -30 for 1.66 s repeated is -23 over any 3 s.
        (double, double)[] sections = [.. Enumerable.Repeat(new[] { (-20.0, 1.34), (-30.0, 1.66) }, 5).SelectMany(s => s)];
        LoudnessMeter meter = Measure(48000, Stereo(48000, sections));
        Assert.Equal(-23, meter.ShortTermMaximum, 0.1);
    }

    [Fact]
    public void MomentaryMaximum_BurstOf400Milliseconds_IsTheBurst()
    {
        LoudnessMeter meter = Measure(48000, Stereo(48000, (-50, 1), (-23, 0.4), (-50, 1)));
        Assert.Equal(-23, meter.MomentaryMaximum, 0.1);
        Assert.Equal(double.NegativeInfinity, meter.ShortTermMaximum);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Integrated_AtAnyRate_FollowsTheGainOfTheFiltersAt48kHz(int rate)
    {
        // The sine's power through the filters of the recommendation; the warp of the bilinear transform only shows near half the rate.
        var reference = new KWeighting(48000);
        foreach (double hertz in new[] { 60.0, 440, 1000, 1900 })
        {
            double gain = reference.Shelf.Magnitude(48000, hertz) * reference.HighPass.Magnitude(48000, hertz);
            double expected = -0.691 + (20 * Math.Log10(gain * Sounds.Amplitude(-20))) - 3.0103;
            LoudnessMeter meter = LoudnessMeter.Measure(Sounds.Buffer(rate, Sounds.Sine(rate, hertz, (-20, 5))));
            Assert.Equal(expected, meter.Integrated, rate < 12000 ? 0.4 : rate < 30000 ? 0.15 : 0.05);
        }
    }

    [Fact]
    public void Integrated_SameSoundInBothChannels_Is3DecibelsLouderThanMono()
    {
        float[] sine = Sounds.Sine(44100, 1000, (-23, 5));
        double mono = LoudnessMeter.Measure(Sounds.Buffer(44100, sine)).Integrated;
        double stereo = LoudnessMeter.Measure(Sounds.Buffer(44100, sine, sine)).Integrated;
        Assert.Equal(10 * Math.Log10(2), stereo - mono, 1e-9);
    }

    [Fact]
    public void Integrated_SilenceOrTooShort_IsNegativeInfinity()
    {
        Assert.Equal(double.NegativeInfinity, new LoudnessMeter(44100).Integrated);
        Assert.Equal(double.NegativeInfinity, Integrated(44100, new SoundBuffer(44100, 2, 44100)));
        Assert.Equal(double.NegativeInfinity, Integrated(44100, Stereo(44100, (-10, 0.39))));
        Assert.True(double.IsFinite(Integrated(44100, Stereo(44100, (-10, 0.41)))));
    }

    [Fact]
    public void Process_InUnevenPieces_GivesTheSameNumbers()
    {
        SoundBuffer sound = Sounds.Plucks(44100, 4, 3);
        LoudnessMeter whole = LoudnessMeter.Measure(sound);
        var pieces = new LoudnessMeter(44100);
        var random = new Pcg32(5);
        for (int at = 0; at < sound.Length;)
        {
            int take = Math.Min(sound.Length - at, random.Next(9000));
            pieces.Process(sound.Channel(0).Slice(at, take), sound.Channel(1).Slice(at, take));
            at += take;
        }

        Assert.Equal(whole.Integrated, pieces.Integrated, 1e-9);
        Assert.Equal(whole.MomentaryMaximum, pieces.MomentaryMaximum, 1e-9);
        Assert.Equal(whole.ShortTermMaximum, pieces.ShortTermMaximum, 1e-9);
    }

    [Fact]
    public void SumOfSquares_AgainstTwoBiquadsInARow_IsEqual()
    {
        float[] left = Sounds.Noise(5000, 0.5, 1);
        float[] right = Sounds.Noise(5000, 0.2, 2);
        var filter = new KWeighting(44100);
        double expected = 0;
        foreach (float[] channel in new[] { left, right })
        {
            double[] through = Naive(filter.HighPass, Naive(filter.Shelf, [.. channel.Select(x => (double)x)]));
            expected += through.Sum(y => y * y);
        }

        Assert.Equal(expected, filter.SumOfSquares(left, right), expected * 1e-9);
    }

    [Fact]
    public void Reset_AfterASound_ForgetsIt()
    {
        SoundBuffer first = Sounds.Plucks(44100, 2, 1);
        SoundBuffer second = Sounds.Plucks(44100, 2, 2);
        var meter = new LoudnessMeter(44100);
        meter.Process(first.Channel(0), first.Channel(1));
        meter.Process(first.Channel(0)[..1000], first.Channel(1)[..1000]);
        meter.Reset();
        meter.Process(second.Channel(0), second.Channel(1));
        Assert.Equal(LoudnessMeter.Measure(second).Integrated, meter.Integrated);
    }

    [Fact]
    public void Process_OnceWarm_AllocatesNothing()
    {
        var meter = new LoudnessMeter(44100);
        SoundBuffer sound = Sounds.Plucks(44100, 1, 1);
        meter.Process(sound.Channel(0), sound.Channel(1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        meter.Process(sound.Channel(0), sound.Channel(1));
        meter.Process(sound.Channel(0));
        _ = meter.Integrated;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Measure_ThreeChannels_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LoudnessMeter.Measure(new SoundBuffer(44100, 3, 10)));

    private static double[] Naive(BiquadCoefficients c, double[] x)
    {
        var y = new double[x.Length];
        for (int n = 0; n < x.Length; n++)
        {
            y[n] = (c.B0 * x[n])
                + (n > 0 ? (c.B1 * x[n - 1]) - (c.A1 * y[n - 1]) : 0)
                + (n > 1 ? (c.B2 * x[n - 2]) - (c.A2 * y[n - 2]) : 0);
        }

        return y;
    }

    private static void AssertClose(BiquadCoefficients expected, BiquadCoefficients actual)
    {
        Assert.Equal(expected.B0, actual.B0, 1e-6);
        Assert.Equal(expected.B1, actual.B1, 1e-6);
        Assert.Equal(expected.B2, actual.B2, 1e-6);
        Assert.Equal(expected.A1, actual.A1, 1e-6);
        Assert.Equal(expected.A2, actual.A2, 1e-6);
    }

    private static SoundBuffer Stereo(int rate, params (double Decibels, double Seconds)[] sections)
    {
        float[] sine = Sounds.Sine(rate, 1000, sections);
        return Sounds.Buffer(rate, sine, sine);
    }

    private static LoudnessMeter Measure(int rate, SoundBuffer sound)
    {
        Assert.Equal(rate, sound.SampleRate);
        return LoudnessMeter.Measure(sound);
    }

    private static double Integrated(int rate, SoundBuffer sound) => Measure(rate, sound).Integrated;
}
