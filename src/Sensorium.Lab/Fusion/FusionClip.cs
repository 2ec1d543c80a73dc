namespace Sensorium.Lab.Fusion;

/// <summary>A labelled recording of one speaker.</summary>
/// <param name="Path">The file.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Truth">The emotion that was acted; calm counts as neutral.</param>
public sealed record FusionClip(string Path, string Speaker, Emotion Truth);
