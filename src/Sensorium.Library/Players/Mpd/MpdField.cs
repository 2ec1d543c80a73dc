namespace Sensorium.Library;

/// <summary>A line of an answer of MPD.</summary>
/// <param name="Name">What stands before the colon.</param>
/// <param name="Value">What stands behind it.</param>
public readonly record struct MpdField(string Name, string Value);
