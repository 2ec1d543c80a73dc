namespace Sensorium.Expression.Tests;

public sealed class VoiceCalibrationTests
{
    private static readonly Loop[] Sines = [Levelled(Tones.Sine(262, "red", 60)), Levelled(Tones.Sine(880, "blue", 81))];

    [Fact]
    public void Calibrate_OpenFilter_LeavesTheLevelAlone() =>
        Assert.Equal(-5, new VoiceCalibration(Sines).Calibrate(Tones.Voice() with { LevelDb = -5 }).GainDb, .1);

    [Fact]
    public void Calibrate_DarkFilter_GivesBackWhatItTakes()
    {
        VoiceCalibration calibration = new(Sines);
        VoiceRenderer renderer = new(Sines, 1.6);
        Voice[] voices =
        [
            Tones.Voice() with { LevelDb = -3 },
            Tones.Voice(lowpassHz: 300) with { LevelDb = -3 },
            Tones.Voice("blue", 81, 600) with { LevelDb = -3 },
            Tones.Voice("blue", 84, 1500) with { LevelDb = -3 },
        ];

        Assert.All(voices, voice => Assert.Equal(LoopRenderer.LoopLufs - 3, Loudness(renderer, calibration.Calibrate(voice)), .3));
    }

    /// <summary>One calibration serves many voices: what it remembers of one filter must neither be used for another nor depend on the order.</summary>
    [Fact]
    public void Calibrate_ManyFilters_HearsEachAtItsLevelInAnyOrder()
    {
        VoiceCalibration up = new(Sines);
        VoiceCalibration down = new(Sines);
        VoiceRenderer renderer = new(Sines, 1.6);
        Voice[] voices = [.. Enumerable.Range(0, 16).Select(i => Tones.Voice("blue", 81, 500 + (4 * i)))];

        Voice[] rising = [.. voices.Select(up.Calibrate)];
        Voice[] falling = [.. voices.Reverse().Select(down.Calibrate).Reverse()];

        Assert.Equal(rising.Select(voice => voice.GainDb), falling.Select(voice => voice.GainDb));
        Assert.All(rising, voice => Assert.Equal(LoopRenderer.LoopLufs, Loudness(renderer, voice), .15));
    }

    [Fact]
    public void Calibrate_FilterFarBelowTheTone_GivesBackNoMoreThanTheMost() =>
        Assert.Equal(VoiceCalibration.MostDb - 2, new VoiceCalibration(Sines).Calibrate(Tones.Voice("blue", 81, 100) with { LevelDb = -2 }).GainDb, 6);

    [Fact]
    public void Calibrate_RoleWithoutLoop_KeepsTheLevel() =>
        Assert.Equal(-4, new VoiceCalibration(Sines).Calibrate(Tones.Voice("green") with { LevelDb = -4 }).GainDb);

    [Fact]
    public void Calibrate_RegionSound_CalibratesEveryMode()
    {
        Voice dark = Tones.Voice("blue", 81, 600) with { LevelDb = -3 };
        RegionSound sound = new VoiceCalibration(Sines).Calibrate(new RegionSound { Point = dark, Scan = dark, Protan = dark, Deutan = dark, Tritan = dark });

        Assert.All([sound.Point, sound.Scan, sound.Protan, sound.Deutan, sound.Tritan], voice => Assert.True(voice.GainDb > 0));
    }

    [Fact]
    public void Calibrate_RealInstruments_HearLevelsAsTheMappingSays()
    {
        Tonality tonality = Samples.Map().Tonality;
        LoopKey[] keys = [new("red", 60), new("blue", 64), new("purple", 48), new("cyan", 72), new("white", 76)];
        Loop[] loops;
        lock (Instruments.Gate)
        {
            LoopRenderer renderer = new(Instruments.Synthesizer, Samples.Orchestra, tonality);
            loops = [.. keys.Select(key => renderer.Render(key, TestContext.Current.CancellationToken))];
        }

        VoiceCalibration calibration = new(loops);
        VoiceRenderer voices = new(loops, tonality.BarSeconds);
        foreach (LoopKey key in keys)
        {
            Voice loud = calibration.Calibrate(Tones.Voice(key.Role, key.Pitch, 4000) with { LevelDb = -3 });
            Voice soft = calibration.Calibrate(Tones.Voice(key.Role, key.Pitch, 800) with { LevelDb = -12 });
            Assert.Equal(9, Loudness(voices, loud) - Loudness(voices, soft), .7);
        }
    }

    private static double Loudness(VoiceRenderer renderer, Voice voice) => LoopRenderer.LoudnessOf(renderer.RenderMono(voice, 4 * Tones.Rate), Tones.Rate);

    private static Loop Levelled(Loop loop)
    {
        double gain = Math.Pow(10, (LoopRenderer.LoopLufs - LoopRenderer.LoudnessOf(loop.Samples, loop.SampleRate)) / 20);
        return new Loop(loop.Role, loop.Pitch, loop.SampleRate, [.. loop.Samples.ToArray().Select(sample => (float)(sample * gain))]);
    }
}
