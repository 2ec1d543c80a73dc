namespace Sensorium.Music;

/// <summary>A score goes on at another tempo.</summary>
/// <param name="Beat">Beats from the start of the score, over 0.</param>
/// <param name="Tempo">Quarter notes a minute from there on, 20..300.</param>
public readonly record struct TempoChange(double Beat, double Tempo);
