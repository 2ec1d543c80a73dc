namespace Sensorium.Perception;

/// <summary>A place in a picture, in pixels; a pixel's middle lies at a half.</summary>
/// <param name="X">Pixels from the picture's left border.</param>
/// <param name="Y">Pixels from the picture's upper border.</param>
public readonly record struct FacePoint(double X, double Y);
