namespace Sensorium.Perception;

/// <summary>A stretch of a song.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Affect">How it feels.</param>
public readonly record struct SongMoment(TimeSpan Start, Affect Affect);
