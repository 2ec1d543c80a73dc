using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>
/// The K-weighting of ITU-R BS.1770-4 (2015), Annex 1: a shelf for the head and a high-pass (RLB), over two channels at once.
/// </summary>
/// <remarks>
/// The recommendation lists coefficients for 48 kHz only. They are the bilinear transforms of the two analogue prototypes below (the same ones that
/// libebur128 and pyloudnorm use), so the same prototypes give the filters of any other rate; at 48 kHz they give the table of the recommendation.
/// </remarks>
internal sealed class KWeighting
{
    private const double ShelfHertz = 1681.974450955533;
    private const double ShelfDecibels = 3.999843853973347;
    private const double ShelfQ = 0.7071752369554196;
    private const double ShelfBandExponent = 0.4996667741545416;
    private const double HighPassHertz = 38.13547087602444;
    private const double HighPassQ = 0.5003270373238773;

    /// <summary>Below this a filter's state can move no result; set to zero, it keeps the loop free of slow subnormal numbers.</summary>
    private const double Negligible = 1e-60;

    private Vector128<double> _shelf1;
    private Vector128<double> _shelf2;
    private Vector128<double> _high1;
    private Vector128<double> _high2;

    public KWeighting(int sampleRate)
    {
        Shelf = MakeShelf(sampleRate);
        HighPass = MakeHighPass(sampleRate);
    }

    /// <summary>The first stage.</summary>
    public BiquadCoefficients Shelf { get; }

    /// <summary>The second stage.</summary>
    public BiquadCoefficients HighPass { get; }

    /// <summary>Forgets everything heard.</summary>
    public void Reset() => _shelf1 = _shelf2 = _high1 = _high2 = default;

    /// <summary>Filters the next frames and sums the squares of both channels.</summary>
    /// <param name="left">Samples of the first channel.</param>
    /// <param name="right">Samples of the second, as many.</param>
    /// <returns>The sum of squares over both channels.</returns>
    public double SumOfSquares(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        right = right[..left.Length];
        Vector128<double> b0 = Vector128.Create(Shelf.B0), b1 = Vector128.Create(Shelf.B1), b2 = Vector128.Create(Shelf.B2);
        Vector128<double> a1 = Vector128.Create(-Shelf.A1), a2 = Vector128.Create(-Shelf.A2);
        Vector128<double> c1 = Vector128.Create(-HighPass.A1), c2 = Vector128.Create(-HighPass.A2);
        Vector128<double> s1 = _shelf1, s2 = _shelf2, h1 = _high1, h2 = _high2, sum = default;
        for (int i = 0; i < left.Length; i++)
        {
            // Transposed direct form II; the high-pass's numerator is 1, -2, 1.
            Vector128<double> x = Vector128.Create(left[i], (double)right[i]);
            Vector128<double> y = (b0 * x) + s1;
            s1 = (a1 * y) + ((b1 * x) + s2);
            s2 = (a2 * y) + (b2 * x);
            Vector128<double> z = y + h1;
            h1 = (c1 * z) + (h2 - (y + y));
            h2 = (c2 * z) + y;
            sum += z * z;
        }

        (_shelf1, _shelf2, _high1, _high2) = (Flush(s1), Flush(s2), Flush(h1), Flush(h2));
        return Vector128.Sum(sum);
    }

    private static Vector128<double> Flush(Vector128<double> state) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(state), Vector128.Create(Negligible)), Vector128<double>.Zero, state);

    private static BiquadCoefficients MakeShelf(int sampleRate)
    {
        double k = Math.Tan(Math.PI * ShelfHertz / sampleRate);
        double high = Math.Pow(10, ShelfDecibels / 20);
        double band = Math.Pow(high, ShelfBandExponent);
        double a0 = 1 + (k / ShelfQ) + (k * k);
        return new BiquadCoefficients(
            (high + (band * k / ShelfQ) + (k * k)) / a0,
            2 * ((k * k) - high) / a0,
            (high - (band * k / ShelfQ) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0,
            (1 - (k / ShelfQ) + (k * k)) / a0);
    }

    private static BiquadCoefficients MakeHighPass(int sampleRate)
    {
        double k = Math.Tan(Math.PI * HighPassHertz / sampleRate);
        double a0 = 1 + (k / HighPassQ) + (k * k);
        return new BiquadCoefficients(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / HighPassQ) + (k * k)) / a0);
    }
}
