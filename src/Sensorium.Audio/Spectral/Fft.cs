using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>
/// The discrete Fourier transform of real signals whose length is a power of two: N real numbers are folded into N/2 complex ones
/// (Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19, 1965), which are transformed by
/// Stockham's self-sorting passes of radix 4 (Van Loan, "Computational Frameworks for the Fast Fourier Transform", SIAM, 1992), many at a time.
/// </summary>
/// <remarks>Samples and spectra have 32 bits, the work between has 64: faint bins beside loud ones keep their digits. Tables and work space are made once; a transform allocates nothing. One instance serves one thread at a time.</remarks>
public sealed class Fft
{
    private readonly int _half;
    private readonly ComplexFft _complex;

    /// <summary>e^(-2 pi i k / N), for folding N real numbers into N/2 complex ones.</summary>
    private readonly double[] _foldCosine;
    private readonly double[] _foldSine;

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
        _foldCosine = new double[(_half / 2) + 1];
        _foldSine = new double[(_half / 2) + 1];
        for (int k = 0; k < _foldCosine.Length; k++)
        {
            (double sin, double cos) = Math.SinCos(-2 * Math.PI * k / length);
            (_foldCosine[k], _foldSine[k]) = (cos, sin);
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
        double[] x = _complex.Real, y = _complex.Imaginary;
        real[0] = (float)(x[0] + y[0]);
        real[_half] = (float)(x[0] - y[0]);
        imaginary[0] = imaginary[_half] = 0;
        for (int k = Vector256.IsHardwareAccelerated ? UnfoldFours(x, y, real, imaginary) : 1; k <= _half / 2; k++)
        {
            int mirror = _half - k;
            double evenReal = 0.5 * (x[k] + x[mirror]);
            double evenImaginary = 0.5 * (y[k] - y[mirror]);
            double oddReal = 0.5 * (y[k] + y[mirror]);
            double oddImaginary = 0.5 * (x[mirror] - x[k]);
            double turnedReal = (oddReal * _foldCosine[k]) - (oddImaginary * _foldSine[k]);
            double turnedImaginary = (oddReal * _foldSine[k]) + (oddImaginary * _foldCosine[k]);
            real[k] = (float)(evenReal + turnedReal);
            imaginary[k] = (float)(evenImaginary + turnedImaginary);
            real[mirror] = (float)(evenReal - turnedReal);
            imaginary[mirror] = (float)(turnedImaginary - evenImaginary);
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
        double[] x = _complex.Real, y = _complex.Imaginary;
        y[0] = 0.5 * ((double)real[0] + real[_half]);
        x[0] = 0.5 * ((double)real[0] - real[_half]);
        for (int k = 1; k <= _half / 2; k++)
        {
            int mirror = _half - k;
            double evenReal = 0.5 * ((double)real[k] + real[mirror]);
            double evenImaginary = 0.5 * ((double)imaginary[k] - imaginary[mirror]);
            double turnedReal = 0.5 * ((double)real[k] - real[mirror]);
            double turnedImaginary = 0.5 * ((double)imaginary[k] + imaginary[mirror]);
            double oddReal = (turnedReal * _foldCosine[k]) + (turnedImaginary * _foldSine[k]);
            double oddImaginary = (turnedImaginary * _foldCosine[k]) - (turnedReal * _foldSine[k]);
            y[k] = evenReal - oddImaginary;
            x[k] = evenImaginary + oddReal;
            y[mirror] = evenReal + oddImaginary;
            x[mirror] = oddReal - evenImaginary;
        }

        _complex.Transform();
        (x, y) = (_complex.Real, _complex.Imaginary);
        double scale = 1.0 / _half;
        for (int i = 0; i < _half; i++)
        {
            samples[2 * i] = (float)(y[i] * scale);
            samples[(2 * i) + 1] = (float)(x[i] * scale);
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
    private static void Split(ReadOnlySpan<float> samples, Span<double> real, Span<double> imaginary)
    {
        ref float from = ref MemoryMarshal.GetReference(samples);
        ref double even = ref MemoryMarshal.GetReference(real);
        ref double odd = ref MemoryMarshal.GetReference(imaginary);
        for (int i = 0; i < samples.Length; i += 4)
        {
            Vector128<float> sorted = Vector128.Shuffle(Vector128.LoadUnsafe(ref from, (nuint)i), Vector128.Create(0, 2, 1, 3));
            Vector128.WidenLower(sorted).StoreUnsafe(ref even, (nuint)i / 2);
            Vector128.WidenUpper(sorted).StoreUnsafe(ref odd, (nuint)i / 2);
        }
    }

    /// <summary>Unfolds four bins and their four mirror images at a time, as far as the two do not meet.</summary>
    /// <returns>The first bin left over.</returns>
    private int UnfoldFours(double[] x, double[] y, Span<float> real, Span<float> imaginary)
    {
        var half = Vector256.Create(0.5);
        int k = 1;
        for (; k + 3 < _half - k - 3; k += 4)
        {
            int mirror = _half - k - 3;
            Vector256<double> xs = Vector256.Create(x, k), ys = Vector256.Create(y, k);
            Vector256<double> xm = Reverse(Vector256.Create(x, mirror)), ym = Reverse(Vector256.Create(y, mirror));
            Vector256<double> evenReal = half * (xs + xm), evenImaginary = half * (ys - ym);
            Vector256<double> oddReal = half * (ys + ym), oddImaginary = half * (xm - xs);
            Vector256<double> cos = Vector256.Create(_foldCosine, k), sin = Vector256.Create(_foldSine, k);
            Vector256<double> turnedReal = (oddReal * cos) - (oddImaginary * sin), turnedImaginary = (oddReal * sin) + (oddImaginary * cos);
            Put(evenReal + turnedReal, real[k..]);
            Put(evenImaginary + turnedImaginary, imaginary[k..]);
            Put(Reverse(evenReal - turnedReal), real[mirror..]);
            Put(Reverse(turnedImaginary - evenImaginary), imaginary[mirror..]);
        }

        return k;

        static Vector256<double> Reverse(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(3, 2, 1, 0));
        static void Put(Vector256<double> v, Span<float> to) => Vector128.Narrow(v.GetLower(), v.GetUpper()).CopyTo(to);
    }

    private void Check(int samples, int real, int imaginary)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(real, BinCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imaginary, BinCount);
    }
}
