namespace Sensorium.Perception;

/// <summary>Makes a place on the plane of the shares of its quadrants.</summary>
internal static class QuadrantAffect
{
    // Where a quadrant's songs lie on the average, and how far they lie apart within it.
    private const double Middle = 0.55, Within = 0.22;

    /// <summary>The place that is expected, with the spread that the shares leave.</summary>
    /// <param name="shares">Glad, tense, sad, calm; together 1.</param>
    public static Affect Of(ReadOnlySpan<double> shares) => new()
    {
        Valence = Axis(shares[0] + shares[3] - shares[1] - shares[2]),
        Arousal = Axis(shares[0] + shares[1] - shares[2] - shares[3]),
    };

    /// <summary>What is said of a sound in which nothing was heard.</summary>
    public static Affect Unknown => new() { Valence = new(0, 0.6), Arousal = new(0, 0.6) };

    /// <summary>How likely an axis that <see cref="Of"/> gave lies above its middle.</summary>
    /// <param name="axis">Valence or arousal.</param>
    /// <returns>0..1.</returns>
    public static double ShareAbove(Estimate axis) => Math.Clamp((1 + (axis.Mean / Middle)) / 2, 0, 1);

    private static Estimate Axis(double lean) => new(Middle * lean, Math.Sqrt((Within * Within) + (Middle * Middle * Math.Max(0, 1 - (lean * lean)))));
}
