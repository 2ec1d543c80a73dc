namespace Sensorium.Imaging;

/// <summary>A place in a picture, independent of its size.</summary>
/// <param name="X">0 at the left edge, 1 at the right.</param>
/// <param name="Y">0 at the top edge, 1 at the bottom.</param>
public readonly record struct UnitPoint(float X, float Y);
