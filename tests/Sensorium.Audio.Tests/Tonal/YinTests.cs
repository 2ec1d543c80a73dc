namespace Sensorium.Audio.Tests.Tonal;

public sealed class YinTests
{
    private const int Rate = 16000;

    [Theory]
    [InlineData(61)]
    [InlineData(82.4)]
    [InlineData(123.456)]
    [InlineData(220)]
    [InlineData(440.7)]
    [InlineData(987.8)]
    public void Estimate_ToneWithHarmonics_IsWithinHalfACentOfIt(double hertz)
    {
        var yin = new Yin(Rate);
        PitchEstimate estimate = yin.Estimate(Tone(hertz, yin.FrameLength));
        Assert.True(estimate.IsVoiced);
        Assert.InRange(estimate.Aperiodicity, 0, 0.01);
        Assert.InRange(1200 * Math.Log2(estimate.Hertz / hertz), -4, 4);
    }

    [Fact]
    public void Estimate_MissingFundamental_IsHeard()
    {
        var yin = new Yin(Rate);
        var frame = new float[yin.FrameLength];
        for (int i = 0; i < frame.Length; i++)
        {
            frame[i] = (float)(Math.Sin(2 * Math.PI * 400 * i / Rate) + Math.Sin(2 * Math.PI * 600 * i / Rate) + Math.Sin(2 * Math.PI * 1000 * i / Rate));
        }

        Assert.Equal(200, yin.Estimate(frame).Hertz, 0.5);
    }

    [Fact]
    public void Estimate_NoiseAndSilence_AreUnvoiced()
    {
        var yin = new Yin(Rate);
        PitchEstimate noise = yin.Estimate(Sounds.Noise(yin.FrameLength, 0.5, 4));
        Assert.False(noise.IsVoiced);
        Assert.InRange(noise.Aperiodicity, 0.5, 1.2);
        Assert.Equal(new PitchEstimate(0, 1, false), yin.Estimate(new float[yin.FrameLength]));
    }

    [Fact]
    public void Estimate_ToneInNoise_TellsTheShareThatDoesNotRepeat()
    {
        // Tone power A, noise power B: d'(period) is about B / (A + B), as differences of noise have twice its power, those of everything twice all of it.
        var yin = new Yin(Rate, new PitchOptions { FrameLength = 8192, Threshold = 0.5 });
        float[] frame = Tone(200, yin.FrameLength);
        double tone = frame.Sum(x => (double)x * x) / frame.Length;
        float[] noise = Sounds.Noise(frame.Length, Math.Sqrt(3 * tone / 4), 4);
        for (int i = 0; i < frame.Length; i++)
        {
            frame[i] += noise[i];
        }

        PitchEstimate estimate = yin.Estimate(frame);
        Assert.Equal(200, estimate.Hertz, 1.0);
        Assert.Equal(0.2, estimate.Aperiodicity, 0.05);
    }

    [Fact]
    public void Measure_AgainstTheDefinition_IsEqual()
    {
        float[] frame = Sounds.Noise(512, 0.5, 11);
        var differences = new DifferenceFunction(512, 200);
        differences.Measure(frame);
        double sum = 0;
        for (int lag = 1; lag <= 200; lag++)
        {
            double expected = 0;
            for (int i = 0; i < 312; i++)
            {
                expected += Math.Pow(frame[i] - (double)frame[i + lag], 2);
            }

            sum += expected;
            Assert.Equal(expected, differences.Raw[lag], 1e-3);
            Assert.Equal(expected * lag / sum, differences.Normalised[lag], 1e-4);
        }
    }

    [Fact]
    public void Next_AGlideInPieces_FollowsItWithoutAllocation()
    {
        // 100 to 300 Hz in 2 s.
        var signal = new float[2 * Rate];
        double phase = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            phase += 2 * Math.PI * (100 + (100.0 * i / Rate)) / Rate;
            signal[i] = (float)(0.3 * (Math.Sin(phase) + (0.4 * Math.Sin(2 * phase))));
        }

        var tracker = new PitchTracker(Rate, 160);
        PitchEstimate[] whole = tracker.Track(signal);
        Assert.Equal(201, whole.Length);
        for (int t = 10; t < 190; t++)
        {
            Assert.InRange(whole[t].Hertz / (100 + t), 0.98, 1.02);
        }

        tracker.Reset();
        var pieces = new PitchEstimate[201];
        int count = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int at = 0; at < signal.Length; at += 77)
        {
            ReadOnlySpan<float> rest = signal.AsSpan(at, Math.Min(77, signal.Length - at));
            while (tracker.Next(ref rest, out PitchEstimate estimate))
            {
                pieces[count++] = estimate;
            }
        }

        while (tracker.Flush(out PitchEstimate estimate))
        {
            pieces[count++] = estimate;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void Constructor_RangeOutOfOrder_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Yin(Rate, new PitchOptions { LowestHertz = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Yin(Rate, new PitchOptions { HighestHertz = 50 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Yin(Rate, new PitchOptions { HighestHertz = 5000 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Yin(Rate, new PitchOptions { FrameLength = 256 }));
    }

    private static float[] Tone(double hertz, int length)
    {
        var samples = new float[length];
        for (int i = 0; i < length; i++)
        {
            double phase = 2 * Math.PI * hertz * i / Rate;
            samples[i] = (float)(0.3 * (Math.Sin(phase + 0.3) + (0.5 * Math.Sin(2 * phase)) + (0.3 * Math.Sin(3 * phase))));
        }

        return samples;
    }
}
