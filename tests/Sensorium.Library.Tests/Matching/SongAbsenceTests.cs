namespace Sensorium.Library.Tests;

public sealed class SongAbsenceTests
{
    private static readonly MatchWish Bright = MatchWish.Of(Shelf.Feeling(0.5, 0.5));

    [Fact]
    public void Explain_Chosen_IsPresentWithItsPlace()
    {
        SongAbsence absence = Explain(2, [Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, 0.4, 0.5)], new MatchOptions());

        Assert.Equal((AbsenceKind.Present, 2, 2), (absence.Kind, absence.Rank, absence.Eligible));
    }

    [Fact]
    public void Explain_FilteredOut_NamesThePart()
    {
        LibrarySong[] songs =
        [
            Shelf.Song(1, 0.5, 0.5, file: new SongTags { Year = 1999, Genres = ["Hard Rock"], Language = "kor" }, vocalShare: 0.4),
            Shelf.Song(2, 0.5, 0.5),
        ];
        FilterPart? Of(long id, SongFilter filter)
        {
            SongAbsence absence = Explain(id, songs, new MatchOptions { Filter = filter });
            Assert.Equal(absence.Filter is null ? AbsenceKind.Present : AbsenceKind.Filtered, absence.Kind);
            return absence.Filter;
        }

        Assert.Equal(FilterPart.Year, Of(1, new SongFilter { YearFrom = 2000 }));
        Assert.Equal(FilterPart.Year, Of(2, new SongFilter { YearTo = 2000 }));
        Assert.Null(Of(1, new SongFilter { YearFrom = 1999, YearTo = 1999, Genres = ["rock"], Languages = ["ko"], Vocal = true, LengthFrom = TimeSpan.FromSeconds(200), LengthTo = TimeSpan.FromSeconds(200) }));
        Assert.Equal(FilterPart.Genre, Of(1, new SongFilter { Genres = ["jazz"] }));
        Assert.Equal(FilterPart.Language, Of(1, new SongFilter { Languages = ["en"] }));
        Assert.Equal(FilterPart.Vocal, Of(1, new SongFilter { Vocal = false }));
        Assert.Equal(FilterPart.Vocal, Of(2, new SongFilter { Vocal = true }));
        Assert.Equal(FilterPart.Length, Of(1, new SongFilter { LengthTo = TimeSpan.FromSeconds(199) }));
    }

    [Fact]
    public void Explain_BelowTheCutOff_GivesTheNumbers()
    {
        SongAbsence absence = Explain(2, [Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, -0.7, -0.7)], new MatchOptions());

        Assert.Equal(AbsenceKind.BelowFit, absence.Kind);
        Assert.InRange(absence.Song.Fit, 0, 0.49);
        Assert.Equal(Math.Sqrt(2) * 1.2, absence.Song.Parts.Distance, 6);
    }

    [Fact]
    public void Explain_OthersFitBetter_GivesRankAndLastFit()
    {
        SongAbsence absence = Explain(3, [Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, 0.45, 0.5), Shelf.Song(3, 0.3, 0.5)], new MatchOptions { Count = 2, Diversity = 0 });

        Assert.Equal((AbsenceKind.Outranked, 3), (absence.Kind, absence.Rank));
        Assert.True(absence.LastFit > absence.Song.Fit);
    }

    [Fact]
    public void Explain_SameArtist_NamesTheSongInstead()
    {
        LibrarySong[] songs =
        [
            Shelf.Song(1, 0.5, 0.5, file: new SongTags { Artist = "A" }),
            Shelf.Song(2, 0.5, 0.49, file: new SongTags { Artist = "a" }),
            Shelf.Song(3, 0.45, 0.45),
        ];

        SongAbsence absence = Explain(2, songs, new MatchOptions { Count = 2, Diversity = 0 });

        Assert.Equal((AbsenceKind.SetAside, 1L), (absence.Kind, absence.Instead!.Id));
    }

    [Fact]
    public void Explain_JustPlayed_IsWaiting()
    {
        DateTimeOffset now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
        MatchOptions options = new() { Count = 1, Diversity = 0, Now = now, LastPlayed = new Dictionary<long, DateTimeOffset> { [1] = now } };

        SongAbsence absence = Explain(1, [Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, 0.4, 0.5)], options);

        Assert.Equal((AbsenceKind.Waiting, 2), (absence.Kind, absence.Rank));
        Assert.Equal(SongMatcher.MostWaiting, absence.Song.Waiting, 6);
    }

    [Fact]
    public void Explain_TheQuestionItself_SaysSo()
    {
        LibrarySong song = Shelf.Song(1, 0.5, 0.5);

        SongAbsence absence = new SongMatcher(SongShelf.Of([song])).Explain(1, MatchWish.Like(song.Song.Percept, song.Song.Vector, 1), new MatchOptions(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(AbsenceKind.IsTheQuestion, absence.Kind);
        Assert.Throws<ArgumentException>(() => new SongMatcher(SongShelf.Of([song])).Explain(9, Bright, new MatchOptions(), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static SongAbsence Explain(long id, LibrarySong[] songs, MatchOptions options) => new SongMatcher(SongShelf.Of(songs)).Explain(id, Bright, options);
}
