namespace Sensorium;

/// <summary>One source's share in a percept that was put together from several.</summary>
/// <param name="Weight">How much it counted, in [0, 1]; the weights of all parts add up to 1.</param>
/// <param name="Percept">What this source alone says.</param>
public sealed record PerceptPart(double Weight, Percept Percept);
