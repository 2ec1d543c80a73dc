using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>Where the magnitude of a spectrum lies (Peeters, "A large set of audio features for sound description", IRCAM 2004), as librosa 0.10 defines it. Bin k stands for k x rate / length hertz.</summary>
public sealed class SpectralShape
{
    private const int Block = 64;
    private const float LeastPower = 1e-10f;
    private readonly float[] _hertz;
    private readonly float[] _scratch;

    /// <summary>Plans for one kind of spectrum.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="fftLength">Length of the transforms that the spectra come from.</param>
    public SpectralShape(int sampleRate, int fftLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fftLength, 4);
        _hertz = [.. Enumerable.Range(0, (fftLength / 2) + 1).Select(k => (float)((double)k * sampleRate / fftLength))];
        _scratch = new float[_hertz.Length];
    }

    /// <summary>The mean frequency, weighted by magnitude.</summary>
    /// <param name="magnitude">Magnitudes of all bins.</param>
    /// <returns>Hertz; 0 in silence.</returns>
    public float Centroid(ReadOnlySpan<float> magnitude)
    {
        float sum = TensorPrimitives.Sum(magnitude);
        return sum > 0 ? TensorPrimitives.Dot(magnitude, _hertz) / sum : 0;
    }

    /// <summary>The standard deviation of frequency around the centroid, weighted by magnitude.</summary>
    /// <param name="magnitude">Magnitudes of all bins.</param>
    /// <param name="centroid">Their <see cref="Centroid"/> in hertz.</param>
    /// <returns>Hertz; 0 in silence.</returns>
    public float Bandwidth(ReadOnlySpan<float> magnitude, float centroid)
    {
        float sum = TensorPrimitives.Sum(magnitude);
        TensorPrimitives.Subtract(_hertz, centroid, _scratch);
        TensorPrimitives.Multiply(_scratch, _scratch, _scratch);
        return sum > 0 ? MathF.Sqrt(TensorPrimitives.Dot(magnitude, _scratch) / sum) : 0;
    }

    /// <summary>The frequency below which most of the magnitude lies.</summary>
    /// <param name="magnitude">Magnitudes of all bins.</param>
    /// <param name="share">How much of it, 0..1. Default .85.</param>
    /// <returns>Hertz, of the first bin at which that share is reached; 0 in silence.</returns>
    public float RollOff(ReadOnlySpan<float> magnitude, float share = 0.85f)
    {
        float rest = share * TensorPrimitives.Sum(magnitude);
        int bin = 0;
        for (; bin + Block < magnitude.Length; bin += Block)
        {
            float sum = TensorPrimitives.Sum(magnitude.Slice(bin, Block));
            if (sum >= rest)
            {
                break;
            }

            rest -= sum;
        }

        for (; bin < magnitude.Length - 1 && (rest -= magnitude[bin]) > 0;)
        {
            bin++;
        }

        return _hertz[bin];
    }

    /// <summary>The geometric by the arithmetic mean of the power: how much a sound is like noise (Johnston, "Transform coding of audio signals using perceptual noise criteria", IEEE JSAC 6, 1988).</summary>
    /// <param name="power">Squared magnitudes of all bins; below 1e-10 taken as that.</param>
    /// <returns>0 for a tone to 1 for white noise or silence.</returns>
    public float Flatness(ReadOnlySpan<float> power)
    {
        TensorPrimitives.Max(power, LeastPower, _scratch);
        float mean = TensorPrimitives.Sum<float>(_scratch) / _scratch.Length;
        TensorPrimitives.Log2(_scratch, _scratch);
        return MathF.Min(1, MathF.Pow(2, TensorPrimitives.Sum<float>(_scratch) / _scratch.Length) / mean);
    }
}
