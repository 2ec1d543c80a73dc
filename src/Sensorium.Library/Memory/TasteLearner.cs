namespace Sensorium.Library;

/// <summary>
/// Learns from feedback how a listener differs from the measurements: where songs lie for them (an offset), and which axis matters more (a
/// metric). Both are shrunk towards "like everybody" as if <see cref="Prior"/> observations had said so, and bounded, so that a few clicks
/// change little and no history changes everything.
/// </summary>
/// <remarks>
/// A like, a skip or a dislike counts where it was said with a feeling sought, which is then where the song should have been; a mood counts
/// with what was felt afterwards. Offset on each axis: the sum of (felt - song) over likes and moods, divided by their number plus the
/// prior, at most 0.3. Metric: with L the mean squared (sought - song - offset) over likes and S the same over skips and dislikes, both
/// shrunk towards 0.1, r = sqrt(S / L) on each axis, divided by the geometric mean of both axes, in 0.5..2: an axis along which skipped
/// songs were farther off than liked ones matters more. A song's own liking: 0.1 (likes - skips) / (likes + skips + 2).
/// </remarks>
public static class TasteLearner
{
    /// <summary>Observations that speak for "like everybody".</summary>
    public const double Prior = 8;

    /// <summary>Most offset on an axis.</summary>
    public const double MostOffset = 0.3;

    /// <summary>Most that likes add to a song's place in the order, and skips take.</summary>
    public const double MostLiking = 0.1;

    private const double UsualSquare = 0.1;

    /// <summary>Learns the offset and the metric.</summary>
    /// <param name="feedback">All that was said, in any order.</param>
    /// <param name="placeOf">Where a song was measured to lie; null for a song that is gone, which then counts nothing.</param>
    /// <returns>The listener.</returns>
    public static PersonalTaste Learn(IEnumerable<Feedback> feedback, Func<long, PlanePoint?> placeOf)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        ArgumentNullException.ThrowIfNull(placeOf);
        Observation[] all = [.. feedback.Select(said => Observation.Of(said, placeOf(said.SongId))).OfType<Observation>()];
        Observation[] felt = [.. all.Where(seen => seen.Kind is not FeedbackKind.Skip)];
        double valence = Offset(felt, seen => seen.Valence), arousal = Offset(felt, seen => seen.Arousal);
        double forValence = Ratio(all, seen => seen.Valence - valence), forArousal = Ratio(all, seen => seen.Arousal - arousal);
        double mean = Math.Sqrt(forValence * forArousal);
        return new PersonalTaste
        {
            ValenceOffset = valence,
            ArousalOffset = arousal,
            ValenceMetric = Math.Clamp(forValence / mean, 0.5, 2),
            ArousalMetric = Math.Clamp(forArousal / mean, 0.5, 2),
        };
    }

    /// <summary>What likes and skips add to each song's place in the order.</summary>
    /// <param name="feedback">All that was said.</param>
    /// <returns>-0.1..0.1 by the song's number; songs that were neither liked nor skipped are not in it.</returns>
    public static IReadOnlyDictionary<long, double> LikingOf(IEnumerable<Feedback> feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return feedback.Where(said => IsLike(said) || IsSkip(said)).GroupBy(said => said.SongId).ToDictionary(group => group.Key, group =>
        {
            int likes = group.Count(IsLike), skips = group.Count() - likes;
            return MostLiking * (likes - skips) / (likes + skips + 2.0);
        });
    }

    /// <summary>When each song was played last.</summary>
    /// <param name="feedback">All that was said.</param>
    /// <returns>The latest time that it was heard or skipped, by its number.</returns>
    public static IReadOnlyDictionary<long, DateTimeOffset> LastPlayedOf(IEnumerable<Feedback> feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return feedback.Where(said => said.Kind is FeedbackKind.Play or FeedbackKind.Skip).GroupBy(said => said.SongId).ToDictionary(group => group.Key, group => group.Max(said => said.Time));
    }

    private static bool IsLike(Feedback said) => said.Kind is FeedbackKind.Like;

    private static bool IsSkip(Feedback said) => said.Kind is FeedbackKind.Skip or FeedbackKind.Dislike;

    private static double Offset(Observation[] felt, Func<Observation, double> of) => Math.Clamp(felt.Sum(of) / (felt.Length + Prior), -MostOffset, MostOffset);

    private static double Ratio(Observation[] all, Func<Observation, double> of)
    {
        double Square(FeedbackKind kind)
        {
            double[] squares = [.. all.Where(seen => seen.Kind == kind).Select(of).Select(off => off * off)];
            return (squares.Sum() + (Prior * UsualSquare)) / (squares.Length + Prior);
        }

        return Math.Sqrt(Square(FeedbackKind.Skip) / Square(FeedbackKind.Like));
    }

    /// <summary>How far what was felt or sought lies from where the song was measured; the kind is like, skip or mood.</summary>
    private sealed record Observation(FeedbackKind Kind, double Valence, double Arousal)
    {
        public static Observation? Of(Feedback said, PlanePoint? place)
        {
            Affect? felt = said.Kind switch { FeedbackKind.Mood => said.After, FeedbackKind.Play => null, _ => said.Goal };
            return felt is { } there && place is { } song
                ? new Observation(IsSkip(said) ? FeedbackKind.Skip : said.Kind, there.Valence.Mean - song.Valence, there.Arousal.Mean - song.Arousal)
                : null;
        }
    }
}
