using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>
/// The discrete Fourier transform of real signals whose length is a power of two: N real numbers are folded into N/2 complex ones
/// (Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19, 1965), which are transformed by
/// Stockham's self-sorting passes of radix 4 (Van Loan, "Computational Frameworks for the Fast Fourier Transform", SIAM, 1992), many at a time.
/// </summary>
/// <remarks>Tables and work space are made once; a transform allocates nothing. One instance serves one thread at a time.</remarks>
public sealed class Fft
{
    private readonly int _half;
    private readonly ComplexFft _complex;

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
        _complex = new ComplexFft(_half);
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
        Split(samples, _complex.Real, _complex.Imaginary);
        _complex.Transform();
        float[] x = _complex.Real, y = _complex.Imaginary;
        real[0] = x[0] + y[0];
        real[_half] = x[0] - y[0];
        imaginary[0] = imaginary[_half] = 0;
        for (int k = UnfoldFours(x, y, real, imaginary); k <= _half / 2; k++)
        {
            int mirror = _half - k;
            float evenReal = 0.5f * (x[k] + x[mirror]);
            float evenImaginary = 0.5f * (y[k] - y[mirror]);
            float oddReal = 0.5f * (y[k] + y[mirror]);
            float oddImaginary = 0.5f * (x[mirror] - x[k]);
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
        float[] x = _complex.Real, y = _complex.Imaginary;
        y[0] = 0.5f * (real[0] + real[_half]);
        x[0] = 0.5f * (real[0] - real[_half]);
        for (int k = 1; k <= _half / 2; k++)
        {
            int mirror = _half - k;
            float evenReal = 0.5f * (real[k] + real[mirror]);
            float evenImaginary = 0.5f * (imaginary[k] - imaginary[mirror]);
            float turnedReal = 0.5f * (real[k] - real[mirror]);
            float turnedImaginary = 0.5f * (imaginary[k] + imaginary[mirror]);
            float oddReal = (turnedReal * _foldCosine[k]) + (turnedImaginary * _foldSine[k]);
            float oddImaginary = (turnedImaginary * _foldCosine[k]) - (turnedReal * _foldSine[k]);
            y[k] = evenReal - oddImaginary;
            x[k] = evenImaginary + oddReal;
            y[mirror] = evenReal + oddImaginary;
            x[mirror] = oddReal - evenImaginary;
        }

        _complex.Transform();
        (x, y) = (_complex.Real, _complex.Imaginary);
        float scale = 1f / _half;
        for (int i = 0; i < _half; i++)
        {
            samples[2 * i] = y[i] * scale;
            samples[(2 * i) + 1] = x[i] * scale;
        }
    }

    /// <summary>The squared magnitudes of a transform.</summary>
    /// <param name="samples"><see cref="Length"/> samples, usually windowed.</param>
    /// <param name="power">Receives <see cref="BinCount"/> values.</param>
    /// <param name="scratch">Work space of <see cref="BinCount"/> values.</param>
    public void Power(ReadOnlySpan<float> samples, Span<float> power, Span<float> scratch)
    {
        Forward(samples, power, scratch);
        TensorPrimitives.Multiply(power, power, power);
        TensorPrimitives.MultiplyAdd(scratch, scratch, power, power);
    }

    /// <summary>Even samples to the real, odd ones to the imaginary parts.</summary>
    private static void Split(ReadOnlySpan<float> samples, Span<float> real, Span<float> imaginary)
    {
        ReadOnlySpan<ulong> pairs = MemoryMarshal.Cast<float, ulong>(samples);
        ref ulong from = ref MemoryMarshal.GetReference(pairs);
        ref uint even = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetReference(real));
        ref uint odd = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetReference(imaginary));
        int i = 0;
        if (BitConverter.IsLittleEndian)
        {
            for (; i <= pairs.Length - 4; i += 4)
            {
                var first = Vector128.LoadUnsafe(ref from, (nuint)i);
                var second = Vector128.LoadUnsafe(ref from, (nuint)i + 2);
                Vector128.Narrow(first, second).StoreUnsafe(ref even, (nuint)i);
                Vector128.Narrow(first >>> 32, second >>> 32).StoreUnsafe(ref odd, (nuint)i);
            }
        }

        for (; i < pairs.Length; i++)
        {
            (real[i], imaginary[i]) = (samples[2 * i], samples[(2 * i) + 1]);
        }
    }

    /// <summary>Unfolds four bins and their four mirror images at a time, as far as the two do not meet.</summary>
    /// <returns>The first bin left over.</returns>
    private int UnfoldFours(float[] x, float[] y, Span<float> real, Span<float> imaginary)
    {
        var half = Vector128.Create(0.5f);
        int k = 1;
        for (; k + 3 < _half - k - 3; k += 4)
        {
            int mirror = _half - k - 3;
            Vector128<float> xs = Vector128.Create(x, k), ys = Vector128.Create(y, k);
            Vector128<float> xm = Reverse(Vector128.Create(x, mirror)), ym = Reverse(Vector128.Create(y, mirror));
            Vector128<float> evenReal = half * (xs + xm), evenImaginary = half * (ys - ym);
            Vector128<float> oddReal = half * (ys + ym), oddImaginary = half * (xm - xs);
            Vector128<float> cos = Vector128.Create(_foldCosine, k), sin = Vector128.Create(_foldSine, k);
            Vector128<float> turnedReal = (oddReal * cos) - (oddImaginary * sin), turnedImaginary = (oddReal * sin) + (oddImaginary * cos);
            (evenReal + turnedReal).CopyTo(real[k..]);
            (evenImaginary + turnedImaginary).CopyTo(imaginary[k..]);
            Reverse(evenReal - turnedReal).CopyTo(real[mirror..]);
            Reverse(turnedImaginary - evenImaginary).CopyTo(imaginary[mirror..]);
        }

        return k;

        static Vector128<float> Reverse(Vector128<float> v) => Vector128.Shuffle(v, Vector128.Create(3, 2, 1, 0));
    }

    private void Check(int samples, int real, int imaginary)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(real, BinCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imaginary, BinCount);
    }
}
