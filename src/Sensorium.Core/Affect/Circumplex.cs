namespace Sensorium;

/// <summary>
/// Where each emotion lies on the plane of valence and arousal, and the way back. Places after Russell and Mehrabian, "Evidence for a
/// three-factor theory of emotions" (J. Research in Personality 1977), who had words of emotion rated for pleasure and arousal: their
/// joyful, sad, angry, surprised, fearful and disgusted. Contempt is placed by us between their anger and disgust, calmer than either, and
/// neutral is the centre. A place found this way is derived from the emotions, not measured beside them.
/// </summary>
public static class Circumplex
{
    /// <summary>How far people and moments that bear one emotion's name differ on each axis (our estimate), one standard deviation.</summary>
    public const double SpreadWithin = 0.25;

    private static readonly (double Valence, double Arousal)[] Places =
    [
        (0.76, 0.48),
        (-0.63, -0.27),
        (-0.51, 0.59),
        (0.40, 0.67),
        (-0.64, 0.60),
        (-0.55, 0.20),
        (-0.60, 0.35),
        (0.00, 0.00),
    ];

    /// <summary>Where an emotion lies.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>Valence and arousal, each in [-1, 1].</returns>
    public static (double Valence, double Arousal) PlaceOf(Emotion emotion) => Places[(int)emotion];

    /// <summary>
    /// Valence and arousal of a mixture of emotions: the mean of their places, and the standard deviation of the mixture,
    /// in which disagreement between emotions counts beside <see cref="SpreadWithin"/>.
    /// </summary>
    /// <param name="emotions">The shares.</param>
    /// <returns>The place, without dominance and warmth.</returns>
    public static Affect AffectOf(EmotionScores emotions)
    {
        double valence = 0, arousal = 0, valenceSquare = 0, arousalSquare = 0;
        for (int i = 0; i < EmotionScores.Count; i++)
        {
            double share = emotions[(Emotion)i];
            (double v, double a) = Places[i];
            valence += share * v;
            arousal += share * a;
            valenceSquare += share * v * v;
            arousalSquare += share * a * a;
        }

        return new Affect
        {
            Valence = new Estimate(valence, Spread(valenceSquare - (valence * valence))),
            Arousal = new Estimate(arousal, Spread(arousalSquare - (arousal * arousal))),
        };
    }

    /// <summary>
    /// The emotions that a place on the plane suggests: each weighs by a normal density around its place, widened by the place's own
    /// spread, so that an uncertain place suggests all of them a little.
    /// </summary>
    /// <param name="affect">Valence and arousal with their spread.</param>
    /// <returns>The shares.</returns>
    public static EmotionScores EmotionsOf(Affect affect)
    {
        double valenceVariance = (SpreadWithin * SpreadWithin) + (affect.Valence.Sd * affect.Valence.Sd);
        double arousalVariance = (SpreadWithin * SpreadWithin) + (affect.Arousal.Sd * affect.Arousal.Sd);
        Span<float> logits = stackalloc float[EmotionScores.Count];
        for (int i = 0; i < EmotionScores.Count; i++)
        {
            double v = affect.Valence.Mean - Places[i].Valence;
            double a = affect.Arousal.Mean - Places[i].Arousal;
            logits[i] = (float)(-((v * v / valenceVariance) + (a * a / arousalVariance)) / 2);
        }

        return EmotionScores.FromLogits(logits);
    }

    private static double Spread(double variance) => Math.Sqrt(Math.Max(variance, 0) + (SpreadWithin * SpreadWithin));
}
