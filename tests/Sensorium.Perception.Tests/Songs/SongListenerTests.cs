namespace Sensorium.Perception.Tests;

/// <summary>Songs are measured as they are, whatever pieces and loudness they come in.</summary>
public sealed class SongListenerTests
{
    private static readonly int[][] Major = [[48, 60, 64, 67], [53, 60, 65, 69], [55, 59, 62, 67], [48, 60, 64, 67]];
    private static readonly int[][] Minor = [[45, 57, 60, 64], [50, 57, 62, 65], [52, 56, 59, 64], [45, 57, 60, 64]];

    [Fact]
    public void Push_OddPieces_GiveTheSameNumbers()
    {
        float[] sound = Tunes.Chords(30, 120, Major);
        (SongReading whole, List<float[]> windows) = Tunes.Hear(sound);
        (SongReading pieces, List<float[]> other) = Tunes.Hear(sound, 1237);
        Assert.Equal(2, windows.Count);
        Assert.Equal(windows.Count, other.Count);
        for (int i = 0; i < windows.Count; i++)
        {
            Assert.Equal(windows[i], other[i]);
        }

        Assert.Equal(whole.Measures, pieces.Measures);
    }

    [Fact]
    public void Finish_ChordsOnEveryBeat_HasTheirTempo()
    {
        SongMeasures song = Tunes.Hear(Tunes.Chords(26, 120, Major)).Reading.Measures;
        Assert.Contains(new[] { 60.0, 120, 240 }, tempo => Math.Abs((song.Tempo / tempo) - 1) < 0.03);
        Assert.InRange(song.Density, 1.5, 2.5);
    }

    [Fact]
    public void Finish_CadencesInCMajor_IsInCMajor()
    {
        SongMeasures song = Tunes.Hear(Tunes.Chords(20, 100, Major)).Reading.Measures;
        Assert.Equal("C major", song.Key.ToString());
    }

    [Fact]
    public void Finish_CadencesInAMinor_IsInAMinor()
    {
        SongMeasures song = Tunes.Hear(Tunes.Chords(20, 100, Minor)).Reading.Measures;
        Assert.Equal("A minor", song.Key.ToString());
    }

    [Fact]
    public void Finish_SameMusicSofter_HasTheSameStatisticsButLoudness()
    {
        float[] sound = Tunes.Chords(20, 100, Major);
        (SongReading loud, List<float[]> a) = Tunes.Hear(sound);
        (SongReading soft, List<float[]> b) = Tunes.Hear(Array.ConvertAll(sound, sample => sample / 4));
        Assert.Equal(12.04, loud.Measures.Loudness - soft.Measures.Loudness, 0.05);
        int pitch = SongStatistics.Names.ToList().IndexOf("pitch, mean");
        Assert.Equal(a[0][pitch], b[0][pitch], 0.05f);
        Assert.Equal(a[0][SongStatistics.TempoAt], b[0][SongStatistics.TempoAt], 0.02f);
    }

    [Fact]
    public void Finish_Silence_IsUnsureAndWithoutTags()
    {
        SongReading reading = Tunes.Hear(Tunes.Silence(5)).Reading;
        Assert.True(reading.Percept.IsUnsure);
        Assert.Empty(reading.Tags);
        Assert.Equal(0, reading.Measures.Tempo);
        Assert.Equal(-70, reading.Measures.Loudness);
        Assert.Equal(TimeSpan.FromSeconds(5), reading.Length);
    }

    [Fact]
    public void Finish_Nothing_IsUnsure()
    {
        SongReading reading = Tunes.Hear([]).Reading;
        Assert.True(reading.Percept.IsUnsure);
        Assert.Equal(TimeSpan.Zero, reading.Length);
        Assert.Equal([TimeSpan.Zero], reading.Sections);
    }

    [Fact]
    public void Finish_OtherMusicAfter32Seconds_BeginsASectionThere()
    {
        float[] sound = [.. Tunes.Chords(32, 60, [[36, 43, 48]]), .. Tunes.Chords(32, 200, [[78, 82, 85], [80, 84, 87]])];
        IReadOnlyList<TimeSpan> sections = Tunes.Hear(sound).Reading.Sections;
        Assert.Contains(sections, start => Math.Abs(start.TotalSeconds - 32) < 4.1);
    }

    [Fact]
    public void Finish_Song_HasAVectorOfLengthOne()
    {
        ReadOnlySpan<float> vector = Tunes.Hear(Tunes.Chords(10, 100, Major)).Reading.Vector.Span;
        Assert.Equal(SongReading.VectorLength, vector.Length);
        Assert.Equal(1, System.Numerics.Tensors.TensorPrimitives.Norm(vector), 1e-5f);
    }

    [Fact]
    public void Push_AfterFinish_IsRefused()
    {
        using SongPerceiver perceiver = new(SongFeelingModel.Blank, null, null, 1, 0);
        using ISongListener listener = perceiver.Listen();
        listener.Finish(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ObjectDisposedException>(() => listener.Push(new float[10], cancellationToken: TestContext.Current.CancellationToken));
    }
}
