namespace Sensorium.Perception;

/// <summary>What the faces of a picture did to its feeling.</summary>
/// <param name="Valence">By how much they moved valence.</param>
/// <param name="Arousal">By how much they moved arousal.</param>
/// <param name="Text">What there is to say of them.</param>
internal sealed record SceneFaceEffect(double Valence, double Arousal, LocalizedText Text);
