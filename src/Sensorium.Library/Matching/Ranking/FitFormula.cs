namespace Sensorium.Library;

/// <summary>
/// The fit of a song, 0..1: the mean of its parts weighted by <see cref="PlaceWeight"/>, <see cref="EmotionWeight"/>,
/// <see cref="MatchWish.TagWeight"/> where tags are sought and <see cref="LikenessWeight"/> where a sound is sought.
/// </summary>
/// <remarks>
/// Place: for each axis with the distance d and the variance V = wish² + song² + 0.15² of the spreads, exp(-m d² / 2V), which is the overlap
/// of the two normal densities divided by the overlap at d = 0 (m is the listener's metric, 1 for everybody), times the root of V0 / V at
/// most 1, V0 with the median spread of the library's songs: a song that is heard less surely than most counts less.
/// Emotions: 1 - H with Hellinger's distance H² = 1 - sum of the roots of p q.
/// Tags: the mean over the tags sought, weighted by |weight|, of the song's share, of 1 - share for one that is unwanted. A quality that the
/// song does not tell is 1 less its opposite's share, a half where it tells neither; any other tag that it lacks is 0.
/// Likeness: the scalar product of the vectors, 0 where it is below.
/// </remarks>
public static class FitFormula
{
    /// <summary>Weight of the place.</summary>
    public const double PlaceWeight = 0.5;

    /// <summary>Weight of the emotions.</summary>
    public const double EmotionWeight = 0.2;

    /// <summary>Weight of the likeness.</summary>
    public const double LikenessWeight = 0.8;

    /// <summary>How far feelings differ within one song and one moment, on each axis (our estimate).</summary>
    public const double Within = 0.15;

    /// <summary>The fit of its parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="tagWeight">Weight of the tags.</param>
    /// <returns>0..1.</returns>
    public static double Fit(FitParts parts, double tagWeight)
    {
        double sum = (PlaceWeight * parts.Place) + (EmotionWeight * parts.Emotions), weights = PlaceWeight + EmotionWeight;
        if (parts.Tags is { } tags)
        {
            sum += tagWeight * tags;
            weights += tagWeight;
        }

        if (parts.Likeness is { } likeness)
        {
            sum += LikenessWeight * likeness;
            weights += LikenessWeight;
        }

        return sum / weights;
    }

    /// <summary>How well two places go together on one axis.</summary>
    /// <param name="wish">The place sought.</param>
    /// <param name="song">The song's.</param>
    /// <param name="usualSd">The median spread of the library's songs.</param>
    /// <param name="metric">How much a squared distance counts.</param>
    /// <returns>0..1.</returns>
    public static double Overlap(Estimate wish, Estimate song, double usualSd, double metric)
    {
        double own = (wish.Sd * wish.Sd) + (Within * Within);
        double variance = own + (song.Sd * song.Sd), usual = own + (usualSd * usualSd);
        double d = wish.Mean - song.Mean;
        return Math.Exp(-metric * d * d / (2 * variance)) * Math.Min(1, Math.Sqrt(usual / variance));
    }

    /// <summary>How far two sets of emotions overlap.</summary>
    /// <param name="one">One set.</param>
    /// <param name="other">The other.</param>
    /// <returns>0..1.</returns>
    public static double Overlap(EmotionScores one, EmotionScores other)
    {
        double together = 0;
        for (int i = 0; i < EmotionScores.Count; i++)
        {
            together += Math.Sqrt(one[(Emotion)i] * other[(Emotion)i]);
        }

        return 1 - Math.Sqrt(Math.Max(1 - together, 0));
    }
}
