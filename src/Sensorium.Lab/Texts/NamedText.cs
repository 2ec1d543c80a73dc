namespace Sensorium.Lab.Texts;

/// <summary>A text with the emotions that people found in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Row">Its place in the file, 0 for the first.</param>
/// <param name="Present">Which of the eight were found.</param>
internal sealed record NamedText(string Text, int Row, bool[] Present)
{
    /// <summary>The emotion, where it is a single one; else null.</summary>
    public Emotion? Single => Present.Count(present => present) == 1 ? (Emotion)Array.IndexOf(Present, true) : null;
}
