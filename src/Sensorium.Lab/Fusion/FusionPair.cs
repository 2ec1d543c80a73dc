namespace Sensorium.Lab.Fusion;

/// <summary>A face and a voice with the same label.</summary>
/// <param name="Truth">The label.</param>
/// <param name="Speaker">Who speaks; pairs of one speaker are drawn again together.</param>
/// <param name="Face">What the face alone says; null where nothing was read.</param>
/// <param name="Voice">What the voice alone says; null where none was heard.</param>
public sealed record FusionPair(Emotion Truth, string Speaker, Percept? Face, Percept? Voice);
