namespace Sensorium.Library;

/// <summary>A field of a file that is to change, or has changed.</summary>
/// <param name="Field">Its name in the file, e.g. <c>TBPM</c>.</param>
/// <param name="Before">What stood there; null for nothing.</param>
/// <param name="After">What is to stand there; null for nothing.</param>
public sealed record TagDifference(string Field, string? Before, string? After);
