namespace Sensorium.Library;

/// <summary>A pin that a picture brought back.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Likeness">How alike the pictures are, up to 1.</param>
public sealed record FoundPin(Pin Pin, double Likeness);
