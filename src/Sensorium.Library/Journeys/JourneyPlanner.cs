namespace Sensorium.Library;

/// <summary>
/// Plans journeys: first song near the beginning, short steps, last song near the end, exact length, no song twice. Searches forward song by
/// song (dynamic programming with a beam): of partial journeys with the same last song and a length in the same five seconds it keeps the
/// four or sixteen nearest to the way that differ in their songs, and of all that are left the nearest 1,500. Up to twenty songs, only
/// journeys of the very same songs are one; up to ten, nothing is ever cut, and what is not found does not exist.
/// </summary>
public static class JourneyPlanner
{
    private const int MostStates = 1500;
    private const int MostSongs = 240;

    // With so few songs every set of songs is told apart.
    private const int FewSongs = 20;
    private const int ManySongs = 100;
    private const int Slots = 24;
    private const double BucketSeconds = 5;

    // Two songs of one artist in a row cost as much as a place 0.1 off the way throughout.
    private const double SameArtist = 0.01;

    /// <summary>Plans a journey.</summary>
    /// <param name="songs">The songs to choose from, each once.</param>
    /// <param name="path">The way.</param>
    /// <param name="options">What to keep to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The journey; where the library has a hole, the best part of it and the hole.</returns>
    /// <exception cref="ArgumentException">The length is not between a minute and four hours.</exception>
    public static Journey Plan(IReadOnlyList<LibrarySong> songs, JourneyPath path, JourneyOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songs);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Length < TimeSpan.FromMinutes(1) || options.Length > TimeSpan.FromHours(4))
        {
            throw new ArgumentException($"A journey lasts 1 minute to 4 hours, but {options.Length} came.", nameof(options));
        }

        Stop[] stops = [.. Nearby([.. songs.Where(song => song.Length > TimeSpan.Zero).Select(song => new Stop(song, options.Taste))], path)];
        return stops.Length == 0
            ? new Journey { Steps = [], Path = path, Length = TimeSpan.Zero, Gaps = [new JourneyGap(JourneyGapKind.NoSongs, path.Start, 0, null)] }
            : new Search(stops, path, options).Run(cancellationToken);
    }

    // All songs of a small library; of a large one as many along every part of the way.
    private static IEnumerable<Stop> Nearby(Stop[] stops, JourneyPath path)
    {
        if (stops.Length <= MostSongs)
        {
            return stops;
        }

        PlanePoint[] slots = [.. Enumerable.Range(0, Slots).Select(i => path.At(i / (Slots - 1.0))).Distinct()];
        return stops
            .Select(stop => (Stop: stop, Slot: slots.MinBy(slot => slot.DistanceTo(stop.Place))))
            .GroupBy(found => found.Slot)
            .SelectMany(group => group.OrderBy(found => found.Stop.Place.DistanceTo(group.Key)).ThenBy(found => found.Stop.Song.Id).Take(MostSongs / slots.Length))
            .Select(found => found.Stop);
    }

    /// <summary>A song and its place for this listener.</summary>
    private sealed class Stop(LibrarySong song, PersonalTaste taste)
    {
        public LibrarySong Song { get; } = song;

        public PlanePoint Place { get; } = new(song.Song.Percept.Affect.Valence.Mean + taste.ValenceOffset, song.Song.Percept.Affect.Arousal.Mean + taste.ArousalOffset);

        public double Seconds { get; } = song.Length.TotalSeconds;
    }

    /// <summary>A partial journey: its last song and what came before.</summary>
    private sealed record State(int Last, State? Before, double Seconds, double Cost, ulong Songs)
    {
        public bool Has(int stop) => Last == stop || (Before?.Has(stop) ?? false);
    }

    private sealed class Search(Stop[] stops, JourneyPath path, JourneyOptions options)
    {
        private readonly double _seconds = options.Length.TotalSeconds;
        private readonly double _slack = options.Tolerance.TotalSeconds;
        private readonly ulong[] _marks = Marks(stops.Length);
        // The nearest ways to a song often hold the very song that is needed next: some that do not are kept beside them.
        private readonly ulong _kinds = stops.Length <= ManySongs ? 15UL : 3UL;
        private readonly int[][] _around = Around(stops, options.MostStep);
        private State? _whole;
        private State? _long;
        private State? _part;

        public Journey Run(CancellationToken cancellationToken)
        {
            List<JourneyGap> gaps = [];
            int[] first = [.. Enumerable.Range(0, stops.Length).Where(i => stops[i].Place.DistanceTo(path.Start) <= options.Near)];
            if (first.Length == 0)
            {
                int nearest = Enumerable.Range(0, stops.Length).MinBy(i => stops[i].Place.DistanceTo(path.Start));
                gaps.Add(new JourneyGap(JourneyGapKind.Start, path.Start, stops[nearest].Place.DistanceTo(path.Start), stops[nearest].Song));
                first = [nearest];
            }

            List<State> layer = [.. first.Select(Begin).OfType<State>()];
            while (layer.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                layer.ForEach(Judge);
                layer = Next(layer);
            }

            State? best = _whole ?? _long ?? _part;
            if (_whole is null)
            {
                gaps.Add(_long is null ? Hole(JourneyGapKind.Length) : Hole(JourneyGapKind.End));
            }

            return ToJourney(best, gaps);
        }

        private static int[][] Around(Stop[] stops, double most) =>
            [.. stops.Select((stop, at) => Enumerable.Range(0, stops.Length).Where(i => i != at && stop.Place.DistanceTo(stops[i].Place) <= most).ToArray())];

        private static ulong[] Marks(int count)
        {
            Pcg32 random = new(1, 2);
            return [.. Enumerable.Range(0, count).Select(_ => ((ulong)random.NextUInt32() << 32) | random.NextUInt32())];
        }

        // The first song is the way's beginning, the last one its end.
        private PlanePoint TargetOf(double start, double length) => path.At(start / Math.Max(_seconds - length, 1));

        private double CostOf(State? before, int next)
        {
            Stop stop = stops[next];
            double off = stop.Place.DistanceTo(TargetOf(before?.Seconds ?? 0, stop.Seconds));
            bool same = before is not null && stop.Song.Tags.Artist is { } artist && string.Equals(artist, stops[before.Last].Song.Tags.Artist, StringComparison.OrdinalIgnoreCase);
            return (before?.Cost ?? 0) + (off * off * stop.Seconds / _seconds) + (same ? SameArtist : 0);
        }

        private State? Begin(int first) => stops[first].Seconds <= _seconds + _slack ? new State(first, null, stops[first].Seconds, CostOf(null, first), _marks[first]) : null;

        private List<State> Next(List<State> layer)
        {
            Dictionary<(ulong Songs, int Last), State> next = [];
            foreach (State state in layer)
            {
                foreach (int i in _around[state.Last])
                {
                    double seconds = state.Seconds + stops[i].Seconds;
                    if (seconds > _seconds + _slack)
                    {
                        continue;
                    }

                    double cost = CostOf(state, i);
                    ulong songs = state.Songs ^ _marks[i];
                    (ulong, int) key = (stops.Length <= FewSongs ? songs : ((ulong)(seconds / BucketSeconds) << 8) | (songs & _kinds), i);
                    if ((!next.TryGetValue(key, out State? other) || cost < other.Cost) && !state.Has(i))
                    {
                        next[key] = new State(i, state, seconds, cost, songs);
                    }
                }
            }

            return next.Count <= MostStates ? [.. next.Values] : [.. next.Values.OrderBy(state => state.Cost / state.Seconds).Take(MostStates)];
        }

        private void Judge(State state)
        {
            double missing = stops[state.Last].Place.DistanceTo(path.End);
            if (Math.Abs(state.Seconds - _seconds) <= _slack)
            {
                if (missing <= options.Near && (_whole is null || state.Cost < _whole.Cost))
                {
                    _whole = state;
                }

                _long = _long is null || (missing, state.Cost).CompareTo((stops[_long.Last].Place.DistanceTo(path.End), _long.Cost)) < 0 ? state : _long;
            }

            _part = _part is null || (Math.Abs(_seconds - state.Seconds), missing).CompareTo((Math.Abs(_seconds - _part.Seconds), stops[_part.Last].Place.DistanceTo(path.End))) < 0 ? state : _part;
        }

        // The emptiest place of the way; for its end, the end itself where nothing lies near it.
        private JourneyGap Hole(JourneyGapKind kind)
        {
            (PlanePoint Place, Stop Nearest) NearestTo(PlanePoint place) => (place, stops.MinBy(stop => stop.Place.DistanceTo(place))!);
            (PlanePoint Place, Stop Nearest) end = NearestTo(path.End);
            (PlanePoint place, Stop nearest) = kind == JourneyGapKind.End && end.Nearest.Place.DistanceTo(end.Place) > options.Near
                ? end
                : Enumerable.Range(0, Slots).Select(i => NearestTo(path.At(i / (Slots - 1.0)))).MaxBy(found => found.Nearest.Place.DistanceTo(found.Place));
            return new JourneyGap(kind, place, nearest.Place.DistanceTo(place), nearest.Song);
        }

        private Journey ToJourney(State? last, List<JourneyGap> gaps)
        {
            List<JourneyStep> steps = [];
            for (State? state = last; state is not null; state = state.Before)
            {
                Stop stop = stops[state.Last];
                double start = state.Seconds - stop.Seconds;
                double step = state.Before is { } before ? stops[before.Last].Place.DistanceTo(stop.Place) : 0;
                steps.Insert(0, new JourneyStep(stop.Song, TimeSpan.FromSeconds(start), stop.Place, TargetOf(start, stop.Seconds), step));
            }

            return new Journey { Steps = steps, Path = path, Length = TimeSpan.FromSeconds(last?.Seconds ?? 0), Gaps = gaps };
        }
    }
}
