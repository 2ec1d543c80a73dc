using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// Folds a power spectrum into the twelve pitch classes (Ellis, "Chroma feature analysis and synthesis", 2007; the filters are those of librosa's
/// <c>filters.chroma</c>): Gaussian weights by distance in semitones, and over the octaves a Gaussian of 2 octaves around the fifth above 27.5 Hz.
/// </summary>
public sealed class ChromaFilterbank
{
    /// <summary>Pitch classes.</summary>
    public const int Count = 12;

    private const double CentreOctave = 5;
    private const double OctaveWidth = 2;
    private const float Smallest = 1.17549435e-38f;
    private readonly float[] _weights;

    /// <summary>Plans the filters.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="fftLength">Length of the transforms that the spectra come from.</param>
    /// <param name="tuning">Deviation from A = 440 Hz in semitones, -.5..5. Default 0.</param>
    public ChromaFilterbank(int sampleRate, int fftLength, double tuning = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fftLength, 4);
        BinCount = (fftLength / 2) + 1;
        _weights = new float[Count * BinCount];
        double a0 = 27.5 * Math.Pow(2, tuning / Count);
        double Semitone(int bin) => Count * Math.Log2((double)bin * sampleRate / fftLength / a0);
        Span<double> column = stackalloc double[Count];
        for (int bin = 0; bin < BinCount; bin++)
        {
            // The bin at 0 Hz is taken as one and a half octaves below the next.
            double place = bin == 0 ? Semitone(1) - (1.5 * Count) : Semitone(bin);
            double width = bin == 0 ? 1.5 * Count : Math.Max(1, Semitone(bin + 1) - place);
            double sum = 0;
            for (int pitch = 0; pitch < Count; pitch++)
            {
                // From A to C: pitch classes count from C, octaves from A.
                double distance = place - ((pitch + 3) % Count);
                distance -= Count * Math.Floor((distance + (Count / 2)) / Count);
                column[pitch] = Math.Exp(-2 * distance * distance / (width * width));
                sum += column[pitch] * column[pitch];
            }

            double octave = ((place / Count) - CentreOctave) / OctaveWidth;
            double scale = Math.Exp(-0.5 * octave * octave) / Math.Sqrt(sum);
            for (int pitch = 0; pitch < Count; pitch++)
            {
                _weights[(pitch * BinCount) + bin] = (float)(column[pitch] * scale);
            }
        }
    }

    /// <summary>Bins of the spectra that <see cref="Apply"/> takes.</summary>
    public int BinCount { get; }

    /// <summary>The weight of one bin in one pitch class.</summary>
    /// <param name="pitch">0 is C, 11 is B.</param>
    /// <param name="bin">0 to <see cref="BinCount"/> - 1.</param>
    /// <returns>0..1.</returns>
    public float Weight(int pitch, int bin) => _weights[(pitch * BinCount) + bin];

    /// <summary>Sums a power spectrum into pitch classes.</summary>
    /// <param name="power"><see cref="BinCount"/> squared magnitudes.</param>
    /// <param name="chroma">Receives 12 values from C to B, the largest of them 1; all 0 in silence.</param>
    public void Apply(ReadOnlySpan<float> power, Span<float> chroma)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(power.Length, BinCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(chroma.Length, Count);
        for (int pitch = 0; pitch < Count; pitch++)
        {
            chroma[pitch] = TensorPrimitives.Dot(power, _weights.AsSpan(pitch * BinCount, BinCount));
        }

        float largest = TensorPrimitives.Max(chroma);
        if (largest > Smallest)
        {
            TensorPrimitives.Divide(chroma, largest, chroma);
        }
    }
}
