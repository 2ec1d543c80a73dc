namespace Sensorium.Audio.Tests.Tonal;

public sealed class ProbabilisticYinTests
{
    private const int Rate = 16000;

    [Fact]
    public void Track_SungTonesBetweenNoise_TellsVoicedFromUnvoiced()
    {
        // A second of noise, a glide from 150 to 300 Hz with vibrato over 2 s, a second of noise.
        float[] signal = Sounds.Noise(4 * Rate, 0.05, 9);
        var truth = new double[401];
        double phase = 0;
        for (int i = Rate; i < 3 * Rate; i++)
        {
            double t = (double)(i - Rate) / Rate;
            double hertz = 150 * Math.Pow(2, t / 2) * (1 + (0.01 * Math.Sin(2 * Math.PI * 5 * t)));
            phase += 2 * Math.PI * hertz / Rate;
            signal[i] += (float)(0.3 * (Math.Sin(phase) + (0.6 * Math.Sin(2 * phase)) + (0.4 * Math.Sin(3 * phase))));
            truth[i / 160] = hertz;
        }

        var tracker = new ProbabilisticYin(Rate, 160);
        PitchEstimate[] track = tracker.Track(signal);
        Assert.Equal(401, track.Length);
        for (int t = 0; t <= 400; t++)
        {
            if (t is > 105 and < 295)
            {
                Assert.True(track[t].IsVoiced, $"frame {t}");
                Assert.InRange(1200 * Math.Log2(track[t].Hertz / truth[t]), -40, 40);
            }
        }

        int wrong = Enumerable.Range(0, 95).Concat(Enumerable.Range(305, 95)).Count(t => track[t].IsVoiced);
        Assert.InRange(wrong, 0, 10);
        Assert.Equal(track, tracker.Track(signal));
    }

    [Fact]
    public void Track_LongerThanItsMemory_GoesOnWithoutABreak()
    {
        // 40 s at 100 frames a second: decisions fall after 25 s.
        float[] tone = Sounds.Sine(Rate, 220, (-10, 40));
        PitchEstimate[] track = new ProbabilisticYin(Rate, 160).Track(tone);
        Assert.Equal(4001, track.Length);
        Assert.All(track[5..^5], estimate => Assert.Equal(220, estimate.Hertz, 0.5));
        Assert.All(track[5..^5], estimate => Assert.True(estimate.IsVoiced));
    }

    [Fact]
    public void Track_SilenceAndASingleSample_AreUnvoiced()
    {
        Assert.All(new ProbabilisticYin(Rate, 160).Track(new float[Rate]), estimate => Assert.False(estimate.IsVoiced));
        Assert.Single(new ProbabilisticYin(Rate, 160).Track([0.5f]));
        Assert.Empty(new ProbabilisticYin(Rate, 160).Track([]));
    }
}
