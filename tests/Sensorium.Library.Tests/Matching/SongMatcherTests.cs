
namespace Sensorium.Library.Tests;

public sealed class SongMatcherTests
{
    public static TheoryData<ulong> Seeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fits_OfAllSongs_EqualTheFormulaWithinTheErrorStated(ulong seed)
    {
        Pcg32 random = new(seed, 5);
        SongShelf shelf = SongShelf.Of(Shelf.Random(seed, 203));
        MatchWish wish = Wish(random);
        PersonalTaste taste = seed % 2 == 0 ? default : new() { ValenceOffset = 0.2, ArousalOffset = -0.1, ValenceMetric = 1.7, ArousalMetric = 0.6 };

        FitColumns columns = FitColumns.Of(shelf, wish, taste);

        Assert.All(Enumerable.Range(0, shelf.Count), row => Assert.InRange(
            columns.Fits[row] - FitFormula.Fit(FitColumns.PartsOf(shelf, row, wish, taste), wish.TagWeight), -columns.Error, columns.Error));
        Assert.InRange(columns.Error, 0, 0.02);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Match_WithoutVariety_IsTheOrderOfTheFormula(ulong seed)
    {
        SongShelf shelf = SongShelf.Of(Shelf.Random(seed, 1500));
        MatchWish wish = Wish(new Pcg32(seed, 6));
        MatchOptions options = new() { Diversity = 0, ArtistGap = 0, AlbumGap = 0, MinFit = 0.3, Count = 25, Filter = new SongFilter { YearFrom = 1970, Genres = ["jazz"] } };

        MatchRanking ranking = new SongMatcher(shelf).Match(wish, options, cancellationToken: TestContext.Current.CancellationToken);

        (long Id, double Fit)[] all = [.. Enumerable.Range(0, shelf.Count)
            .Where(row => options.Filter.Refuses(shelf.Songs[row]) is null)
            .Select(row => (shelf.Songs[row].Id, FitFormula.Fit(FitColumns.PartsOf(shelf, row, wish, default), wish.TagWeight)))
            .OrderByDescending(song => song.Item2)];
        Assert.Equal(all.Where(song => song.Fit >= 0.3).Take(25).Select(song => song.Id), ranking.Songs.Select(song => song.Song.Id));
        Assert.Equal(shelf.Count - all.Length, ranking.Filtered);
        Assert.Equal(all.Count(song => song.Fit < 0.3), ranking.BelowFit);
        Assert.Equal(all.Where(song => song.Fit < 0.3).Select(song => (double?)song.Fit).FirstOrDefault(), ranking.BestBelow);
    }

    [Fact]
    public void Match_NothingFits_IsEmptyRatherThanBad()
    {
        SongShelf shelf = SongShelf.Of([Shelf.Song(1, -0.9, -0.9, 0.1), Shelf.Song(2, -0.8, -0.9, 0.1)]);

        MatchRanking ranking = new SongMatcher(shelf).Match(MatchWish.Of(Shelf.Feeling(0.9, 0.9, 0.1)), new MatchOptions(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(ranking.Songs);
        Assert.Equal(2, ranking.BelowFit);
        Assert.InRange(ranking.BestBelow!.Value, 0, 0.49);
    }

    [Fact]
    public void Match_SurerSongs_ComeBeforeUnsureOnesAtTheSamePlace()
    {
        SongShelf shelf = SongShelf.Of([Shelf.Song(1, 0.4, 0.4, 0.5), Shelf.Song(2, 0.4, 0.4, 0.2), Shelf.Song(3, 0.4, 0.4, 0.21)]);

        MatchRanking ranking = new SongMatcher(shelf).Match(MatchWish.Of(Shelf.Feeling(0.4, 0.4)), new MatchOptions { MinFit = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, ranking.Songs[^1].Song.Id);
    }

    [Fact]
    public void Match_AnUnsureWish_ForgivesMoreThanASureOne()
    {
        SongShelf shelf = SongShelf.Of([Shelf.Song(1, 0.2, 0)]);
        double Place(double sd) => FitColumns.PartsOf(shelf, 0, MatchWish.Of(Shelf.Feeling(-0.4, 0, sd)), default).Place;

        Assert.True(Place(0.4) > Place(0.2));
        Assert.True(Place(0.2) > Place(0));
    }

    [Fact]
    public void Match_OneArtistFitsBest_OthersComeBetween()
    {
        LibrarySong[] songs =
        [
            .. Enumerable.Range(1, 5).Select(id => Shelf.Song(id, 0.5, 0.5, file: new SongTags { Artist = "Same", Album = $"{id}" })),
            .. Enumerable.Range(6, 15).Select(id => Shelf.Song(id, 0.35, 0.35)),
        ];

        MatchRanking ranking = new SongMatcher(SongShelf.Of(songs)).Match(MatchWish.Of(Shelf.Feeling(0.5, 0.5)), new MatchOptions { Count = 16 }, cancellationToken: TestContext.Current.CancellationToken);

        int[] places = [.. ranking.Songs.Index().Where(song => song.Item.Song.Tags.Artist == "Same").Select(song => song.Index)];
        Assert.True(places.Length >= 4);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First > 3));
        Assert.False(ranking.IsSpacingRelaxed);
    }

    [Fact]
    public void Match_OneArtistAlone_StillGivesSongsAndSaysSo()
    {
        LibrarySong[] songs = [.. Enumerable.Range(1, 5).Select(id => Shelf.Song(id, 0.5, 0.5, file: new SongTags { Artist = "Same" }))];

        MatchRanking ranking = new SongMatcher(SongShelf.Of(songs)).Match(MatchWish.Of(Shelf.Feeling(0.5, 0.5)), new MatchOptions(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(5, ranking.Songs.Count);
        Assert.True(ranking.IsSpacingRelaxed);
    }

    [Fact]
    public void Match_TwinsInSound_AreKeptApartByVariety()
    {
        float[] twin = Shelf.Unit(new Pcg32(1));
        LibrarySong[] songs = [Shelf.Song(1, 0.5, 0.5, vector: twin), Shelf.Song(2, 0.5, 0.5, vector: twin), Shelf.Song(3, 0.42, 0.5)];
        SongMatcher matcher = new(SongShelf.Of(songs));
        long Second(double diversity) => matcher.Match(MatchWish.Of(Shelf.Feeling(0.5, 0.5)), new MatchOptions { Diversity = diversity }).Songs[1].Song.Id;

        Assert.Equal(2, Second(0));
        Assert.Equal(3, Second(0.3));
    }

    [Fact]
    public void Match_JustPlayed_WaitsAndComesBackTheNextDay()
    {
        DateTimeOffset now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
        SongMatcher matcher = new(SongShelf.Of([Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, 0.4, 0.5)]));
        MatchRanking After(double hours) => matcher.Match(
            MatchWish.Of(Shelf.Feeling(0.5, 0.5)), new MatchOptions { Diversity = 0, Now = now, LastPlayed = new Dictionary<long, DateTimeOffset> { [1] = now.AddHours(-hours) } });

        Assert.Equal(2, After(1).Songs[0].Song.Id);
        Assert.InRange(After(12).Songs.Single(song => song.Song.Id == 1).Waiting, 0.149, 0.151);
        Assert.Equal(1, After(24).Songs[0].Song.Id);
    }

    [Fact]
    public void Match_LikeASong_FindsItsSoundAndNeverItself()
    {
        float[] sound = Shelf.Unit(new Pcg32(4));
        LibrarySong[] songs = [.. Shelf.Random(3, 300), Shelf.Song(1000, 0.1, 0.1, vector: sound), Shelf.Song(1001, 0.1, 0.1, vector: sound)];
        SongMatcher matcher = new(SongShelf.Of(songs));
        LibrarySong asked = songs[300];

        MatchRanking ranking = matcher.Match(MatchWish.Like(asked.Song.Percept, asked.Song.Vector, asked.Id), new MatchOptions { MinFit = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1001, ranking.Songs[0].Song.Id);
        Assert.Equal(1, ranking.Songs[0].Parts.Likeness!.Value, 5);
        Assert.DoesNotContain(ranking.Songs, song => song.Song.Id == 1000);
    }

    [Fact]
    public void Match_TagsSought_PreferSongsThatHaveThemAndAvoidUnwanted()
    {
        LibrarySong[] songs =
        [
            Shelf.Song(1, tags: [new("fast", 0.9), new("drums", 0.9)]),
            Shelf.Song(2, tags: [new("slow", 0.9)]),
            Shelf.Song(3),
            Shelf.Song(4, tags: [new("slow", 0.9), new("drums", 0.9)]),
        ];
        MatchWish wish = MatchWish.Of(Shelf.Feeling(0, 0)) with { Tags = [new("slow", 1), new("drums", -0.5)] };

        MatchRanking ranking = new SongMatcher(SongShelf.Of(songs)).Match(wish, new MatchOptions { MinFit = 0, Diversity = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([2, 3, 4, 1], ranking.Songs.Select(song => song.Song.Id));
        Assert.Equal((0.9 + 0.5) / 1.5, ranking.Songs[0].Parts.Tags!.Value, 6);
        Assert.Equal((0.5 + 0.5) / 1.5, ranking.Songs[1].Parts.Tags!.Value, 6);
    }

    [Fact]
    public void Match_Pinned_ComesFirstWhateverItsFit()
    {
        SongMatcher matcher = new(SongShelf.Of([Shelf.Song(1, 0.5, 0.5), Shelf.Song(2, -0.9, -0.9)]));

        MatchRanking ranking = matcher.Match(MatchWish.Of(Shelf.Feeling(0.5, 0.5)), new MatchOptions { Pinned = [2, 77] }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([2, 1], ranking.Songs.Select(song => song.Song.Id));
        Assert.True(ranking.Songs[0].IsPinned);
    }

    [Fact]
    public void Of_OlderVersions_AreLeftOutAndCounted()
    {
        SongShelf shelf = SongShelf.Of([Shelf.Song(1, version: 1), Shelf.Song(2, version: 2), Shelf.Song(3, version: 2)]);

        Assert.Equal((2, 1), (shelf.Count, shelf.Outdated));
        Assert.Null(shelf.RowOf(1));
    }

    [Fact]
    public void Match_NoSongs_IsEmpty() =>
        Assert.Empty(new SongMatcher(SongShelf.Of([])).Match(MatchWish.Of(Shelf.Feeling(0, 0)), new MatchOptions(), cancellationToken: TestContext.Current.CancellationToken).Songs);

    [Theory]
    [InlineData(0, 0.5, 0.2)]
    [InlineData(1001, 0.5, 0.2)]
    [InlineData(5, 1.1, 0.2)]
    [InlineData(5, double.NaN, 0.2)]
    [InlineData(5, 0.5, -0.1)]
    public void Match_OptionsOutOfRange_AreRefused(int count, double fit, double diversity) => Assert.Throws<ArgumentException>(() =>
        new SongMatcher(SongShelf.Of([])).Match(MatchWish.Of(Shelf.Feeling(0, 0)), new MatchOptions { Count = count, MinFit = fit, Diversity = diversity }, cancellationToken: TestContext.Current.CancellationToken));

    private static MatchWish Wish(Pcg32 random) =>
        MatchWish.Like(Shelf.Feeling((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1, 0.3), Shelf.Unit(random), null) with
        {
            Tags = [new("slow", 0.8), new("piano", 0.4), new("loud", -0.6), new("rock", 0.3)],
        };
}
