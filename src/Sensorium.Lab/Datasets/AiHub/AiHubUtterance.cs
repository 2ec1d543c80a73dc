namespace Sensorium.Lab.Datasets;

/// <summary>What somebody says in a clip, as its annotation has it.</summary>
/// <param name="Number">Which one of the clip, from 1.</param>
/// <param name="Start">Where it begins, in seconds.</param>
/// <param name="End">Where it ends, in seconds.</param>
/// <param name="Speaker">Who speaks; empty where that is not stated.</param>
/// <param name="Emotion">What it expresses.</param>
/// <param name="Valence">From unpleasant to pleasant on the annotation's own scale; null where it is not stated.</param>
/// <param name="Arousal">From calm to excited on the annotation's own scale; null where it is not stated.</param>
/// <param name="Text">What is said; empty where that is not stated.</param>
public sealed record AiHubUtterance(int Number, double Start, double End, string Speaker, Emotion Emotion, double? Valence, double? Arousal, string Text)
{
    /// <summary>Its length in seconds.</summary>
    public double Seconds => End - Start;
}
