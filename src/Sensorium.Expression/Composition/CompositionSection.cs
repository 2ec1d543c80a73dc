namespace Sensorium.Expression;

/// <summary>A phrase of a composed piece.</summary>
/// <param name="Beat">Beats from the start.</param>
/// <param name="Label">Its theme, <c>A</c>, <c>B</c> ...; with a prime for each time it came before; <c>intro</c> where the melody rests.</param>
public readonly record struct CompositionSection(double Beat, string Label);
