namespace Sensorium.Lab.Detection;

/// <summary>A finding that was compared with the truth.</summary>
/// <param name="Confidence">How sure the detector was.</param>
/// <param name="IsRight">Whether there is a face.</param>
/// <param name="Size">Side in pixels of the square of the same area.</param>
internal readonly record struct JudgedBox(double Confidence, bool IsRight, double Size);
