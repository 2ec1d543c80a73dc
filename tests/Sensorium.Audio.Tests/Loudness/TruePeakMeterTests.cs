namespace Sensorium.Audio.Tests.Loudness;

public sealed class TruePeakMeterTests
{
    [Theory]
    [InlineData(0.01, 0.002)]
    [InlineData(0.1, 0.03)]
    [InlineData(0.25, 0.17)]
    [InlineData(0.35, 0.34)]
    [InlineData(0.45, 0.56)]
    public void Measure_SineOfAnyPhase_ReadsLowByNoMoreThanTheAnnexDerives(double frequency, double allowed)
    {
        for (int phase = 0; phase < 16; phase++)
        {
            var samples = new float[3000];
            for (int n = 0; n < samples.Length; n++)
            {
                // Faded at both ends: a sine that starts at once has overshoots of its own.
                double fade = Math.Pow(Math.Sin(Math.PI * (n + 0.5) / samples.Length), 0.25);
                samples[n] = (float)(0.5 * fade * Math.Sin((2 * Math.PI * frequency * n) + (Math.PI * phase / 16)));
            }

            double error = TruePeakMeter.Measure(Sounds.Buffer(48000, samples)) + 6.0206;
            Assert.InRange(error, -allowed - 0.003, 0.01);
        }
    }

    [Fact]
    public void Measure_QuarterRateSineBetweenItsSamples_FindsThePeakThatNoSampleShows()
    {
        // EBU Tech 3341, case 16: 12 kHz at 48 kHz with 45 degrees of phase; samples reach only -3 dB of the peak.
        var samples = new float[4800];
        for (int n = 0; n < samples.Length; n++)
        {
            samples[n] = (float)(0.5 * Math.Sin((Math.PI / 2 * n) + (Math.PI / 4)) * Math.Min(1, Math.Min(n, samples.Length - 1 - n) / 400.0));
        }

        Assert.InRange(TruePeakMeter.Measure(Sounds.Buffer(48000, samples)), -6.4, -5.8);
        Assert.Equal(-9.03, 20 * Math.Log10(samples.Max()), 0.01);
    }

    [Fact]
    public void Peaks_EightAtATime_EqualOneAtATime()
    {
        float[] input = Sounds.Noise(1000 + PeakInterpolator.Taps - 1, 1, 7);
        for (int length = 1000; length > 980; length--)
        {
            var fast = new float[length];
            var slow = new float[length];
            PeakInterpolator.Peaks(input.AsSpan(0, length + PeakInterpolator.Taps - 1), fast);
            PeakInterpolator.PeaksScalar(input.AsSpan(0, length + PeakInterpolator.Taps - 1), slow);
            for (int i = 0; i < length; i++)
            {
                Assert.Equal(slow[i], fast[i], 1e-6f);
            }
        }
    }

    [Fact]
    public void Process_InUnevenPieces_GivesTheSamePeak()
    {
        SoundBuffer sound = Sounds.Plucks(44100, 2, 3);
        var pieces = new TruePeakMeter();
        var random = new Pcg32(5);
        foreach (int channel in new[] { 0, 1 })
        {
            for (int at = 0; at < sound.Length;)
            {
                int take = Math.Min(sound.Length - at, random.Next(5000));
                pieces.Process(sound.Channel(channel).Slice(at, take));
                at += take;
            }

            pieces.Flush();
        }

        Assert.Equal(TruePeakMeter.Measure(sound), pieces.Decibels, 1e-6);
    }

    [Fact]
    public void Measure_PeakInTheLastSample_IsHeard()
    {
        var samples = new float[500];
        samples[^1] = 0.5f;
        Assert.InRange(TruePeakMeter.Measure(Sounds.Buffer(48000, samples)), -6.03, -6.01);
        Assert.Equal(double.NegativeInfinity, TruePeakMeter.Measure(new SoundBuffer(48000, 2, 100)));
    }

    [Fact]
    public void Reset_AfterASound_ForgetsIt()
    {
        var meter = new TruePeakMeter();
        meter.Process(Sounds.Noise(3000, 1, 1));
        meter.Reset();
        meter.Process(new float[100]);
        Assert.Equal(0, meter.Peak);
    }

    [Fact]
    public void Process_Always_AllocatesNothing()
    {
        var meter = new TruePeakMeter();
        float[] noise = Sounds.Noise(10000, 1, 1);
        meter.Process(noise);
        long before = GC.GetAllocatedBytesForCurrentThread();
        meter.Process(noise);
        meter.Flush();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
