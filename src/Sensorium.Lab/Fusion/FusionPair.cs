namespace Sensorium.Lab.Fusion;

/// <summary>A face and a voice with the same label.</summary>
/// <param name="Truth">The label.</param>
/// <param name="Speaker">Who speaks; pairs of one speaker are drawn again together.</param>
/// <param name="Half">0 or 1: temperatures are fitted on one half and reported on the other, which shares no speaker and no tile with it.</param>
/// <param name="Face">What the face alone says; null where nothing was read.</param>
/// <param name="Voice">What the voice alone says; null where none was heard.</param>
public sealed record FusionPair(Emotion Truth, string Speaker, int Half, Percept? Face, Percept? Voice);
