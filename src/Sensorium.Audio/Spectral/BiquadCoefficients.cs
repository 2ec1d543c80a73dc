namespace Sensorium.Audio;

/// <summary>
/// A second-order filter: y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2].
/// The designs are those of Robert Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients" (W3C Note, 2021).
/// </summary>
/// <param name="B0">Weight of the present input.</param>
/// <param name="B1">Weight of the input one sample ago.</param>
/// <param name="B2">Weight of the input two samples ago.</param>
/// <param name="A1">Weight of the output one sample ago.</param>
/// <param name="A2">Weight of the output two samples ago.</param>
public readonly record struct BiquadCoefficients(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>The filter that changes nothing.</summary>
    public static BiquadCoefficients Identity => new(1, 0, 0, 0, 0);

    /// <summary>A low-pass of 12 dB an octave.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">Corner frequency, over 0; at or above 49 % of the rate it is held there.</param>
    /// <param name="q">Linear resonance, over 0; .7071 (Butterworth) is -3.01 dB at the corner. (Web Audio's low-pass takes 20 log10 of it.)</param>
    /// <returns>The coefficients.</returns>
    public static BiquadCoefficients LowPass(double sampleRate, double hertz, double q = 0.70710678118654752)
    {
        (double cos, double alpha) = Angle(sampleRate, hertz, q);
        return Normalised((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>A high-pass of 12 dB an octave.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">Corner frequency, over 0; at or above 49 % of the rate it is held there.</param>
    /// <param name="q">Linear resonance, over 0.</param>
    /// <returns>The coefficients.</returns>
    public static BiquadCoefficients HighPass(double sampleRate, double hertz, double q = 0.70710678118654752)
    {
        (double cos, double alpha) = Angle(sampleRate, hertz, q);
        return Normalised((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>A band-pass with 0 dB at its centre.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">Centre frequency, over 0; at or above 49 % of the rate it is held there.</param>
    /// <param name="q">Centre frequency by bandwidth, over 0.</param>
    /// <returns>The coefficients.</returns>
    public static BiquadCoefficients BandPass(double sampleRate, double hertz, double q)
    {
        (double cos, double alpha) = Angle(sampleRate, hertz, q);
        return Normalised(alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>A shelf that raises or lowers everything above a frequency.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">Middle of the slope, over 0; at or above 49 % of the rate it is held there.</param>
    /// <param name="decibels">Gain far above it.</param>
    /// <param name="q">Steepness; .7071 is the steepest without overshoot.</param>
    /// <returns>The coefficients.</returns>
    public static BiquadCoefficients HighShelf(double sampleRate, double hertz, double decibels, double q = 0.70710678118654752)
    {
        (double cos, double alpha) = Angle(sampleRate, hertz, q);
        double a = Math.Pow(10, decibels / 40);
        double edge = 2 * Math.Sqrt(a) * alpha;
        return Normalised(
            a * (a + 1 + ((a - 1) * cos) + edge),
            -2 * a * (a - 1 + ((a + 1) * cos)),
            a * (a + 1 + ((a - 1) * cos) - edge),
            a + 1 - ((a - 1) * cos) + edge,
            2 * (a - 1 - ((a + 1) * cos)),
            a + 1 - ((a - 1) * cos) - edge);
    }

    /// <summary>A shelf that raises or lowers everything below a frequency.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">Middle of the slope, over 0; at or above 49 % of the rate it is held there.</param>
    /// <param name="decibels">Gain far below it.</param>
    /// <param name="q">Steepness; .7071 is the steepest without overshoot.</param>
    /// <returns>The coefficients.</returns>
    public static BiquadCoefficients LowShelf(double sampleRate, double hertz, double decibels, double q = 0.70710678118654752)
    {
        (double cos, double alpha) = Angle(sampleRate, hertz, q);
        double a = Math.Pow(10, decibels / 40);
        double edge = 2 * Math.Sqrt(a) * alpha;
        return Normalised(
            a * (a + 1 - ((a - 1) * cos) + edge),
            2 * a * (a - 1 - ((a + 1) * cos)),
            a * (a + 1 - ((a - 1) * cos) - edge),
            a + 1 + ((a - 1) * cos) + edge,
            -2 * (a - 1 + ((a + 1) * cos)),
            a + 1 + ((a - 1) * cos) - edge);
    }

    /// <summary>The filter's gain for a steady sine.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hertz">The sine's frequency.</param>
    /// <returns>Amplitude out by amplitude in.</returns>
    public double Magnitude(double sampleRate, double hertz)
    {
        var z = System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * hertz / sampleRate);
        return System.Numerics.Complex.Abs((B0 + (B1 * z) + (B2 * z * z)) / (1 + (A1 * z) + (A2 * z * z)));
    }

    private static (double Cos, double Alpha) Angle(double sampleRate, double hertz, double q)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hertz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(q);
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Math.Min(hertz / sampleRate, 0.49));
        return (cos, sin / (2 * q));
    }

    private static BiquadCoefficients Normalised(double b0, double b1, double b2, double a0, double a1, double a2) =>
        new(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
}
