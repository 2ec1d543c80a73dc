namespace Sensorium;

/// <summary>A place on the plane at a time.</summary>
/// <param name="Time">When, from the beginning; at least zero.</param>
/// <param name="Valence">From unpleasant (-1) to pleasant (1).</param>
/// <param name="Arousal">From calm (-1) to excited (1).</param>
public readonly record struct AffectPoint(TimeSpan Time, double Valence, double Arousal);
