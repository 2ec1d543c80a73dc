namespace Sensorium.Library;

/// <summary>Chooses songs of a library that fit, and says of any song why it was chosen or not. Thread-safe.</summary>
/// <param name="shelf">The library.</param>
public sealed class SongMatcher(SongShelf shelf)
{
    /// <summary>Most songs that can be asked for.</summary>
    public const int MostSongs = 1000;

    /// <summary>What waiting takes from a song's place in the order just after it was played.</summary>
    public const double MostWaiting = 0.3;

    // So many songs for one place: variety needs more to choose from than the best.
    private const int PoolEach = 10;
    private const int SmallestPool = 200;

    /// <summary>The library.</summary>
    public SongShelf Shelf => shelf;

    /// <summary>Chooses songs.</summary>
    /// <param name="wish">What is sought.</param>
    /// <param name="options">How to choose.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The songs; fewer than asked where fewer fit.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, or the wish's vector has another length.</exception>
    public MatchRanking Match(MatchWish wish, MatchOptions options, CancellationToken cancellationToken = default)
    {
        Require(wish, options);
        using FitColumns columns = FitColumns.Of(shelf, wish, options.Taste);
        cancellationToken.ThrowIfCancellationRequested();
        bool[]? refused = Refused(options.Filter);
        (int below, double? bestBelow) = CountBelow(columns, wish, options, refused);
        (int[] rows, double[] scores) = Pool(columns, wish, options, refused);
        cancellationToken.ThrowIfCancellationRequested();
        SongPool pool = new(shelf, options);
        int[] pinned = [.. options.Pinned.Select(shelf.RowOf).OfType<int>().Distinct().Where(row => refused?[row] != true && shelf.Songs[row].Id != wish.SongId)];
        (rows, scores) = Without(pinned, rows, scores);
        IReadOnlyList<int> chosen = pool.Choose(pinned, rows, scores);
        return new MatchRanking
        {
            Songs = [.. chosen.Select(row => Describe(row, wish, options))],
            Considered = shelf.Count,
            Filtered = refused?.Count(refuses => refuses) ?? 0,
            BelowFit = below,
            BestBelow = bestBelow,
            IsSpacingRelaxed = pool.IsSpacingRelaxed,
        };
    }

    /// <summary>The fit of one song with its parts, whether it would be chosen or not.</summary>
    /// <param name="id">Its number; a song of the shelf.</param>
    /// <param name="wish">What is sought.</param>
    /// <param name="options">How songs are chosen.</param>
    /// <returns>The song.</returns>
    /// <exception cref="ArgumentException">The song is not on the shelf, or an option is out of its range.</exception>
    public MatchedSong Measure(long id, MatchWish wish, MatchOptions options)
    {
        Require(wish, options);
        return Describe(shelf.RowOf(id) ?? throw new ArgumentException($"Song {id} is not on the shelf.", nameof(id)), wish, options);
    }

    /// <summary>Says what became of a song.</summary>
    /// <param name="id">Its number; a song of the shelf.</param>
    /// <param name="wish">What is sought.</param>
    /// <param name="options">How to choose.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Why it was chosen or not, with its numbers.</returns>
    /// <exception cref="ArgumentException">The song is not on the shelf, or an option is out of its range.</exception>
    public SongAbsence Explain(long id, MatchWish wish, MatchOptions options, CancellationToken cancellationToken = default)
    {
        Require(wish, options);
        int row = shelf.RowOf(id) ?? throw new ArgumentException($"Song {id} is not on the shelf.", nameof(id));
        MatchRanking ranking = Match(wish, options, cancellationToken);
        bool[]? refused = Refused(options.Filter);
        FilterPart? filter = options.Filter.Refuses(shelf.Songs[row]);
        MatchedSong song = Describe(row, wish, options);
        double score = ScoreOf(song);
        int[] eligible = [.. Enumerable.Range(0, shelf.Count).Where(other => refused?[other] != true && shelf.Songs[other].Id != wish.SongId)];
        int rank = 1 + eligible.Count(other => other != row && ScoreOf(other, wish, options) is double theirs && (theirs > score || (theirs == score && other < row)));
        bool isPresent = ranking.Songs.Any(chosen => chosen.Song.Id == id);
        bool wouldBe = rank <= options.Count;
        return new SongAbsence
        {
            Kind = isPresent ? AbsenceKind.Present
                : id == wish.SongId ? AbsenceKind.IsTheQuestion
                : filter is not null ? AbsenceKind.Filtered
                : song.Fit < options.MinFit ? AbsenceKind.BelowFit
                : wouldBe ? AbsenceKind.SetAside
                : song.Waiting > 0 ? AbsenceKind.Waiting
                : AbsenceKind.Outranked,
            Song = song,
            Filter = filter,
            Rank = filter is null && id != wish.SongId ? rank : null,
            Eligible = eligible.Length,
            LastFit = ranking.Songs.Count > 0 ? ranking.Songs[^1].Fit : null,
            Instead = !isPresent && wouldBe ? InsteadOf(row, ranking) : null,
        };
    }

