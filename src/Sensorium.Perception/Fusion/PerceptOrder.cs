namespace Sensorium.Perception;

/// <summary>An order of percepts that depends on nothing but what they say.</summary>
internal sealed class PerceptOrder : IComparer<Percept>
{
    private PerceptOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static PerceptOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Percept? x, Percept? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = string.CompareOrdinal(x.Source, y.Source);
        order = order != 0 ? order : string.CompareOrdinal(x.Model, y.Model);
        for (int i = 0; order == 0 && i < EmotionScores.Count; i++)
        {
            order = x.Emotions[(Emotion)i].CompareTo(y.Emotions[(Emotion)i]);
        }

        return order != 0 ? order : Key(x.Affect).CompareTo(Key(y.Affect));
    }

    private static (double Valence, double ValenceSd, double Arousal, double ArousalSd, double Warmth, double Dominance) Key(Affect affect) =>
        (affect.Valence.Mean, affect.Valence.Sd, affect.Arousal.Mean, affect.Arousal.Sd, affect.Warmth ?? -2, affect.Dominance ?? -2);
}
