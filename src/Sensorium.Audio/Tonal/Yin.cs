using System.Numerics;

namespace Sensorium.Audio;

/// <summary>
/// The fundamental frequency of a frame by YIN, steps 1 to 5 (de Cheveigne and Kawahara, "YIN, a fundamental frequency estimator for speech
/// and music", JASA 111, 2002), with the difference function by Fourier transform. librosa's <c>yin</c> interpolates the normalised function;
/// this one the raw one as the paper does, which has less bias. Nothing is allocated per frame; one instance serves one thread at a time.
/// </summary>
public sealed class Yin
{
    private const double Silence = 1e-10;
    private readonly int _sampleRate;
    private readonly float _threshold;
    private readonly int _shortest;
    private readonly DifferenceFunction _differences;

    /// <summary>Plans for one sample rate.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="options">Range and threshold; null for the defaults.</param>
    public Yin(int sampleRate, PitchOptions? options = null)
    {
        options ??= new PitchOptions();
        int longest = LongestLag(sampleRate, options);
        FrameLength = options.FrameLength ?? (int)BitOperations.RoundUpToPowerOf2((uint)(3 * longest));
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameLength, 2 * longest, nameof(options));
        _sampleRate = sampleRate;
        _threshold = (float)options.Threshold;
        _shortest = Math.Max(2, (int)Math.Floor(sampleRate / options.HighestHertz));
        _differences = new DifferenceFunction(FrameLength, longest);
    }

    /// <summary>Samples of a frame.</summary>
    public int FrameLength { get; }

    /// <summary>Finds the pitch of a frame.</summary>
    /// <param name="frame"><see cref="FrameLength"/> samples, not windowed.</param>
    /// <returns>The pitch.</returns>
    public PitchEstimate Estimate(ReadOnlySpan<float> frame)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, FrameLength);
        if (_differences.Measure(frame) < Silence * _differences.WindowLength)
        {
            return new PitchEstimate(0, 1, false);
        }

        ReadOnlySpan<float> curve = _differences.Normalised;
        int lag = Choose(curve);
        ReadOnlySpan<float> raw = _differences.Raw;
        double shift = Parabola.Vertex(raw[lag - 1], raw[lag], raw[lag + 1]);
        return new PitchEstimate((float)(_sampleRate / (lag + shift)), curve[lag], curve[lag] < _threshold);
    }

    /// <summary>Checks a range and gives the longest period with one sample to spare.</summary>
    internal static int LongestLag(int sampleRate, PitchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LowestHertz);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.HighestHertz, options.LowestHertz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.HighestHertz, sampleRate / 4.0);
        return (int)Math.Ceiling(sampleRate / options.LowestHertz) + 1;
    }

    // The first dip under the threshold, else the deepest.
    private int Choose(ReadOnlySpan<float> curve)
    {
        int last = curve.Length - 2;
        int best = _shortest;
        for (int lag = _shortest; lag <= last; lag++)
        {
            if (curve[lag] < _threshold)
            {
                while (lag < last && curve[lag + 1] < curve[lag])
                {
                    lag++;
                }

                return lag;
            }

            best = curve[lag] < curve[best] ? lag : best;
        }

        return best;
    }
}
