namespace Sensorium.Perception;

/// <summary>Puts utterances together into one percept, each weighted by its length.</summary>
internal static class VoiceSummary
{
    // What was learnt from speech says less of singing: melody and loudness are the song's.
    private const double SungSd = 0.3;

    /// <summary>Makes a sung utterance less certain.</summary>
    /// <param name="scores">What the model says.</param>
    /// <param name="isSung">Whether it is sung; spoken ones stay as they are.</param>
    /// <returns>The scores.</returns>
    public static UtteranceScores Widen(UtteranceScores scores, bool isSung) => !isSung ? scores : scores with
    {
        Affect = scores.Affect with
        {
            Valence = Wider(scores.Affect.Valence),
            Arousal = Wider(scores.Affect.Arousal),
        },
    };

    /// <summary>Makes the percept.</summary>
    /// <param name="utterances">The utterances.</param>
    /// <param name="model">The model.</param>
    /// <param name="isSung">Whether most of it is sung.</param>
    /// <returns>The percept; null without utterances.</returns>
    public static Percept? Of(IReadOnlyList<HeardUtterance> utterances, string model, bool isSung)
    {
        double total = utterances.Sum(utterance => utterance.Seconds);
        if (utterances.Count == 0)
        {
            return null;
        }

        double[] weights = [.. utterances.Select(utterance => utterance.Seconds / total)];
        double[] shares = new double[EmotionScores.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            for (int e = 0; e < shares.Length; e++)
            {
                shares[e] += weights[i] * utterances[i].Scores.Emotions[(Emotion)e];
            }
        }

        EmotionScores emotions = EmotionScores.FromWeights(shares);
        VoiceManner manner = VoiceManner.Mean([.. utterances.Select(utterance => utterance.Manner)], weights);
        return new Percept
        {
            Affect = new Affect
            {
                Valence = Mixed(utterances, weights, affect => affect.Valence),
                Arousal = Mixed(utterances, weights, affect => affect.Arousal),
                Dominance = utterances.All(utterance => utterance.Scores.Affect.Dominance is not null)
                    ? utterances.Zip(weights, (utterance, weight) => utterance.Scores.Affect.Dominance!.Value * weight).Sum()
                    : null,
                Warmth = manner.Warmth,
            },
            Emotions = emotions,
            Evidence = VoiceWords.Of(manner, utterances.Count, total, isSung),
            Source = VoicePerceiver.Source,
            Model = model,
        };
    }

    private static Estimate Wider(Estimate estimate) => estimate with { Sd = Math.Sqrt((estimate.Sd * estimate.Sd) + (SungSd * SungSd)) };

    private static Estimate Mixed(IReadOnlyList<HeardUtterance> utterances, double[] weights, Func<Affect, Estimate> axis)
    {
        double mean = 0, square = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            Estimate own = axis(utterances[i].Scores.Affect);
            mean += weights[i] * own.Mean;
            square += weights[i] * ((own.Mean * own.Mean) + (own.Sd * own.Sd));
        }

        return new Estimate(Math.Clamp(mean, -1, 1), Math.Sqrt(Math.Max(0, square - (mean * mean))));
    }
}
