namespace Sensorium.Perception;

/// <summary>How sure one axis is: the spread grows with how far the estimate stands from the middle, where feelings are stronger and rarer.</summary>
/// <param name="Base">Standard deviation in the middle.</param>
/// <param name="Slope">Growth of its logarithm for each unit away from the middle.</param>
/// <param name="Middle">Where estimates usually lie, -1..1.</param>
internal readonly record struct TextSpread(float Base, float Slope, float Middle)
{
    /// <summary>An estimate with its spread.</summary>
    /// <param name="value">The value; it is kept within -1..1.</param>
    /// <returns>The estimate.</returns>
    public Estimate At(double value)
    {
        double kept = Math.Clamp(value, -1, 1);
        return new Estimate(kept, Base * Math.Exp(Slope * Math.Abs(kept - Middle)));
    }
}
