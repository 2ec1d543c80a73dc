namespace Sensorium.Audio;

/// <summary>A second-order filter with its state, for one channel. Runs in double precision (transposed direct form II).</summary>
public sealed class Biquad
{
    private const double Negligible = 1e-60;
    private double _first;
    private double _second;

    /// <summary>Makes a filter at rest.</summary>
    /// <param name="coefficients">What it does.</param>
    public Biquad(BiquadCoefficients coefficients) => Coefficients = coefficients;

    /// <summary>What it does; may be changed between blocks, the state stays.</summary>
    public BiquadCoefficients Coefficients { get; set; }

    /// <summary>Filters the next samples.</summary>
    /// <param name="input">Any number of samples.</param>
    /// <param name="output">Receives as many; may be the same memory.</param>
    public void Process(ReadOnlySpan<float> input, Span<float> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, input.Length);
        (double b0, double b1, double b2, double a1, double a2) = Coefficients;
        double first = _first, second = _second;
        for (int i = 0; i < input.Length; i++)
        {
            double x = input[i];
            double y = (b0 * x) + first;
            first = (b1 * x) - (a1 * y) + second;
            second = (b2 * x) - (a2 * y);
            output[i] = (float)y;
        }

        // Subnormal numbers would make the silence after a sound slow.
        _first = Math.Abs(first) < Negligible ? 0 : first;
        _second = Math.Abs(second) < Negligible ? 0 : second;
    }

    /// <summary>Puts the filter at rest.</summary>
    public void Reset() => _first = _second = 0;
}
