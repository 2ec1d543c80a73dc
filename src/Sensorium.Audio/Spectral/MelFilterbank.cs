namespace Sensorium.Audio;

/// <summary>
/// Triangular filters spaced evenly on a mel scale. By default it is the scale of Slaney's Auditory Toolbox (Interval Research TR 1998-010): linear
/// below 1 kHz, logarithmic above, each triangle of unit area. These are the filters that librosa's <c>filters.mel</c> makes by default.
/// </summary>
public sealed class MelFilterbank
{
    private const double LinearHertzPerMel = 200.0 / 3;
    private const double BreakHertz = 1000;
    private const double BreakMel = BreakHertz / LinearHertzPerMel;
    private static readonly double LogStep = Math.Log(6.4) / 27;
    private readonly int[] _starts;
    private readonly float[][] _weights;

    /// <summary>Plans the filters.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="fftLength">Length of the transforms that the spectra come from.</param>
    /// <param name="bandCount">Mel bands, at least 1.</param>
    /// <param name="lowestHertz">Lower edge of the first band, at least 0.</param>
    /// <param name="highestHertz">Upper edge of the last band, at most half the rate; null is half the rate.</param>
    /// <param name="scale">The scale, and how high the triangles are. Default <see cref="MelScale.Slaney"/>.</param>
    public MelFilterbank(int sampleRate, int fftLength, int bandCount = 128, double lowestHertz = 0, double? highestHertz = null, MelScale scale = MelScale.Slaney)
    {
        double highest = highestHertz ?? (sampleRate / 2.0);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fftLength, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(bandCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lowestHertz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(highest, sampleRate / 2.0, nameof(highestHertz));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowestHertz, nameof(highestHertz));
        BinCount = (fftLength / 2) + 1;
        _starts = new int[bandCount];
        _weights = new float[bandCount][];
        bool isSlaney = scale == MelScale.Slaney;
        Func<double, double> edge = isSlaney ? ToHertz : HtkToHertz;
        double lowMel = isSlaney ? ToMel(lowestHertz) : HtkToMel(lowestHertz);
        double step = ((isSlaney ? ToMel(highest) : HtkToMel(highest)) - lowMel) / (bandCount + 1);
        for (int band = 0; band < bandCount; band++)
        {
            double left = edge(lowMel + (band * step));
            double centre = edge(lowMel + ((band + 1) * step));
            double right = edge(lowMel + ((band + 2) * step));
            var weights = new List<float>();
            for (int bin = 0; bin < BinCount; bin++)
            {
                double hertz = (double)bin * sampleRate / fftLength;
                double weight = Math.Min((hertz - left) / (centre - left), (right - hertz) / (right - centre));
                if (weight <= 0)
                {
                    continue;
                }

                _starts[band] = weights.Count == 0 ? bin : _starts[band];
                weights.Add((float)(isSlaney ? weight * 2 / (right - left) : weight));
            }

            _weights[band] = [.. weights];
        }
    }

    /// <summary>Bands of a mel spectrum.</summary>
    public int BandCount => _weights.Length;

    /// <summary>Bins of the spectra that <see cref="Apply"/> takes.</summary>
    public int BinCount { get; }

    /// <summary>Hertz as mel on Slaney's scale.</summary>
    /// <param name="hertz">At least 0.</param>
    /// <returns>15 at 1 kHz.</returns>
    public static double ToMel(double hertz) =>
        hertz < BreakHertz ? hertz / LinearHertzPerMel : BreakMel + (Math.Log(hertz / BreakHertz) / LogStep);

    /// <summary>Mel on Slaney's scale as hertz.</summary>
    /// <param name="mel">At least 0.</param>
    /// <returns>1000 at 15.</returns>
    public static double ToHertz(double mel) =>
        mel < BreakMel ? mel * LinearHertzPerMel : BreakHertz * Math.Exp((mel - BreakMel) * LogStep);

    /// <summary>Sums a power spectrum into mel bands.</summary>
    /// <param name="power"><see cref="BinCount"/> squared magnitudes.</param>
    /// <param name="bands">Receives <see cref="BandCount"/> values.</param>
    public void Apply(ReadOnlySpan<float> power, Span<float> bands)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(power.Length, BinCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bands.Length, BandCount);
        for (int band = 0; band < _weights.Length; band++)
        {
            ReadOnlySpan<float> weights = _weights[band];
            ReadOnlySpan<float> bins = power.Slice(_starts[band], weights.Length);
            float sum = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * bins[i];
            }

            bands[band] = sum;
        }
    }

    /// <summary>The weight of one bin in one band.</summary>
    /// <param name="band">0 to <see cref="BandCount"/> - 1.</param>
    /// <param name="bin">0 to <see cref="BinCount"/> - 1.</param>
    /// <returns>At least 0.</returns>
    public float Weight(int band, int bin)
    {
        int at = bin - _starts[band];
        return at >= 0 && at < _weights[band].Length ? _weights[band][at] : 0;
    }

    private static double HtkToMel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double HtkToHertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
