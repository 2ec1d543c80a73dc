using System.Numerics;

namespace Sensorium.Music;

/// <summary>
/// A windowed-sinc interpolator with a cut-off: 32 zero crossings under a Kaiser window (beta 8), 256 phases, weights interpolated linearly between phases
/// (Smith and Gossett, "A flexible sampling-rate conversion method", ICASSP 1984).
/// </summary>
internal sealed class SincTable
{
    /// <summary>Frames to either side that the widest filter looks at.</summary>
    public const int MaximumHalfWidth = ZeroCrossings * MaximumRatio;

    private const int ZeroCrossings = 16;
    private const int Phases = 256;
    private const double Beta = 8;

    /// <summary>Notes played more than this many times faster than recorded (three octaves up) are filtered as if at this ratio.</summary>
    private const int MaximumRatio = 8;

    private readonly int _half;
    private readonly float[] _weights;

    private SincTable(double cutoff)
    {
        _half = (int)Math.Ceiling(ZeroCrossings / cutoff);
        int taps = 2 * _half;
        _weights = new float[(Phases + 1) * taps];
        double centre = Bessel.I0(Beta);
        for (int phase = 0; phase <= Phases; phase++)
        {
            Span<float> row = _weights.AsSpan(phase * taps, taps);
            double sum = 0;
            for (int tap = 0; tap < taps; tap++)
            {
                double distance = tap - _half + 1 - ((double)phase / Phases);
                double edge = 1 - (distance * distance / ((double)_half * _half));
                double angle = Math.PI * distance * cutoff;
                double sinc = Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle;
                double weight = edge <= 0 ? 0 : sinc * Bessel.I0(Beta * Math.Sqrt(edge)) / centre;
                row[tap] = (float)weight;
                sum += weight;
            }

            foreach (ref float weight in row)
            {
                weight = (float)(weight / sum);
            }
        }
    }

    /// <summary>Steps of an octave by which cut-offs are rounded down, so that few tables serve all notes.</summary>
    public static int Key(double ratio) => ratio <= 1 ? 0 : (int)Math.Ceiling(12 * Math.Log2(Math.Min(ratio, MaximumRatio)) - 1e-9);

    /// <summary>The table for a <see cref="Key"/>.</summary>
    public static SincTable ForKey(int key) => new(Math.Pow(2, -key / 12.0));

    /// <summary>The value at a position between frames.</summary>
    /// <param name="frames">Frames; all within the filter's reach of the position exist.</param>
    /// <param name="position">Position in frames.</param>
    public float At(ReadOnlySpan<float> frames, double position)
    {
        int index = (int)position;
        double scaled = (position - index) * Phases;
        int phase = (int)scaled;
        var between = (float)(scaled - phase);
        int taps = 2 * _half;
        ReadOnlySpan<float> x = frames.Slice(index - _half + 1, taps);
        ReadOnlySpan<float> low = _weights.AsSpan(phase * taps, taps);
        ReadOnlySpan<float> high = _weights.AsSpan((phase + 1) * taps, taps);
        Vector<float> lowSums = default, highSums = default;
        int i = 0;
        for (; i <= taps - Vector<float>.Count; i += Vector<float>.Count)
        {
            var samples = new Vector<float>(x[i..]);
            lowSums += samples * new Vector<float>(low[i..]);
            highSums += samples * new Vector<float>(high[i..]);
        }

        float lowSum = Vector.Sum(lowSums), highSum = Vector.Sum(highSums);
        for (; i < taps; i++)
        {
            lowSum += x[i] * low[i];
            highSum += x[i] * high[i];
        }

        return lowSum + (between * (highSum - lowSum));
    }
}
