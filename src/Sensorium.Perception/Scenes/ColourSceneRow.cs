namespace Sensorium.Perception;

/// <summary>What <c>scene-colour@1</c> knows of one feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Mean">Mean over ordinary photographs, in the feature's unit.</param>
/// <param name="Sd">Standard deviation over ordinary photographs.</param>
/// <param name="Valence">Weight of one standard deviation on valence, before tanh.</param>
/// <param name="Arousal">Weight of one standard deviation on arousal, before tanh.</param>
internal readonly record struct ColourSceneRow(SceneFeature Feature, double Mean, double Sd, double Valence, double Arousal);
