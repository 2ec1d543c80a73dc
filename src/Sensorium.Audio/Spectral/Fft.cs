using System.Numerics;
using System.Runtime.InteropServices;

namespace Sensorium.Audio;

/// <summary>The discrete Fourier transform of real signals whose length is a power of two (Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19, 1965).</summary>
/// <remarks>Tables and work space are made once; a transform allocates nothing. One instance serves one thread at a time.</remarks>
public sealed class Fft
{
    private readonly int _half;
    private readonly int[] _reversed;
    private readonly float[] _real;
    private readonly float[] _imaginary;

    /// <summary>Twiddle factors e^(-i pi k / h) of the stage with blocks of 2h at h + k.</summary>
    private readonly float[] _cosine;
    private readonly float[] _sine;

    /// <summary>e^(-2 pi i k / N), for folding N real numbers into N/2 complex ones.</summary>
    private readonly float[] _foldCosine;
    private readonly float[] _foldSine;

    /// <summary>Plans transforms of one length.</summary>
    /// <param name="length">Samples, a power of two, 4..2^24.</param>
    public Fft(int length)
    {
        if (length is < 4 or > 1 << 24 || !BitOperations.IsPow2(length))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A power of two from 4 to 2^24 is allowed.");
        }

        Length = length;
        _half = length / 2;
        _real = new float[_half];
        _imaginary = new float[_half];
        _reversed = new int[_half];
        int bits = BitOperations.Log2((uint)_half);
        for (int i = 1; i < _half; i++)
        {
            _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
        }

        _cosine = new float[Math.Max(2, _half)];
        _sine = new float[Math.Max(2, _half)];
        for (int h = 1; h < _half; h *= 2)
        {
            for (int k = 0; k < h; k++)
            {
                (double sin, double cos) = Math.SinCos(-Math.PI * k / h);
                (_cosine[h + k], _sine[h + k]) = ((float)cos, (float)sin);
            }
        }

