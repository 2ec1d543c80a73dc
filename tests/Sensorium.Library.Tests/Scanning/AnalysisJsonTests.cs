namespace Sensorium.Library.Tests;

public sealed class AnalysisJsonTests
{
    [Fact]
    public async Task WriteAndRead_AJob_GivesTheSameSongs()
    {
        using var folder = new TempFolder();
        folder.Write("a.wav", Sounds.Tone(440, 2));
        var job = new AnalysisJob
        {
            Stamp = Songs.Stamp(folder["a.wav"], 5, "cue"),
            Version = 1,
            Tracks = [new CueTrack(1, TimeSpan.Zero, TimeSpan.FromSeconds(1), Songs.Tags(1)), new CueTrack(2, TimeSpan.FromSeconds(1), null, Songs.Tags(2))],
        };

        AnalysisJob copy = AnalysisJson.Read(AnalysisJson.Write(job));

        Assert.DoesNotContain('\n', AnalysisJson.Write(job));
        Assert.Equal(job.Stamp, copy.Stamp);
        var analyst = new SongAnalyst(new LevelPerceiver());
        AnalysisOutcome first = await analyst.DoAsync(job, 1, cancellationToken: TestContext.Current.CancellationToken);
        AnalysisOutcome second = await analyst.DoAsync(copy, 1, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, second.Songs.Count);
        Assert.Equal(first.Songs.Select(song => (song.Track, song.Start, song.Length, song.Tags.Title)), second.Songs.Select(song => (song.Track, song.Start, song.Length, song.Tags.Title)));

        using var catalogue = new MemoryCatalogue();
        long id = catalogue.Store(job.Stamp, first.Songs).Id;
        Assert.Equal(id, catalogue.Store(copy.Stamp, second.Songs).Id);
        Assert.Equal(2, catalogue.CountSongs());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"version\":1}")]
    public void Read_SomethingElse_IsRefused(string line) => Assert.Throws<MalformedInputException>(() => AnalysisJson.Read(line));

    [Fact]
    public async Task Do_AJobOfAnotherVersion_IsRefused()
    {
        var job = new AnalysisJob { Stamp = Songs.Stamp("/none"), Version = 2 };

        await Assert.ThrowsAsync<ArgumentException>(() => new SongAnalyst(new LevelPerceiver()).DoAsync(job, 1, cancellationToken: TestContext.Current.CancellationToken));
    }
}
