namespace Sensorium.Lab.Datasets;

/// <summary>An utterance as it stands in an annotation, before anything is checked.</summary>
/// <param name="Start">Seconds; null where there are none to read.</param>
/// <param name="End">Seconds; null where there are none to read.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Feeling">What it expresses.</param>
/// <param name="Text">What is said.</param>
internal readonly record struct AiHubSpan(double? Start, double? End, string Speaker, AiHubFeeling Feeling, string Text);