    private static double ScoreOf(MatchedSong song) => song.Fit + song.Liking - song.Waiting;

    private double ScoreOf(int row, MatchWish wish, MatchOptions options) =>
        FitFormula.Fit(FitColumns.PartsOf(shelf, row, wish, options.Taste), wish.TagWeight) + Extra(shelf.Songs[row].Id, options);

    private static double Extra(long id, MatchOptions options) => options.Liking.GetValueOrDefault(id) - WaitingOf(id, options);

    private static double WaitingOf(long id, MatchOptions options)
    {
        if (!options.LastPlayed.TryGetValue(id, out DateTimeOffset played) || options.Wait <= TimeSpan.Zero)
        {
            return 0;
        }

        double passed = Math.Max((options.Now - played) / options.Wait, 0);
        return MostWaiting * Math.Max(1 - passed, 0);
    }

    private void Require(MatchWish wish, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Count is < 1 or > MostSongs || options.MinFit is not (>= 0 and <= 1) || options.Diversity is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"The count is 1 to {MostSongs}, fit and diversity are 0 to 1.", nameof(options));
        }

        if (wish.Vector.Length > 0 && wish.Vector.Length != shelf.Vectors.Dimension)
        {
            throw new ArgumentException($"The vector has {wish.Vector.Length} values; songs have {shelf.Vectors.Dimension}.", nameof(wish));
        }
    }

    private bool[]? Refused(SongFilter filter) => filter.IsOpen ? null : [.. shelf.Songs.Select(song => filter.Refuses(song) is not null)];

    private double ExactFit(int row, MatchWish wish, MatchOptions options) => FitFormula.Fit(FitColumns.PartsOf(shelf, row, wish, options.Taste), wish.TagWeight);

    // The row of the song that is asked with; -1 for none. Rows are compared, not songs: those lie all over memory.
    private int RowOfQuestion(MatchWish wish) => wish.SongId is { } id && shelf.RowOf(id) is { } row ? row : -1;

    // Columns first; where they leave open on which side of the cut-off a song lies, the exact likeness; where that does, the formula.
    private (int Count, double? Best) CountBelow(FitColumns columns, MatchWish wish, MatchOptions options, bool[]? refused)
    {
        int count = 0, question = RowOfQuestion(wish);
        double least = options.MinFit, best = -1;
        List<(int Row, double Fit)> nearBest = [];
        ReadOnlySpan<float> fits = columns.Fits;
        float high = (float)(least + columns.Error), low = (float)(least - columns.Error);
        for (int row = 0; row < fits.Length; row++)
        {
            if (fits[row] >= high || row == question || refused?[row] == true)
            {
                continue;
            }

            bool isOpen = fits[row] >= low, isNear = fits[row] + columns.Error > best;
            double fine = isOpen || isNear ? columns.Fine(row) : fits[row];
            if (isOpen && !(Math.Abs(fine - least) > columns.FineError ? fine < least : ExactFit(row, wish, options) < least))
            {
                continue;
            }

            count++;
            best = Math.Max(best, fine);
            if (isNear && fine > best - (2 * columns.FineError))
            {
                nearBest.Add((row, fine));
            }
        }

        return (count, count == 0 ? null : nearBest.Where(song => song.Fit > best - (2 * columns.FineError)).Max(song => ExactFit(song.Row, wish, options)));
    }

    // The best by the columns, and all that may be as good for all that the columns do not know.
    private (int[] Rows, double[] Scores) Pool(FitColumns columns, MatchWish wish, MatchOptions options, bool[]? refused)
    {
        // What is added to a score is known for few songs.
        Dictionary<int, float> extras = [];
        foreach (long id in options.Liking.Keys.Union(options.LastPlayed.Keys))
        {
            if (shelf.RowOf(id) is { } row)
            {
                extras[row] = (float)Extra(id, options);
            }
        }

        int size = Math.Min(Math.Max(PoolEach * options.Count, SmallestPool), Math.Max(shelf.Count, 1)), question = RowOfQuestion(wish);
        NearestList best = new(size);
        float least = (float)(options.MinFit - columns.Error);
        ReadOnlySpan<float> fits = columns.Fits;
        float ScoreOf(int row, float fit) => extras.Count == 0 ? fit : fit + extras.GetValueOrDefault(row);
        for (int row = 0; row < fits.Length; row++)
        {
            if (fits[row] >= least && ScoreOf(row, fits[row]) is float score && score > best.Bar && row != question && refused?[row] != true)
            {
                best.Offer(row, score);
            }
        }

        double bar = best.Bar - (2 * columns.Error);
        List<(int Row, double Score)> exact = [];
        for (int row = 0; row < fits.Length; row++)
        {
            if (fits[row] >= least && ScoreOf(row, fits[row]) >= bar && row != question && refused?[row] != true && ExactFit(row, wish, options) is double fit && fit >= options.MinFit)
            {
                exact.Add((row, fit + Extra(shelf.Songs[row].Id, options)));
            }
        }

        (int Row, double Score)[] pool = [.. exact.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Row).Take(size)];
        return ([.. pool.Select(entry => entry.Row)], [.. pool.Select(entry => entry.Score)]);
    }

    private static (int[] Rows, double[] Scores) Without(int[] pinned, int[] rows, double[] scores)
    {
        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => !pinned.Contains(rows[i]))];
        return ([.. kept.Select(i => rows[i])], [.. kept.Select(i => scores[i])]);
    }

    private MatchedSong Describe(int row, MatchWish wish, MatchOptions options)
    {
        LibrarySong song = shelf.Songs[row];
        FitParts parts = FitColumns.PartsOf(shelf, row, wish, options.Taste);
        return new MatchedSong
        {
            Song = song,
            Fit = FitFormula.Fit(parts, wish.TagWeight),
            Parts = parts,
            Tags = [.. wish.Tags.Select(tag => (tag, shelf.ShareOf(row, tag.Name)))],
            IsPinned = options.Pinned.Contains(song.Id),
            Waiting = WaitingOf(song.Id, options),
            Liking = options.Liking.GetValueOrDefault(song.Id),
        };
    }

    private LibrarySong? InsteadOf(int row, MatchRanking ranking)
    {
        int[] chosen = [.. ranking.Songs.Select(song => shelf.RowOf(song.Song.Id)!.Value)];
        int? same = chosen.Cast<int?>().FirstOrDefault(other => shelf.Albums[row] >= 0 && shelf.Albums[other!.Value] == shelf.Albums[row])
            ?? chosen.Cast<int?>().FirstOrDefault(other => shelf.Artists[row] >= 0 && shelf.Artists[other!.Value] == shelf.Artists[row]);
        int? instead = same ?? chosen.Cast<int?>().MaxBy(other => shelf.Vectors.LikenessOf(row, shelf.Vectors[other!.Value]));
        return instead is { } found ? shelf.Songs[found] : null;
    }
}
