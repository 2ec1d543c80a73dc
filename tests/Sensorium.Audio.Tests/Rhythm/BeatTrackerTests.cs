namespace Sensorium.Audio.Tests.Rhythm;

/// <summary>Tracks made by formula, so that every beat is known.</summary>
public sealed class BeatTrackerTests
{
    private const int Rate = 22050;

    public static TheoryData<double> Tempos => [50, 57.3, 66, 75, 84, 93.7, 100, 110, 120, 128, 140, 150, 163.5, 174, 188, 200];

    [Theory]
    [MemberData(nameof(Tempos))]
    public void Track_Clicks_HaveTheirTempoAndBeats(double tempo)
    {
        float[] track = Clicks(tempo, 30, out List<double> beats);
        AssertFound(tempo, beats, BeatTracker.Track(track, Rate));
    }

    [Theory]
    [MemberData(nameof(Tempos))]
    public void Track_Drums_HaveTheirTempoAndBeats(double tempo)
    {
        float[] track = Drums(tempo, 30, out List<double> beats);
        AssertFound(tempo, beats, BeatTracker.Track(track, Rate));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(97)]
    [InlineData(180)]
    public void Track_DrumsUnderNoise_HaveTheirTempoAndBeats(double tempo)
    {
        float[] track = Drums(tempo, 30, out List<double> beats);
        float[] noise = Sounds.Noise(track.Length, 0.05, 3);
        for (int i = 0; i < track.Length; i++)
        {
            track[i] = (0.2f * track[i]) + (0.2f * noise[i]);
        }

        AssertFound(tempo, beats, BeatTracker.Track(track, Rate));
    }

    [Fact]
    public void Track_SilenceAndASingleSample_HaveNoBeats()
    {
        foreach (int length in new[] { 0, 1, 5 * Rate })
        {
            BeatTrack track = BeatTracker.Track(new float[length], Rate);
            Assert.Equal(0, track.Tempo);
            Assert.Empty(track.Beats);
        }
    }

    [Fact]
    public void Track_Noise_RepeatsLittle()
    {
        BeatTrack noise = BeatTracker.Track(Sounds.Noise(20 * Rate, 0.3, 5), Rate);
        BeatTrack drums = BeatTracker.Track(Drums(120, 20, out _), Rate);
        Assert.InRange(noise.Strength, 0, 0.3);
        Assert.InRange(drums.Strength, 0.5, 1);
    }

    [Fact]
    public void Track_OfTheGoldenClip_AgreesWithItsTempo()
    {
        // meta.json: the whole track was made at 112 beats a minute, librosa finds 112.35 in this piece of it.
        BeatTrack track = BeatTracker.Track(Golden.Clip("clip20_22050_mono.wav"), Rate);
        Assert.Equal(112, track.Tempo, 1.1);
    }

    private static void AssertFound(double tempo, List<double> expected, BeatTrack track)
    {
        Assert.True(Math.Abs((track.Tempo / tempo) - 1) < 0.01, $"{track.Tempo} for {tempo}, strength {track.Strength}");
        double f = FMeasure(expected, track.Beats);
        Assert.True(f >= 0.9, $"F {f} for {tempo}");
    }

    // Each beat may be matched once, within 70 ms.
    private static double FMeasure(List<double> expected, IReadOnlyList<double> found)
    {
        int hits = 0, next = 0;
        foreach (double beat in expected)
        {
            while (next < found.Count && found[next] < beat - 0.07)
            {
                next++;
            }

            if (next < found.Count && found[next] <= beat + 0.07)
            {
                hits++;
                next++;
            }
        }

        return 2.0 * hits / (expected.Count + found.Count);
    }

    private static float[] Clicks(double tempo, double seconds, out List<double> beats)
    {
        var track = new float[(int)(seconds * Rate)];
        beats = [];
        for (double at = 0.3; at < seconds - 0.1; at += 60 / tempo)
        {
            beats.Add(at);
            for (int i = 0; i < Rate / 50; i++)
            {
                track[(int)(at * Rate) + i] += (float)(0.8 * Math.Exp(-200.0 * i / Rate) * Math.Sin(2 * Math.PI * 1000 * i / Rate));
            }
        }

        return track;
    }

    // Kick on 1 and 3, snare on 2 and 4, hi-hat on every eighth.
    private static float[] Drums(double tempo, double seconds, out List<double> beats)
    {
        var random = new Pcg32(12);
        var track = new float[(int)(seconds * Rate)];
        beats = [];
        int eighth = 0;
        for (double at = 0.25; at < seconds - 0.1; at += 30 / tempo, eighth++)
        {
            int start = (int)(at * Rate);
            bool kick = eighth % 4 == 0, snare = eighth % 4 == 2;
            float before = 0;
            for (int i = 0; i < Rate / 4 && start + i < track.Length; i++)
            {
                double t = (double)i / Rate;
                float noise = (float)((random.NextDouble() * 2) - 1);
                double value = 0.12 * Math.Exp(-60 * t) * (noise - before);
                before = noise;
                value += kick ? 0.8 * Math.Exp(-18 * t) * Math.Sin(2 * Math.PI * ((55 * t) + (2.5 * (1 - Math.Exp(-40 * t))))) : 0;
                value += snare ? Math.Exp(-22 * t) * ((0.35 * noise) + (0.3 * Math.Sin(2 * Math.PI * 190 * t))) : 0;
                track[start + i] += (float)value;
            }

            if (eighth % 2 == 0)
            {
                beats.Add(at);
            }
        }

        return track;
    }
}
