using Sensorium.Audio;

namespace Sensorium.Perception.Tests;

/// <summary>Notes, statistics, the plain formula and the plane.</summary>
public sealed class SongMeasureTests
{
    [Theory]
    [InlineData(45)]
    [InlineData(60)]
    [InlineData(76)]
    public void Notes_OneTone_IsThatNote(int pitch)
    {
        ulong notes = NotesOf(pitch);
        Assert.True((notes >> (pitch - PitchSalience.Lowest) & 1) == 1, Describe(notes));
        Assert.InRange(System.Numerics.BitOperations.PopCount(notes), 1, 2);
    }

    [Fact]
    public void Notes_Triad_AreItsThreeNotes()
    {
        ulong notes = NotesOf(48, 55, 64);
        foreach (int pitch in (int[])[48, 55, 64])
        {
            Assert.True((notes >> (pitch - PitchSalience.Lowest) & 1) == 1, Describe(notes));
        }
    }

    [Fact]
    public void Names_OfStatistics_AreUnique() =>
        Assert.Equal(SongStatistics.Names.Count, SongStatistics.Names.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Of_NoiseAndSilence_AreFinite()
    {
        Random random = new(1);
        float[] noise = [.. Enumerable.Range(0, 5 * Tunes.Rate).Select(_ => random.NextSingle() - 0.5f)];
        foreach (float[] sound in (float[][])[noise, Tunes.Silence(5), [.. Enumerable.Repeat(1f, Tunes.Rate)]])
        {
            Assert.All(Tunes.Hear(sound).Windows, window => Assert.All(window, value => Assert.True(float.IsFinite(value))));
        }
    }

    [Theory]
    [InlineData(67.5, 0)]
    [InlineData(22.5, 1)]
    [InlineData(-67.5, 3)]
    [InlineData(-157.5, 5)]
    [InlineData(112.5, 7)]
    public void Moods_MiddleOfASector_NameIt(double degrees, int mood)
    {
        double angle = degrees * Math.PI / 180;
        double[] moods = SongPlane.Moods(Math.Cos(angle) / 2, Math.Sin(angle) / 2);
        Assert.Equal(1, moods.Sum(), 1e-9);
        Assert.Equal(mood, Array.IndexOf(moods, moods.Max()));
    }

    [Fact]
    public void Emotions_OfCornersAndCentre_AreWhatTheTableSays()
    {
        Assert.Equal(Emotion.Joy, SongPlane.Emotions(0.5, 0.3).Core);
        Assert.Equal(Emotion.Sadness, SongPlane.Emotions(-0.5, -0.3).Core);
        Assert.Equal(Emotion.Anger, SongPlane.Emotions(-0.2, 0.6).Core);
        Assert.Equal(Emotion.Neutral, SongPlane.Emotions(0, 0).Core);
    }

    [Fact]
    public void PlainFormula_FastLoudBright_IsMoreExcitedThanSlowSoftDark()
    {
        Affect lively = PlainSongFormula.Of(Measures(160, 0.3, 2500)), quiet = PlainSongFormula.Of(Measures(60, 0.02, 500));
        Assert.True(lively.Arousal.Mean > 0 && quiet.Arousal.Mean < 0);
        Assert.True(lively.Valence.Mean > quiet.Valence.Mean);
    }

    [Fact]
    public void PlainReference_OfSongsAllAlike_KeepsTheUsualSpread()
    {
        SongMeasures song = Measures(100, 0.1, 1000);
        Assert.Equal(PlainReference.Usual, PlainReference.Of([song, song, song]));
        Assert.Equal(Math.Sqrt(100 * 200), Math.Pow(2, PlainReference.Of([song, Measures(200, 0.1, 1000)]).Tempo.Mean), 1e-6);
    }

    private static SongMeasures Measures(double tempo, double amplitude, double brightness) => new()
    {
        Tempo = tempo,
        TempoStrength = 0.5,
        Key = new KeyEstimate(0, false, 0.8f, 0.1f),
        Loudness = -16,
        Dynamics = 4,
        Amplitude = amplitude,
        Brightness = brightness,
        Noise = 0.04,
        Density = 3,
        VocalShare = 0,
    };

    private static ulong NotesOf(params int[] pitches)
    {
        float[] sound = Tunes.Silence(1);
        foreach (int pitch in pitches)
        {
            Tunes.Add(sound, pitch, 0, 1);
        }

        var stft = new Stft(SongSound.PitchLength, SongSound.PitchHop);
        var salience = new PitchSalience();
        ReadOnlySpan<float> rest = sound;
        ulong notes = 0;
        for (int frame = 0; frame < 8 && stft.Next(ref rest); frame++)
        {
            notes = salience.Notes(stft.Power);
        }

        return notes;
    }

    private static string Describe(ulong notes) => string.Join(' ', Enumerable.Range(0, 64).Where(i => (notes >> i & 1) == 1).Select(i => i + PitchSalience.Lowest));
}
