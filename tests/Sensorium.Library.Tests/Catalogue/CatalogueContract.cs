using Sensorium.Perception;

namespace Sensorium.Library.Tests;

/// <summary>What holds for every catalogue.</summary>
public abstract class CatalogueContract : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2030, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly Lazy<ICatalogue> _catalogue;

    protected CatalogueContract() => _catalogue = new(Create);

    private ICatalogue Catalogue => _catalogue.Value;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Roots_AddedTwiceAndRemoved_AreThereOnce()
    {
        Catalogue.AddRoot(new LibraryRoot("/b", Noon));
        Catalogue.AddRoot(new LibraryRoot("/a", Noon));
        Catalogue.AddRoot(new LibraryRoot("/b", Noon.AddDays(1)));

        Assert.Equal([new LibraryRoot("/a", Noon), new LibraryRoot("/b", Noon)], Catalogue.Roots());
        Assert.True(Catalogue.RemoveRoot("/b"));
        Assert.False(Catalogue.RemoveRoot("/b"));
        Assert.Equal("/a", Assert.Single(Catalogue.Roots()).Path);
    }

    [Fact]
    public void Store_SongsOfAFile_ComeBackAsTheyWere()
    {
        FileEntry file = Catalogue.Store(Songs.Stamp("/m/a.flac", 7, "cue"), [Songs.Part(1, 1), Songs.Part(3, 2)]);

        Assert.Equal(Songs.Stamp("/m/a.flac", 7, "cue"), file.Stamp);
        Assert.Equal(file, Catalogue.FindFile("/m/a.flac"));
        Assert.Equal(file, Assert.Single(Catalogue.FilesLike(file.Stamp.Fingerprint)));
        Assert.Equal(DateTimeKind.Utc, Catalogue.Files()[0].Stamp.Modified.Kind);
        LibrarySong[] songs = [.. Catalogue.LoadSongs(whole: true)];
        Assert.Equal(2, songs.Length);
        AssertSame(Songs.Part(1, 1), songs[0], whole: true);
        AssertSame(Songs.Part(3, 2), songs[1], whole: true);
        AssertSame(Songs.Part(3, 2), Catalogue.FindSong(songs[1].Id)!, whole: true);
        AssertSame(Songs.Part(1, 1), Catalogue.LoadSongs().First(), whole: false);
        Assert.Equal([1, 2], Catalogue.SongsOf(file.Id).Select(part => part.Track));
        Assert.Equal(2, Catalogue.CountSongs());
        Assert.Null(Catalogue.FindSong(songs[1].Id + 100));
    }

    [Fact]
    public void Store_Again_KeepsNumbersOfTracksThatStay()
    {
        long file = Catalogue.Store(Songs.Stamp("/m/a", 1), [Songs.Part(1, 1), Songs.Part(2, 2), Songs.Part(3, 3)]).Id;
        long[] before = [.. Catalogue.LoadSongs().Select(song => song.Id)];

        FileEntry again = Catalogue.Store(Songs.Stamp("/m/a", 2), [Songs.Part(9, 3, version: 2), Songs.Part(8, 2, version: 2), Songs.Part(5, 4, version: 2)]);

        Assert.Equal((file, 2), (again.Id, again.Version));
        LibrarySong[] after = [.. Catalogue.LoadSongs()];
        Assert.Equal([before[1], before[2]], after.Take(2).Select(song => song.Id));
        Assert.DoesNotContain(after[2].Id, before);
        Assert.Equal(Songs.Reading(8).Measures.Tempo, after[0].Song.Measures.Tempo);
        Assert.Equal(3, Catalogue.CountSongs());
    }

    [Fact]
    public void Store_NoSongsOrABadVector_IsRefused()
    {
        SongPart part = Songs.Part(1);
        Assert.Throws<ArgumentException>(() => Catalogue.Store(Songs.Stamp("/a"), []));
        Assert.Throws<ArgumentException>(() => Catalogue.Store(Songs.Stamp("/a"), [part, part]));
        Assert.Throws<ArgumentException>(() => Catalogue.Store(Songs.Stamp("/a"), [part with { Song = part.Song with { Vector = new float[3] } }]));
        Assert.Throws<ArgumentException>(() => Catalogue.Store(Songs.Stamp("/a"), [part with { Song = part.Song with { Version = 0 } }]));
        Assert.Empty(Catalogue.Files());
    }

    [Fact]
    public void StoreSkip_OfAFileWithSongs_HidesThemUntilItIsWholeAgain()
    {
        Catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        long id = Catalogue.LoadSongs().Single().Id;

        FileEntry skipped = Catalogue.StoreSkip(Songs.Stamp("/a", 2), SkipReason.Broken, new LocalizedText("broken", "깨짐"));

        Assert.Equal((SkipReason.Broken, "깨짐", 0), (skipped.Reason, skipped.Detail?.Korean, skipped.Version));
        Assert.Equal(skipped, Catalogue.FindFile("/a"));
        Assert.Empty(Catalogue.LoadSongs());
        Assert.Equal(0, Catalogue.CountSongs());
        FileEntry whole = Catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        Assert.Null(whole.Reason);
        Assert.Null(whole.Detail);
        Assert.Equal(id, Catalogue.LoadSongs().Single().Id);
    }

    [Fact]
    public void Move_TwoFilesThatChangePlaces_KeepTheirNumbersAndSongs()
    {
        long a = Catalogue.Store(Songs.Stamp("/a", 1), [Songs.Part(1)]).Id;
        long b = Catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(2)]).Id;
        long c = Catalogue.Store(Songs.Stamp("/c", 3), [Songs.Part(3)]).Id;

        Catalogue.Move([new FileMove(a, Songs.Stamp("/b", 1)), new FileMove(b, Songs.Stamp("/c", 2))]);

        Assert.Equal(a, Catalogue.FindFile("/b")!.Id);
        Assert.Equal(b, Catalogue.FindFile("/c")!.Id);
        Assert.Null(Catalogue.FindFile("/a"));
        Assert.DoesNotContain(Catalogue.Files(), file => file.Id == c);
        Assert.Equal(["/b", "/c"], Catalogue.LoadSongs().Select(song => song.Path));
        Assert.Equal(Songs.Reading(1).Measures.Tempo, Catalogue.LoadSongs().First().Song.Measures.Tempo);
    }

    [Fact]
    public void MarkGone_Files_HidesTheirSongsAndBringsThemBack()
    {
        long a = Catalogue.Store(Songs.Stamp("/a", 1), [Songs.Part(1)]).Id;
        Catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(2)]);

        Catalogue.MarkGone([a], true);
        Assert.True(Catalogue.FindFile("/a")!.IsGone);
        Assert.Equal("/b", Assert.Single(Catalogue.LoadSongs()).Path);
        Catalogue.MarkGone([a], false);

        Assert.Equal(2, Catalogue.CountSongs());
        Catalogue.MarkGone([a], true);
        Catalogue.Move([new FileMove(a, Songs.Stamp("/new/a", 1))]);
        Assert.False(Catalogue.FindFile("/new/a")!.IsGone);
    }

    [Fact]
    public void Forget_AFile_TakesItsSongsPinsAndNotesAlong()
    {
        long a = Catalogue.Store(Songs.Stamp("/a", 1), [Songs.Part(1)]).Id;
        long b = Catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(2)]).Id;
        long[] songs = [.. Catalogue.LoadSongs().Select(song => song.Id)];
        foreach (long song in songs)
        {
            Catalogue.AddPin(NewPin(song));
            Catalogue.AddFeedback(new Feedback { SongId = song, Kind = FeedbackKind.Like, Time = Noon });
        }

        Catalogue.Retag(NewTags(a, NewChange(a)));
        Catalogue.Retag(NewTags(b, NewChange(b)));

        Assert.Equal(1, Catalogue.Forget([a, a, 12345]));
        Assert.Equal(b, Assert.Single(Catalogue.Files()).Id);
        Assert.Equal(songs[1], Assert.Single(Catalogue.LoadSongs()).Id);
        Assert.Equal(songs[1], Assert.Single(Catalogue.Pins()).SongId);
        Assert.Equal(songs[1], Assert.Single(Catalogue.Feedbacks()).SongId);
        Assert.Equal(b, Assert.Single(Catalogue.TagChanges()).FileId);

        // A number is never given twice: somebody may hold it still.
        Assert.True(Catalogue.Store(Songs.Stamp("/c", 3), [Songs.Part(3)]).Id > b);
    }

    [Fact]
    public void Pins_AddedAndErased_ComeBackAsTheyWere()
    {
        Catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        long song = Catalogue.LoadSongs().Single().Id;

        Pin first = Catalogue.AddPin(NewPin(song));
        Pin second = Catalogue.AddPin(NewPin(song) with { Name = "바다", Vector = new[] { 0.25f } });

        Assert.True(second.Id > first.Id && first.Id > 0);
        Assert.Equal([first with { Vector = default }, second with { Vector = default }], Catalogue.Pins().Select(pin => pin with { Vector = default }));
        Assert.Equal([1f, -0.5f], Catalogue.Pins()[0].Vector.ToArray());
        Assert.Throws<MalformedInputException>(() => Catalogue.AddPin(NewPin(song + 999)));
        Assert.Throws<ArgumentException>(() => Catalogue.AddPin(NewPin(song) with { Vector = new float[5000] }));
        Assert.Equal(1, Catalogue.ErasePins(first.Id));
        Assert.Equal(0, Catalogue.ErasePins(first.Id));
        Assert.Equal(second.Id, Assert.Single(Catalogue.Pins()).Id);
        Assert.Equal(1, Catalogue.ErasePins());
    }

    [Fact]
    public void Feedback_AddedAndErased_ComesBackWithItsMoods()
    {
        Catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        Catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(2)]);
        long[] songs = [.. Catalogue.LoadSongs().Select(song => song.Id)];
        var mood = new Affect { Valence = new Estimate(0.1, 0.2), Arousal = new Estimate(-0.3, 0.4) };

        Feedback first = Catalogue.AddFeedback(new Feedback { SongId = songs[0], Kind = FeedbackKind.Mood, Time = Noon, Before = mood with { Warmth = 0.5 }, Goal = mood });
        Feedback second = Catalogue.AddFeedback(new Feedback { SongId = songs[1], Kind = FeedbackKind.Skip, Time = Noon.AddHours(1), After = default(Affect) });

        Assert.Equal([first with { Before = mood }, second], Catalogue.Feedbacks());
        Assert.Throws<MalformedInputException>(() => Catalogue.AddFeedback(second with { SongId = 99999 }));
        Assert.Equal(1, Catalogue.EraseFeedback(songs[0]));
        Assert.Equal(second, Assert.Single(Catalogue.Feedbacks()));
        Assert.Equal(1, Catalogue.EraseFeedback());
        Assert.Empty(Catalogue.Feedbacks());
    }

    [Fact]
    public void Retag_AFile_ChangesStampTagsAndNotesTogether()
    {
        long file = Catalogue.Store(Songs.Stamp("/a", 1, "cue"), [Songs.Part(1), Songs.Part(2, 1)]).Id;
        long other = Catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(3)]).Id;
        Catalogue.Retag(NewTags(file, NewChange(file), NewChange(file) with { Field = "MOOD", Before = "old", Raw = "AAE=" }));

        IReadOnlyList<TagChange> changes = Catalogue.TagChanges();

        Assert.Equal([NewChange(file) with { Id = changes[0].Id }, NewChange(file) with { Id = changes[1].Id, Field = "MOOD", Before = "old", Raw = "AAE=" }], changes);
        Assert.Equal(Songs.Stamp("/a", 9, "cue"), Catalogue.FindFile("/a")!.Stamp);
        Assert.All(Catalogue.SongsOf(file), part => Assert.Equal(("new", 77.0, "Am"), (part.Tags.Mood, part.Tags.Tempo, part.Tags.Key)));
        Assert.Equal(Songs.Part(2, 1).Tags.Title, Catalogue.SongsOf(file)[1].Tags.Title);
        Assert.Equal(Songs.Tags(3).Mood, Catalogue.SongsOf(other)[0].Tags.Mood);

        Catalogue.Retag(NewTags(file) with { Undone = [changes[0].Id] });
        Catalogue.Retag(NewTags(12345, NewChange(12345)));

        Assert.Equal(changes[1], Assert.Single(Catalogue.TagChanges()));
    }

    [Fact]
    public void Check_OfAWholeCatalogue_FindsNothing()
    {
        Catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);

        Assert.Empty(Catalogue.Check());
    }

    [Fact]
    public async Task Changes_FromSeveralThreads_AreAllThere()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 60), TestContext.Current.CancellationToken, (i, _) =>
        {
            Catalogue.Store(Songs.Stamp($"/{i % 20}", i), [Songs.Part(i)]);
            Assert.NotEmpty(Catalogue.LoadSongs().ToArray());
            return ValueTask.CompletedTask;
        });

        Assert.Equal(20, Catalogue.CountSongs());
        Assert.Equal(20, Catalogue.Files().Count);
    }

    protected abstract ICatalogue Create();

    protected virtual void Dispose(bool disposing)
    {
        if (_catalogue.IsValueCreated)
        {
            Catalogue.Dispose();
        }
    }

    private static Pin NewPin(long song) => new() { Name = "this beach", SongId = song, Vector = new[] { 1f, -0.5f }, Model = "scene@1", Time = Noon };

    private static TagChange NewChange(long file) => new() { FileId = file, Field = "TBPM", Before = null, After = "120", Time = Noon, Form = "ID3v2.4", Raw = "", Former = "aa", Written = "bb" };

    private static Retagging NewTags(long file, params TagChange[] changes) =>
        new() { FileId = file, Stamp = Songs.Stamp("/elsewhere", 9), Tags = new SongTags { Mood = "new", Tempo = 77, Key = "Am" }, Noted = changes };

    private static void AssertSame(SongPart expected, LibrarySong actual, bool whole)
    {
        SongReading song = expected.Song;
        Assert.Equal((expected.Start, expected.Length, expected.Song.Length), (actual.Start, actual.Length, actual.Song.Length));
        Assert.Equal(expected.Tags with { Genres = [] }, actual.Tags with { Genres = [] });
        Assert.Equal(expected.Tags.Genres, actual.Tags.Genres);
        Assert.Equal(song.Measures, actual.Song.Measures);
        Assert.Equal(song.Percept.Affect, actual.Song.Percept.Affect);
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            Assert.Equal(song.Percept.Emotions[emotion], actual.Song.Percept.Emotions[emotion], 1e-12);
        }

        Assert.Equal((song.Percept.Source, song.Percept.Model, song.Version), (actual.Song.Percept.Source, actual.Song.Percept.Model, actual.Song.Version));
        Assert.Equal(song.Tags, actual.Song.Tags);
        Assert.Equal(song.Vector.ToArray(), actual.Song.Vector.ToArray());
        Assert.Equal(whole ? song.Percept.Evidence : [], actual.Song.Percept.Evidence);
        Assert.Equal(whole ? song.Curve : [], actual.Song.Curve);
        Assert.Equal(whole ? song.Sections : [], actual.Song.Sections);
    }
}
