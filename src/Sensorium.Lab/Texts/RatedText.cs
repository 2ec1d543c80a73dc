namespace Sensorium.Lab.Texts;

/// <summary>A sentence with its rated place.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Axes">Valence, arousal, dominance, each -1..1.</param>
internal sealed record RatedText(string Text, double[] Axes);
