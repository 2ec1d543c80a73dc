namespace Sensorium.Lab.Voices;

/// <summary>One clip of a voice with its label.</summary>
/// <param name="Name">The file, relative to the data folder, with forward slashes.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Label">Place of the emotion in <see cref="VoiceClasses.Eight"/>.</param>
/// <param name="Sentence">What is said; empty where that is not stated.</param>
/// <param name="IsEnglish">Whether it is of RAVDESS; else of the Korean clips.</param>
public sealed record VoiceClip(string Name, string Speaker, int Label, string Sentence, bool IsEnglish)
{
    /// <summary>Whether it came by <c>dataset import</c>; such clips are judged by themselves.</summary>
    public bool IsImported => Name.StartsWith("clips/", StringComparison.Ordinal);
}
