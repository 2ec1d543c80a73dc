using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Library.Tests;

public sealed class TasteLearnerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Learn_Nothing_IsLikeEverybody() => Assert.Equal(default, TasteLearner.Learn([], _ => default(PlanePoint)));

    [Fact]
    public void Learn_OneLike_ChangesLittle_Many_ChangeMoreWithinTheBound()
    {
        double Offset(int count) => TasteLearner.Learn([.. Enumerable.Repeat(Said(FeedbackKind.Like, 0.4, 0), count)], _ => new PlanePoint(0, 0)).ValenceOffset;

        Assert.InRange(Offset(1), 0.04, 0.05);
        Assert.InRange(Offset(8), 0.19, 0.21);
        Assert.Equal(0.3, Offset(1000), 6);
    }

    [Fact]
    public void Learn_MoodsAfterwards_CountAsWhatWasFelt()
    {
        Feedback mood = new() { SongId = 1, Kind = FeedbackKind.Mood, Time = Noon, Before = Of(-0.5, 0), After = Of(0.4, -0.4) };

        PersonalTaste taste = TasteLearner.Learn(Enumerable.Repeat(mood, 8), _ => new PlanePoint(0, 0));

        Assert.Equal((0.2, -0.2), (Math.Round(taste.ValenceOffset, 6), Math.Round(taste.ArousalOffset, 6)));
    }

    [Fact]
    public void Learn_SkipsFarInArousal_MakesArousalMatterMore()
    {
        Feedback[] said = [.. Enumerable.Range(0, 20).SelectMany(i => new[] { Said(FeedbackKind.Like, i % 2 == 0 ? 0.4 : -0.4, 0), Said(FeedbackKind.Skip, 0, i % 2 == 0 ? 0.6 : -0.6) })];

        PersonalTaste taste = TasteLearner.Learn(said, _ => new PlanePoint(0, 0));

        Assert.InRange(taste.ArousalMetric, 1.3, 2);
        Assert.InRange(taste.ValenceMetric, 0.5, 0.8);
        Assert.Equal(1, taste.ArousalMetric * taste.ValenceMetric, 6);
    }

    [Fact]
    public void Learn_AfterLikes_TheNextAnswerComesNearer()
    {
        SongShelf shelf = SongShelf.Of([Shelf.Song(1, 0.4, 0.4), Shelf.Song(2, 0.15, 0.15)]);
        PersonalTaste taste = TasteLearner.Learn(Enumerable.Range(0, 30).Select(_ => Said(FeedbackKind.Like, 0.4, 0.4, 2)), _ => new PlanePoint(0.15, 0.15));
        long First(PersonalTaste listener) => new SongMatcher(shelf).Match(MatchWish.Of(Shelf.Feeling(0.4, 0.4)), new MatchOptions { Taste = listener, Diversity = 0 }).Songs[0].Song.Id;

        Assert.Equal(1, First(default));
        Assert.Equal(2, First(taste));
    }

    [Fact]
    public void Learn_AnyHistory_StaysWithinItsBounds()
    {
        Gen<Feedback> one = from kind in Gen.Elements(Enum.GetValues<FeedbackKind>())
                            from song in Gen.Choose(1, 5)
                            from place in Gen.Choose(-100, 100).Two()
                            from told in Gen.Elements(true, false)
                            select Said(kind, place.Item1 / 100.0, place.Item2 / 100.0, song) with { Goal = told ? Of(place.Item1 / 100.0, place.Item2 / 100.0) : null };
        Prop.ForAll(Gen.ListOf(one).ToArbitrary(), said =>
        {
            PersonalTaste taste = TasteLearner.Learn(said, id => id == 5 ? null : new PlanePoint(0.1 * id, -0.2 * id));
            return Math.Abs(taste.ValenceOffset) <= 0.3 && Math.Abs(taste.ArousalOffset) <= 0.3
                && taste.ValenceMetric is >= 0.5 and <= 2 && taste.ArousalMetric is >= 0.5 and <= 2
                && TasteLearner.LikingOf(said).Values.All(liking => Math.Abs(liking) < 0.1);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void LikingOf_LikesAndSkips_BalanceEachOther()
    {
        IReadOnlyDictionary<long, double> liking = TasteLearner.LikingOf(
            [Said(FeedbackKind.Like, 0, 0, 1), Said(FeedbackKind.Skip, 0, 0, 2), Said(FeedbackKind.Dislike, 0, 0, 2), Said(FeedbackKind.Like, 0, 0, 3), Said(FeedbackKind.Skip, 0, 0, 3), Said(FeedbackKind.Play, 0, 0, 4)]);

        Assert.Equal(0.1 / 3, liking[1], 9);
        Assert.Equal(-0.05, liking[2], 9);
        Assert.Equal(0, liking[3]);
        Assert.False(liking.ContainsKey(4));
    }

    [Fact]
    public void LastPlayedOf_PlaysAndSkips_TellsTheLatest()
    {
        IReadOnlyDictionary<long, DateTimeOffset> last = TasteLearner.LastPlayedOf(
            [Said(FeedbackKind.Play, 0, 0), Said(FeedbackKind.Play, 0, 0) with { Time = Noon.AddHours(2) }, Said(FeedbackKind.Like, 0, 0) with { Time = Noon.AddHours(5) }]);

        Assert.Equal(Noon.AddHours(2), Assert.Single(last).Value);
    }

    private static Affect Of(double valence, double arousal) => new() { Valence = new(valence, 0), Arousal = new(arousal, 0) };

    private static Feedback Said(FeedbackKind kind, double valence, double arousal, long song = 1) => new() { SongId = song, Kind = kind, Time = Noon, Goal = Of(valence, arousal) };
}
