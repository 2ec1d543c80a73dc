namespace Sensorium.Imaging;

/// <summary>An upright box in a picture; sides as in <see cref="UnitPoint"/>.</summary>
/// <param name="Left">0..1.</param>
/// <param name="Top">0..1.</param>
/// <param name="Right">Left..1.</param>
/// <param name="Bottom">Top..1.</param>
public readonly record struct UnitBox(float Left, float Top, float Right, float Bottom);
