namespace Sensorium.Perception;

/// <summary>What the model knows of one thing that it can say in words.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Mean">Mean over photographs, in the feature's unit.</param>
/// <param name="Sd">Standard deviation over photographs.</param>
/// <param name="Valence">By how much valence moves with one standard deviation more, as a linear stand-in for the model sees it.</param>
/// <param name="Arousal">By how much arousal moves.</param>
internal readonly record struct SceneMeasure(SceneFeature Feature, double Mean, double Sd, double Valence, double Arousal)
{
    private const double Clip = 2.5;

    /// <summary>How far a picture lies from an ordinary photograph.</summary>
    /// <param name="features">The measurements.</param>
    /// <returns>Standard deviations, cut off at 2.5.</returns>
    public double Standardise(SceneFeatures features) => Math.Clamp((features[Feature] - Mean) / Sd, -Clip, Clip);
}
