namespace Sensorium.Audio.Tests.Loudness;

public sealed class LoudnessNormalizerTests
{
    [Theory]
    [InlineData(1UL, -16, -1)]
    [InlineData(2UL, -16, -1)]
    [InlineData(3UL, -9, -1)]
    [InlineData(4UL, -14, -6)]
    [InlineData(5UL, -40, -1)]
    public void Normalize_Music_EndsAtTheTargetBelowTheCeiling(ulong seed, double target, double ceiling)
    {
        SoundBuffer sound = Sounds.Plucks(44100, 4, seed);
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, target, ceiling, TestContext.Current.CancellationToken);
        double lufs = LoudnessMeter.Measure(sound).Integrated;
        double peak = TruePeakMeter.Measure(sound);
        Assert.Equal(lufs, report.Lufs, 1e-9);
        Assert.Equal(peak, report.TruePeakDbtp, 1e-9);
        Assert.Equal(target, lufs, 0.1);
        Assert.True(peak <= ceiling, $"{peak} dBTP");
    }

    [Fact]
    public void Normalize_PeaksThatFit_IsOnlyAGain()
    {
        float[] sine = Sounds.Sine(44100, 500, (-30, 3));
        SoundBuffer sound = Sounds.Buffer(44100, sine, sine);
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, -16, -1, TestContext.Current.CancellationToken);
        Assert.Equal(0, report.ReductionDb);
        double factor = Math.Pow(10, report.GainDb / 20);
        for (int n = 0; n < sine.Length; n += 100)
        {
            Assert.Equal(sine[n] * factor, sound.Channel(0)[n], 1e-6);
        }
    }

    [Fact]
    public void Normalize_QuietPartsThatRiseAboveTheAbsoluteGate_StillEndsAtTheTarget()
    {
        // Before the gain one part lies below -70 LUFS and counts for nothing; after it, it counts.
        float[] sine = Sounds.Sine(44100, 1000, (-66, 5), (-74, 5));
        SoundBuffer sound = Sounds.Buffer(44100, sine, sine);
        LoudnessNormalizer.Normalize(sound, -20, -1, TestContext.Current.CancellationToken);
        Assert.Equal(-20, LoudnessMeter.Measure(sound).Integrated, 0.1);
    }

    [Fact]
    public void Normalize_LoneClicks_StayBelowTheCeilingAndReportWhereTheyEnded()
    {
        var clicks = new float[44100 * 2];
        for (int n = 1000; n < clicks.Length; n += 20000)
        {
            clicks[n] = 0.5f;
        }

        SoundBuffer sound = Sounds.Buffer(44100, clicks);
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, -10, -1, TestContext.Current.CancellationToken);
        Assert.True(TruePeakMeter.Measure(sound) <= -1);
        Assert.True(report.Lufs < -10);
    }

    [Fact]
    public void Normalize_Silence_StaysSilent()
    {
        var sound = new SoundBuffer(44100, 2, 44100);
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(double.NegativeInfinity, report.Lufs);
        Assert.All(sound.Channel(0).ToArray(), x => Assert.Equal(0, x));
    }

    [Fact]
    public void Normalize_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LoudnessNormalizer.Normalize(Sounds.Plucks(44100, 1, 1), cancellationToken: source.Token));
    }
}
