namespace Sensorium.Media;

/// <summary>One line of a text file, not yet decoded.</summary>
/// <param name="Number">Its number, the first line is 1.</param>
/// <param name="Bytes">Its bytes without the line break; of a line over <see cref="TextFile.MostBytes"/> the beginning.</param>
/// <param name="Length">Its true length in bytes.</param>
public readonly record struct TextLine(long Number, ReadOnlyMemory<byte> Bytes, long Length);