        _foldCosine = new float[(_half / 2) + 1];
        _foldSine = new float[(_half / 2) + 1];
        for (int k = 0; k < _foldCosine.Length; k++)
        {
            (double sin, double cos) = Math.SinCos(-2 * Math.PI * k / length);
            (_foldCosine[k], _foldSine[k]) = ((float)cos, (float)sin);
        }
    }

    /// <summary>Samples of a transform.</summary>
    public int Length { get; }

    /// <summary>Bins of a spectrum, from 0 to half the sample rate: <see cref="Length"/> / 2 + 1.</summary>
    public int BinCount => _half + 1;

    /// <summary>X[k] = sum over n of x[n] e^(-2 pi i k n / N), without scaling.</summary>
    /// <param name="samples"><see cref="Length"/> samples.</param>
    /// <param name="real">Receives the real parts of <see cref="BinCount"/> bins.</param>
    /// <param name="imaginary">Receives their imaginary parts.</param>
    public void Forward(ReadOnlySpan<float> samples, Span<float> real, Span<float> imaginary)
    {
        Check(samples.Length, real.Length, imaginary.Length);
        for (int i = 0; i < _half; i++)
        {
            int to = _reversed[i];
            _real[to] = samples[2 * i];
            _imaginary[to] = samples[(2 * i) + 1];
        }

        Transform(_real, _imaginary);
        real[0] = _real[0] + _imaginary[0];
        real[_half] = _real[0] - _imaginary[0];
        imaginary[0] = imaginary[_half] = 0;
        for (int k = 1; k <= _half / 2; k++)
        {
            int mirror = _half - k;
            float evenReal = 0.5f * (_real[k] + _real[mirror]);
            float evenImaginary = 0.5f * (_imaginary[k] - _imaginary[mirror]);
            float oddReal = 0.5f * (_imaginary[k] + _imaginary[mirror]);
            float oddImaginary = 0.5f * (_real[mirror] - _real[k]);
            float turnedReal = (oddReal * _foldCosine[k]) - (oddImaginary * _foldSine[k]);
            float turnedImaginary = (oddReal * _foldSine[k]) + (oddImaginary * _foldCosine[k]);
            real[k] = evenReal + turnedReal;
            imaginary[k] = evenImaginary + turnedImaginary;
            real[mirror] = evenReal - turnedReal;
            imaginary[mirror] = turnedImaginary - evenImaginary;
        }
    }

    /// <summary>The signal of a spectrum: <see cref="Forward"/> undone, scaled by 1 / N.</summary>
    /// <param name="real">Real parts of <see cref="BinCount"/> bins.</param>
    /// <param name="imaginary">Their imaginary parts; those of the first and the last bin count as 0.</param>
    /// <param name="samples">Receives <see cref="Length"/> samples.</param>
    public void Inverse(ReadOnlySpan<float> real, ReadOnlySpan<float> imaginary, Span<float> samples)
    {
        Check(samples.Length, real.Length, imaginary.Length);

        // The inverse is the forward transform with real and imaginary parts exchanged on the way in and out.
        _imaginary[0] = 0.5f * (real[0] + real[_half]);
        _real[0] = 0.5f * (real[0] - real[_half]);
        for (int k = 1; k <= _half / 2; k++)
        {
            int mirror = _half - k;
            float evenReal = 0.5f * (real[k] + real[mirror]);
            float evenImaginary = 0.5f * (imaginary[k] - imaginary[mirror]);
            float turnedReal = 0.5f * (real[k] - real[mirror]);
            float turnedImaginary = 0.5f * (imaginary[k] + imaginary[mirror]);
            float oddReal = (turnedReal * _foldCosine[k]) + (turnedImaginary * _foldSine[k]);
            float oddImaginary = (turnedImaginary * _foldCosine[k]) - (turnedReal * _foldSine[k]);
            int to = _reversed[k];
            int mirrorTo = _reversed[mirror];
            _imaginary[to] = evenReal - oddImaginary;
            _real[to] = evenImaginary + oddReal;
            _imaginary[mirrorTo] = evenReal + oddImaginary;
            _real[mirrorTo] = oddReal - evenImaginary;
        }

        Transform(_real, _imaginary);
        float scale = 1f / _half;
        for (int i = 0; i < _half; i++)
        {
            samples[2 * i] = _imaginary[i] * scale;
            samples[(2 * i) + 1] = _real[i] * scale;
        }
    }

    /// <summary>The squared magnitudes of a transform.</summary>
    /// <param name="samples"><see cref="Length"/> samples, usually windowed.</param>
    /// <param name="power">Receives <see cref="BinCount"/> values.</param>
    /// <param name="scratch">Work space of <see cref="BinCount"/> values.</param>
    public void Power(ReadOnlySpan<float> samples, Span<float> power, Span<float> scratch)
    {
        Forward(samples, power, scratch);
        for (int k = 0; k < power.Length; k++)
        {
            power[k] = (power[k] * power[k]) + (scratch[k] * scratch[k]);
        }
    }

    /// <summary>The complex transform in place, its input in bit-reversed order.</summary>
    private void Transform(Span<float> real, Span<float> imaginary)
    {
        for (int h = 1; h < _half; h *= 2)
        {
            ReadOnlySpan<float> cosine = _cosine.AsSpan(h, h);
            ReadOnlySpan<float> sine = _sine.AsSpan(h, h);
            for (int block = 0; block < _half; block += 2 * h)
            {
                Butterflies(real.Slice(block, h), imaginary.Slice(block, h), real.Slice(block + h, h), imaginary.Slice(block + h, h), cosine, sine);
            }
        }
    }

    private static void Butterflies(Span<float> aReal, Span<float> aImaginary, Span<float> bReal, Span<float> bImaginary, ReadOnlySpan<float> cosine, ReadOnlySpan<float> sine)
    {
        if (aReal.Length >= Vector<float>.Count)
        {
            Span<Vector<float>> ar = MemoryMarshal.Cast<float, Vector<float>>(aReal), ai = MemoryMarshal.Cast<float, Vector<float>>(aImaginary);
            Span<Vector<float>> br = MemoryMarshal.Cast<float, Vector<float>>(bReal), bi = MemoryMarshal.Cast<float, Vector<float>>(bImaginary);
            ReadOnlySpan<Vector<float>> c = MemoryMarshal.Cast<float, Vector<float>>(cosine), s = MemoryMarshal.Cast<float, Vector<float>>(sine);
            for (int k = 0; k < ar.Length; k++)
            {
                Vector<float> turnedReal = (br[k] * c[k]) - (bi[k] * s[k]);
                Vector<float> turnedImaginary = (br[k] * s[k]) + (bi[k] * c[k]);
                (br[k], ar[k]) = (ar[k] - turnedReal, ar[k] + turnedReal);
                (bi[k], ai[k]) = (ai[k] - turnedImaginary, ai[k] + turnedImaginary);
            }

            return;
        }

        for (int k = 0; k < aReal.Length; k++)
        {
            float turnedReal = (bReal[k] * cosine[k]) - (bImaginary[k] * sine[k]);
            float turnedImaginary = (bReal[k] * sine[k]) + (bImaginary[k] * cosine[k]);
            (bReal[k], aReal[k]) = (aReal[k] - turnedReal, aReal[k] + turnedReal);
            (bImaginary[k], aImaginary[k]) = (aImaginary[k] - turnedImaginary, aImaginary[k] + turnedImaginary);
        }
    }

    private void Check(int samples, int real, int imaginary)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(real, BinCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imaginary, BinCount);
    }
}
