namespace Sensorium.Library.Tests;

public sealed class JourneyPlannerTests
{
    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 40).Select(seed => (ulong)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plan_AnyLibraryAndWay_KeepsItsPromisesOrSaysWhatIsMissing(ulong seed)
    {
        Pcg32 random = new(seed, 3);
        LibrarySong[] songs = Shelf.Random(seed, 1 + random.Next(400));
        PlanePoint Point() => new((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
        JourneyPath path = random.Next(3) switch { 0 => JourneyPath.Follow(Point()), 1 => JourneyPath.Iso(Point(), Point()), _ => JourneyPath.Custom([Point(), Point(), Point()]) };
        JourneyOptions options = new() { Length = TimeSpan.FromMinutes(5 + random.Next(40)) };

        Journey journey = JourneyPlanner.Plan(songs, path, options, TestContext.Current.CancellationToken);

        Assert.Equal(journey.Steps.Count, journey.Steps.Select(step => step.Song.Id).Distinct().Count());
        Assert.Equal(journey.Length.TotalSeconds, journey.Steps.Sum(step => step.Song.Length.TotalSeconds), 3);
        Assert.All(journey.Steps.Zip(journey.Steps.Skip(1)), pair => Assert.InRange(pair.First.Place.DistanceTo(pair.Second.Place), 0, 0.35));
        Assert.All(journey.Steps.Zip(journey.Steps.Skip(1)), pair => Assert.Equal((pair.First.Start + pair.First.Song.Length).TotalSeconds, pair.Second.Start.TotalSeconds, 3));
        Assert.InRange(journey.Length, TimeSpan.Zero, options.Length + options.Tolerance);
        bool start = journey.Steps.Count > 0 && journey.Steps[0].Place.DistanceTo(path.Start) <= 0.2;
        bool end = journey.Steps.Count > 0 && journey.Steps[^1].Place.DistanceTo(path.End) <= 0.2;
        bool length = (journey.Length - options.Length).Duration() <= options.Tolerance;
        Assert.Equal(start && end && length, journey.IsComplete);
        Assert.Equal(start, journey.Gaps.All(gap => gap.Kind != JourneyGapKind.Start));
        Assert.Equal(length, journey.Gaps.All(gap => gap.Kind is JourneyGapKind.Start or JourneyGapKind.End));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plan_AFewSongs_FindsAJourneyWheneverThereIsOne(ulong seed)
    {
        Pcg32 random = new(seed, 4);
        LibrarySong[] songs = [.. Enumerable.Range(1, 8).Select(id => Shelf.Song(id, 0.8 * random.NextDouble(), 0.8 * random.NextDouble(), seconds: 60 + random.Next(120)))];
        JourneyPath path = JourneyPath.Iso(new(0.1, 0.1), new(0.6, 0.6));
        JourneyOptions options = new() { Length = TimeSpan.FromMinutes(8) };

        Journey journey = JourneyPlanner.Plan(songs, path, options, TestContext.Current.CancellationToken);

        Assert.Equal(Exists(songs, path, options, [], 0), journey.IsComplete);
    }

    [Fact]
    public void Plan_AThousandSongs_AllJourneysAreComplete()
    {
        LibrarySong[] songs = Shelf.Random(5, 1000);
        PlanePoint sad = new(-0.5, -0.4);
        Assert.All(
            [JourneyPath.Follow(sad), JourneyPath.Iso(sad, JourneyPath.Bright), JourneyPath.Compensatory(JourneyPath.Calm), JourneyPath.Custom([sad, new(0, 0.6), JourneyPath.Calm])],
            path =>
            {
                Journey journey = JourneyPlanner.Plan(songs, path, new JourneyOptions(), TestContext.Current.CancellationToken);
                Assert.True(journey.IsComplete);
                Assert.InRange(journey.Steps.Average(step => step.Place.DistanceTo(step.Target)), 0, 0.15);
            });
    }

    [Fact]
    public void Plan_AHoleOnTheWay_IsNamedAndTheNearestPartGiven()
    {
        LibrarySong[] songs =
        [
            .. Enumerable.Range(1, 12).Select(id => Shelf.Song(id, -0.6 + (0.01 * id), -0.4, seconds: 180)),
            .. Enumerable.Range(21, 12).Select(id => Shelf.Song(id, 0.6 - (0.001 * id), 0.4, seconds: 180)),
        ];

        Journey journey = JourneyPlanner.Plan(songs, JourneyPath.Iso(new(-0.6, -0.4), new(0.6, 0.4)), new JourneyOptions(), TestContext.Current.CancellationToken);

        JourneyGap gap = Assert.Single(journey.Gaps);
        Assert.Equal(JourneyGapKind.End, gap.Kind);
        Assert.InRange(gap.Hole.DistanceTo(default), 0, 0.15);
        Assert.InRange(gap.Distance, 0.5, 0.8);
        Assert.Equal(TimeSpan.FromMinutes(24), journey.Length);
        Assert.InRange(journey.Steps[^1].Place.Valence, -0.49, -0.47);
    }

    [Fact]
    public void Plan_NothingNearTheStart_SaysHowFarTheNearestIs()
    {
        LibrarySong[] songs = [.. Enumerable.Range(1, 10).Select(id => Shelf.Song(id, 0.5, 0.5, seconds: 144))];

        Journey journey = JourneyPlanner.Plan(songs, JourneyPath.Iso(new(-0.5, 0.5), new(0.5, 0.5)), new JourneyOptions(), TestContext.Current.CancellationToken);

        JourneyGap gap = Assert.Single(journey.Gaps);
        Assert.Equal((JourneyGapKind.Start, 1.0), (gap.Kind, Math.Round(gap.Distance, 6)));
        Assert.Equal(10, journey.Steps.Count);
    }

    [Fact]
    public void Plan_TooFewSongs_GivesWhatThereIs()
    {
        Journey journey = JourneyPlanner.Plan([Shelf.Song(1, 0.5, 0.5)], JourneyPath.Follow(new(0.5, 0.5)), new JourneyOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(JourneyGapKind.Length, Assert.Single(journey.Gaps).Kind);
        Assert.Single(journey.Steps);
        Assert.Equal(JourneyGapKind.NoSongs, Assert.Single(JourneyPlanner.Plan([], JourneyPath.Follow(default), new JourneyOptions(), TestContext.Current.CancellationToken).Gaps).Kind);
    }

    [Fact]
    public void Plan_WithAnOffset_UsesThePlacesOfTheListener()
    {
        LibrarySong[] songs = [.. Enumerable.Range(1, 20).Select(id => Shelf.Song(id, 0.1, 0, seconds: 144))];

        Journey journey = JourneyPlanner.Plan(songs, JourneyPath.Follow(new(0.4, 0)), new JourneyOptions { Taste = new PersonalTaste { ValenceOffset = 0.3 } }, TestContext.Current.CancellationToken);

        Assert.True(journey.IsComplete);
        Assert.Equal(0.4, journey.Steps[0].Place.Valence, 6);
    }

    [Fact]
    public void At_AWayWithABend_GoesThroughItAtOneSpeed()
    {
        JourneyPath path = JourneyPath.Custom([new(0, 0), new(0.3, 0), new(0.3, 0.9)]);

        Assert.Equal(1.2, path.Length, 9);
        Assert.Equal(new PlanePoint(0.3, 0), Rounded(path.At(0.25)));
        Assert.Equal(new PlanePoint(0.3, 0.3), Rounded(path.At(0.5)));
        Assert.Equal((path.Start, path.End), (path.At(-1), Rounded(path.At(2))));
        Assert.Throws<ArgumentException>(() => JourneyPath.Custom([]));
        Assert.Throws<ArgumentException>(() => JourneyPath.Follow(new(0, double.NaN)));
    }

    private static PlanePoint Rounded(PlanePoint point) => new(Math.Round(point.Valence, 9), Math.Round(point.Arousal, 9));

    // Tries everything.
    private static bool Exists(LibrarySong[] songs, JourneyPath path, JourneyOptions options, List<LibrarySong> chosen, double seconds)
    {
        PlanePoint Of(LibrarySong song) => PlanePoint.Of(song.Song.Percept.Affect);
        if (chosen.Count > 0 && Math.Abs(seconds - options.Length.TotalSeconds) <= 15 && Of(chosen[^1]).DistanceTo(path.End) <= 0.2)
        {
            return true;
        }

        foreach (LibrarySong song in songs.Except(chosen).ToArray())
        {
            bool fits = chosen.Count == 0 ? Of(song).DistanceTo(path.Start) <= 0.2 : Of(chosen[^1]).DistanceTo(Of(song)) <= 0.35;
            if (fits && seconds + song.Length.TotalSeconds <= options.Length.TotalSeconds + 15)
            {
                chosen.Add(song);
                bool found = Exists(songs, path, options, chosen, seconds + song.Length.TotalSeconds);
                chosen.RemoveAt(chosen.Count - 1);
                if (found)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
