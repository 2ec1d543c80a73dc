namespace Sensorium.Audio;

/// <summary>
/// How far peaks stand out over valleys in octave bands (Jiang, Lu, Zhang, Tao and Cai, "Music type classification by spectral contrast feature",
/// ICME 2002), with the bands of librosa's <c>spectral_contrast</c>: below 200 Hz and six octaves above it, the strongest and weakest 2 % of each.
/// librosa also raises what lies 80 dB below the loudest frame of all, which a stream cannot know; it matters in near silence only.
/// </summary>
public sealed class SpectralContrast
{
    private const double LowestHertz = 200;
    private const double Quantile = 0.02;
    private const int Octaves = 6;
    private readonly (int First, int Length, int Extremes)[] _bands = new (int, int, int)[Octaves + 1];
    private readonly float[] _high;
    private readonly float[] _low;

    /// <summary>Plans the bands.</summary>
    /// <param name="sampleRate">Samples a second; below 12.8 kHz the upper bands hold nothing and stay 0.</param>
    /// <param name="fftLength">Length of the transforms that the spectra come from.</param>
    public SpectralContrast(int sampleRate, int fftLength)
    {
        int bins = (fftLength / 2) + 1;
        double hertzPerBin = (double)sampleRate / fftLength;
        for (int k = 0; k <= Octaves; k++)
        {
            double low = k == 0 ? 0 : LowestHertz * Math.Pow(2, k - 1), high = LowestHertz * Math.Pow(2, k);
            int first = (int)Math.Ceiling(low / hertzPerBin), last = Math.Min(bins - 1, (int)Math.Floor(high / hertzPerBin));

            // Each band but the first begins one bin early; the last reaches to the end; the upper edge belongs to the next band, except in the last.
            first -= k > 0 ? 1 : 0;
            last = k == Octaves ? bins - 1 : last;
            int whole = Math.Max(0, last - first + 1);
            int length = k == Octaves ? whole : whole - 1;
            _bands[k] = (first, Math.Max(0, length), Math.Max(1, (int)Math.Round(Quantile * whole)));
        }

        int most = _bands.Max(b => b.Extremes);
        (_high, _low) = (new float[most], new float[most]);
    }

    /// <summary>Bands, from the lowest: 7.</summary>
    public int BandCount => _bands.Length;

    /// <summary>Measures a spectrum.</summary>
    /// <param name="magnitude">Magnitudes of its bins.</param>
    /// <param name="contrast">Receives <see cref="BandCount"/> values: 10 log10 of the mean magnitude of the strongest bins by that of the weakest.</param>
    public void Apply(ReadOnlySpan<float> magnitude, Span<float> contrast)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(contrast.Length, BandCount);
        for (int k = 0; k < _bands.Length; k++)
        {
            (int first, int length, int extremes) = _bands[k];
            if (length < extremes)
            {
                contrast[k] = 0;
                continue;
            }

            ReadOnlySpan<float> band = magnitude.Slice(first, length);
            (float peak, float valley) = extremes == 1
                ? (System.Numerics.Tensors.TensorPrimitives.Max(band), System.Numerics.Tensors.TensorPrimitives.Min(band))
                : Extremes(band, _high.AsSpan(0, extremes), _low.AsSpan(0, extremes));
            contrast[k] = PowerDecibels.Of(peak) - PowerDecibels.Of(valley);
        }
    }

    // Means of the largest and the smallest values, both kept in order with the least extreme one last.
    private static (float Peak, float Valley) Extremes(ReadOnlySpan<float> band, Span<float> high, Span<float> low)
    {
        high.Fill(float.NegativeInfinity);
        low.Fill(float.PositiveInfinity);
        int last = high.Length - 1;
        float enterHigh = high[last], enterLow = low[last];
        foreach (float value in band)
        {
            if (value > enterHigh)
            {
                int i = last;
                for (; i > 0 && high[i - 1] < value; i--)
                {
                    high[i] = high[i - 1];
                }

                high[i] = value;
                enterHigh = high[last];
            }

            if (value < enterLow)
            {
                int i = last;
                for (; i > 0 && low[i - 1] > value; i--)
                {
                    low[i] = low[i - 1];
                }

                low[i] = value;
                enterLow = low[last];
            }
        }

        return (System.Numerics.Tensors.TensorPrimitives.Sum<float>(high) / high.Length, System.Numerics.Tensors.TensorPrimitives.Sum<float>(low) / low.Length);
    }
}
