namespace Sensorium.Perception;

/// <summary>
/// From the place on the plane to the eight emotions. A model that is unsure stays near the middle, where everything is called neutral;
/// for the name alone its estimates are therefore spread as far as people's ratings are. Contempt is something that people show, not
/// something that scenes convey, and weighs little. Arousal counts no lower than the calmest emotion's place.
/// </summary>
/// <param name="ValenceCentre">Mean valence of photographs.</param>
/// <param name="ValenceStretch">Standard deviation of the ratings over that of the estimates; at least 1.</param>
/// <param name="ArousalCentre">Mean arousal of photographs.</param>
/// <param name="ArousalStretch">Standard deviation of the ratings over that of the estimates; at least 1.</param>
internal readonly record struct SceneNaming(double ValenceCentre, double ValenceStretch, double ArousalCentre, double ArousalStretch)
{
    private const double ContemptShare = 0.25;

    // Sadness alone of the eight lies below the middle. A scene calmer than that is calm, which has no name among them, and not the sadder for it.
    private static readonly double Calmest = Circumplex.PlaceOf(Emotion.Sadness).Arousal;

    /// <summary>The emotions of a place.</summary>
    /// <param name="affect">The place as the model states it.</param>
    /// <returns>The shares.</returns>
    public EmotionScores EmotionsOf(Affect affect)
    {
        Affect stretched = affect with
        {
            Valence = affect.Valence with { Mean = Math.Clamp(ValenceCentre + (ValenceStretch * (affect.Valence.Mean - ValenceCentre)), -1, 1) },
            Arousal = affect.Arousal with { Mean = Math.Clamp(ArousalCentre + (ArousalStretch * (affect.Arousal.Mean - ArousalCentre)), Calmest, 1) },
        };
        Span<double> shares = stackalloc double[EmotionScores.Count];
        Circumplex.EmotionsOf(stretched).CopyTo(shares);
        shares[(int)Emotion.Contempt] *= ContemptShare;
        return EmotionScores.FromWeights(shares);
    }
}
