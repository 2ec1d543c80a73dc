namespace Sensorium.Perception;

/// <summary>
/// Puts together what one source says at several moments: a mixture, not a product, because moments of one clip are no independent
/// witnesses. Shares and place are the weighted means; the spread is that of one moment taken out by its weight, so that a feeling that
/// changes is wide and one that lasts is no surer than each of its moments.
/// </summary>
public static class PerceptMixture
{
    /// <summary>Mixes percepts.</summary>
    /// <param name="moments">Percepts of one source with their weights, any positive numbers; at least one.</param>
    /// <param name="evidence">What was seen or heard over all of them.</param>
    /// <returns>The mixture, of the source and model of the first; it lists no parts.</returns>
    /// <exception cref="ArgumentException">There is no percept, or no weight over 0.</exception>
    public static Percept Of(IReadOnlyList<PerceptPart> moments, IReadOnlyList<LocalizedText> evidence)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(evidence);
        double total = moments.Sum(moment => moment.Weight);
        if (!(total > 0))
        {
            throw new ArgumentException("A mixture takes at least one percept with a weight over 0.", nameof(moments));
        }

        return new Percept
        {
            Affect = new Affect
            {
                Valence = Mix(moments, total, affect => affect.Valence),
                Arousal = Mix(moments, total, affect => affect.Arousal),
                Dominance = Mean(moments, affect => affect.Dominance),
                Warmth = Mean(moments, affect => affect.Warmth),
            },
            Emotions = Shares(moments),
            Evidence = evidence,
            Source = moments[0].Percept.Source,
            Model = moments[0].Percept.Model,
        };
    }

    private static EmotionScores Shares(IReadOnlyList<PerceptPart> moments)
    {
        Span<double> shares = stackalloc double[EmotionScores.Count];
        shares.Clear();
        foreach (PerceptPart moment in moments)
        {
            for (int i = 0; i < shares.Length; i++)
            {
                shares[i] += moment.Weight * moment.Percept.Emotions[(Emotion)i];
            }
        }

        return EmotionScores.FromWeights(shares);
    }

    private static Estimate Mix(IReadOnlyList<PerceptPart> moments, double total, Func<Affect, Estimate> axis)
    {
        double mean = moments.Sum(moment => moment.Weight * axis(moment.Percept.Affect).Mean) / total;
        double variance = moments.Sum(moment =>
            moment.Weight * (Math.Pow(axis(moment.Percept.Affect).Sd, 2) + Math.Pow(axis(moment.Percept.Affect).Mean - mean, 2))) / total;
        return new Estimate(mean, Math.Sqrt(variance));
    }

    private static double? Mean(IReadOnlyList<PerceptPart> moments, Func<Affect, double?> of)
    {
        PerceptPart[] told = [.. moments.Where(moment => of(moment.Percept.Affect) is not null)];
        double weight = told.Sum(moment => moment.Weight);
        return weight > 0 ? told.Sum(moment => moment.Weight * of(moment.Percept.Affect)!.Value) / weight : null;
    }
}
