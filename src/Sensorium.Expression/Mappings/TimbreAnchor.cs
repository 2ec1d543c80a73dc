namespace Sensorium.Expression;

/// <summary>A hue at which one role sounds alone.</summary>
/// <param name="Role">The role, to which a sound set gives an instrument.</param>
/// <param name="Hue">Degrees on the circle of the mapping's hue quality, 0..360.</param>
public sealed record TimbreAnchor(string Role, double Hue);
