namespace Sensorium.Library;

/// <summary>What is sought: a feeling, words, a sound, or several of these.</summary>
public sealed record MatchWish
{
    /// <summary>How much the words of a text count beside place and emotions; see <see cref="FitFormula"/>.</summary>
    public const double TextWeight = 0.5;

    /// <summary>How much the words of evidence count: they are found, not asked for.</summary>
    public const double EvidenceWeight = 0.15;

    /// <summary>The feeling sought.</summary>
    public required Affect Affect { get; init; }

    /// <summary>The emotions sought.</summary>
    public required EmotionScores Emotions { get; init; }

    /// <summary>The tags sought; empty for none.</summary>
    public IReadOnlyList<WishedTag> Tags { get; init; } = [];

    /// <summary>How much the tags count, over 0; without effect where there are none.</summary>
    public double TagWeight { get; init; } = TextWeight;

    /// <summary>The sound sought, as a song's vector of length 1; empty for none.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>The song that the sound is of, which is never its own answer; null for one that is not in the library.</summary>
    public long? SongId { get; init; }

    /// <summary>A feeling, with the words of a text.</summary>
    /// <param name="percept">What was felt.</param>
    /// <param name="words">What the words ask for; null for none.</param>
    /// <param name="tagWeight">How much their tags count.</param>
    /// <returns>
    /// The wish. Where words have a place of their own, it and the percept's are one estimate, each weighing by its precision (1 / sd²),
    /// and the emotions are the mean of the percept's and those of the words' place.
    /// </returns>
    public static MatchWish Of(Percept percept, WordReading? words = null, double tagWeight = TextWeight)
    {
        ArgumentNullException.ThrowIfNull(percept);
        MatchWish bare = new() { Affect = percept.Affect, Emotions = percept.Emotions, Tags = words?.Tags ?? [], TagWeight = tagWeight };
        if (words is not { } read || (read.Valence is null && read.Arousal is null))
        {
            return bare;
        }

        Affect said = new() { Valence = read.Valence ?? new(0, 1), Arousal = read.Arousal ?? new(0, 1) };
        return bare with
        {
            Affect = percept.Affect with { Valence = Join(percept.Affect.Valence, read.Valence), Arousal = Join(percept.Affect.Arousal, read.Arousal) },
            Emotions = Mean(percept.Emotions, Circumplex.EmotionsOf(said)),
        };
    }

    /// <summary>More like a song.</summary>
    /// <param name="song">The song's percept.</param>
    /// <param name="vector">Its vector.</param>
    /// <param name="id">Its number in the library; null for a song from elsewhere.</param>
    /// <returns>The wish.</returns>
    public static MatchWish Like(Percept song, ReadOnlyMemory<float> vector, long? id) => Of(song) with { Vector = vector, SongId = id };

    private static Estimate Join(Estimate felt, Estimate? said)
    {
        if (said is not { } words)
        {
            return felt;
        }

        // An estimate that is given (sd 0) stays as it is.
        double a = felt.Sd > 0 ? 1 / (felt.Sd * felt.Sd) : double.PositiveInfinity, b = 1 / (words.Sd * words.Sd);
        return double.IsInfinity(a) ? felt : new Estimate(((a * felt.Mean) + (b * words.Mean)) / (a + b), 1 / Math.Sqrt(a + b));
    }

    private static EmotionScores Mean(EmotionScores one, EmotionScores other)
    {
        Span<double> a = stackalloc double[EmotionScores.Count], b = stackalloc double[EmotionScores.Count];
        one.CopyTo(a);
        other.CopyTo(b);
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i];
        }

        return EmotionScores.FromWeights(a);
    }
}
