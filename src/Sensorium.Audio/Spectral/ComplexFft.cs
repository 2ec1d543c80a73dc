using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>The complex Fourier transform of planar numbers by Stockham's self-sorting passes of radix 4, with one of radix 2 at the end where the length asks for it.</summary>
internal sealed class ComplexFft
{
    private readonly int _length;
    private readonly double[][] _twiddles;
    private double[] _workReal;
    private double[] _workImaginary;

    public ComplexFft(int length)
    {
        _length = length;
        Real = new double[length];
        Imaginary = new double[length];
        _workReal = new double[length];
        _workImaginary = new double[length];
        var twiddles = new List<double[]>();
        for (int n = length; n >= 4; n /= 4)
        {
            twiddles.Add(Twiddles(n));
        }

        _twiddles = [.. twiddles];
    }

    /// <summary>Real parts, in and out. Another array after each transform.</summary>
    public double[] Real { get; private set; }

    /// <summary>Imaginary parts, in and out. Another array after each transform.</summary>
    public double[] Imaginary { get; private set; }

    /// <summary>Transforms what lies in <see cref="Real"/> and <see cref="Imaginary"/>.</summary>
    public void Transform()
    {
        int n = _length, stride = 1;
        foreach (double[] twiddles in _twiddles)
        {
            Pass(n / 4, stride, twiddles);
            Swap();
            n /= 4;
            stride *= 4;
        }

        if (n == 2)
        {
            LastPass(stride);
            Swap();
        }
    }

    // For p below m = n / 4: the powers 1, 2 and 3 of e^(-2 pi i p / n), as six rows of m.
    private static double[] Twiddles(int n)
    {
        int m = n / 4;
        var rows = new double[6 * m];
        for (int power = 1; power <= 3; power++)
        {
            for (int p = 0; p < m; p++)
            {
                (double sin, double cos) = Math.SinCos(-2 * Math.PI * power * p / n);
                rows[(((2 * power) - 2) * m) + p] = cos;
                rows[(((2 * power) - 1) * m) + p] = sin;
            }
        }

        return rows;
    }

    private void Swap()
    {
        (Real, _workReal) = (_workReal, Real);
        (Imaginary, _workImaginary) = (_workImaginary, Imaginary);
    }

    private void Pass(int m, int stride, double[] twiddles)
    {
        if (stride == 1 && m >= 2)
        {
            FirstPass(m, twiddles);
        }
        else if (stride >= Vector<double>.Count)
        {
            WidePass(m, stride, twiddles);
        }
        else
        {
            ScalarPass(m, stride, twiddles);
        }
    }

    /// <summary>The pass as it is defined; the others are the same, several numbers at a time.</summary>
    private void ScalarPass(int m, int stride, double[] w)
    {
        double[] x = Real, y = Imaginary;
        for (int p = 0; p < m; p++)
        {
            for (int q = 0; q < stride; q++)
            {
                int a = q + (stride * p), b = a + (stride * m), c = b + (stride * m), d = c + (stride * m);
                double sumReal = x[a] + x[c], sumImaginary = y[a] + y[c], gapReal = x[a] - x[c], gapImaginary = y[a] - y[c];
                double otherReal = x[b] + x[d], otherImaginary = y[b] + y[d], turnedReal = y[d] - y[b], turnedImaginary = x[b] - x[d];
                int to = q + (stride * 4 * p);
                _workReal[to] = sumReal + otherReal;
                _workImaginary[to] = sumImaginary + otherImaginary;
                Turn(to + stride, gapReal - turnedReal, gapImaginary - turnedImaginary, w[p], w[m + p]);
                Turn(to + (2 * stride), sumReal - otherReal, sumImaginary - otherImaginary, w[(2 * m) + p], w[(3 * m) + p]);
                Turn(to + (3 * stride), gapReal + turnedReal, gapImaginary + turnedImaginary, w[(4 * m) + p], w[(5 * m) + p]);
            }
        }

        void Turn(int at, double real, double imaginary, double cos, double sin)
        {
            _workReal[at] = (real * cos) - (imaginary * sin);
            _workImaginary[at] = (real * sin) + (imaginary * cos);
        }
    }

    /// <summary>Stride 1: two neighbours p at a time, whose results lie four apart and are transposed.</summary>
    private void FirstPass(int m, double[] twiddles)
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(Real);
        ref double y = ref MemoryMarshal.GetArrayDataReference(Imaginary);
        ref double toX = ref MemoryMarshal.GetArrayDataReference(_workReal);
        ref double toY = ref MemoryMarshal.GetArrayDataReference(_workImaginary);
        ref double w = ref MemoryMarshal.GetArrayDataReference(twiddles);
        nuint step = (nuint)m;
        for (nuint p = 0; p < step; p += 2)
        {
            Vector128<double> ax = Vector128.LoadUnsafe(ref x, p), bx = Vector128.LoadUnsafe(ref x, p + step);
            Vector128<double> cx = Vector128.LoadUnsafe(ref x, p + (2 * step)), dx = Vector128.LoadUnsafe(ref x, p + (3 * step));
            Vector128<double> ay = Vector128.LoadUnsafe(ref y, p), by = Vector128.LoadUnsafe(ref y, p + step);
            Vector128<double> cy = Vector128.LoadUnsafe(ref y, p + (2 * step)), dy = Vector128.LoadUnsafe(ref y, p + (3 * step));
            Vector128<double> sumX = ax + cx, sumY = ay + cy, gapX = ax - cx, gapY = ay - cy;
            Vector128<double> otherX = bx + dx, otherY = by + dy, turnedX = dy - by, turnedY = bx - dx;
            Vector128<double> x1 = gapX - turnedX, y1 = gapY - turnedY, x2 = sumX - otherX, y2 = sumY - otherY, x3 = gapX + turnedX, y3 = gapY + turnedY;
            Vector128<double> c1 = Vector128.LoadUnsafe(ref w, p), s1 = Vector128.LoadUnsafe(ref w, p + step);
            Vector128<double> c2 = Vector128.LoadUnsafe(ref w, p + (2 * step)), s2 = Vector128.LoadUnsafe(ref w, p + (3 * step));
            Vector128<double> c3 = Vector128.LoadUnsafe(ref w, p + (4 * step)), s3 = Vector128.LoadUnsafe(ref w, p + (5 * step));
            Transpose(sumX + otherX, (x1 * c1) - (y1 * s1), (x2 * c2) - (y2 * s2), (x3 * c3) - (y3 * s3), ref toX, 4 * p);
            Transpose(sumY + otherY, (x1 * s1) + (y1 * c1), (x2 * s2) + (y2 * c2), (x3 * s3) + (y3 * c3), ref toY, 4 * p);
        }
    }

    private static void Transpose(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d, ref double to, nuint at)
    {
        Vector128.Create(a.GetLower(), b.GetLower()).StoreUnsafe(ref to, at);
        Vector128.Create(c.GetLower(), d.GetLower()).StoreUnsafe(ref to, at + 2);
        Vector128.Create(a.GetUpper(), b.GetUpper()).StoreUnsafe(ref to, at + 4);
        Vector128.Create(c.GetUpper(), d.GetUpper()).StoreUnsafe(ref to, at + 6);
    }

    /// <summary>Larger strides: as many neighbours q at a time as the processor takes.</summary>
    private void WidePass(int m, int stride, double[] w)
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(Real);
        ref double y = ref MemoryMarshal.GetArrayDataReference(Imaginary);
        ref double toX = ref MemoryMarshal.GetArrayDataReference(_workReal);
        ref double toY = ref MemoryMarshal.GetArrayDataReference(_workImaginary);
        nuint s = (nuint)stride, step = (nuint)(stride * m);
        for (int p = 0; p < m; p++)
        {
            Vector<double> c1 = new(w[p]), s1 = new(w[m + p]), c2 = new(w[(2 * m) + p]), s2 = new(w[(3 * m) + p]), c3 = new(w[(4 * m) + p]), s3 = new(w[(5 * m) + p]);
            nuint first = s * (nuint)p;
            for (nuint q = 0; q < s; q += (nuint)Vector<double>.Count)
            {
                nuint a = first + q, to = (4 * first) + q;
                Vector<double> ax = Vector.LoadUnsafe(ref x, a), bx = Vector.LoadUnsafe(ref x, a + step);
                Vector<double> cx = Vector.LoadUnsafe(ref x, a + (2 * step)), dx = Vector.LoadUnsafe(ref x, a + (3 * step));
                Vector<double> ay = Vector.LoadUnsafe(ref y, a), by = Vector.LoadUnsafe(ref y, a + step);
                Vector<double> cy = Vector.LoadUnsafe(ref y, a + (2 * step)), dy = Vector.LoadUnsafe(ref y, a + (3 * step));
                Vector<double> sumX = ax + cx, sumY = ay + cy, gapX = ax - cx, gapY = ay - cy;
                Vector<double> otherX = bx + dx, otherY = by + dy, turnedX = dy - by, turnedY = bx - dx;
                Vector<double> x1 = gapX - turnedX, y1 = gapY - turnedY, x2 = sumX - otherX, y2 = sumY - otherY, x3 = gapX + turnedX, y3 = gapY + turnedY;
                (sumX + otherX).StoreUnsafe(ref toX, to);
                (sumY + otherY).StoreUnsafe(ref toY, to);
                ((x1 * c1) - (y1 * s1)).StoreUnsafe(ref toX, to + s);
                ((x1 * s1) + (y1 * c1)).StoreUnsafe(ref toY, to + s);
                ((x2 * c2) - (y2 * s2)).StoreUnsafe(ref toX, to + (2 * s));
                ((x2 * s2) + (y2 * c2)).StoreUnsafe(ref toY, to + (2 * s));
                ((x3 * c3) - (y3 * s3)).StoreUnsafe(ref toX, to + (3 * s));
                ((x3 * s3) + (y3 * c3)).StoreUnsafe(ref toY, to + (3 * s));
            }
        }
    }

    private void LastPass(int stride)
    {
        ReadOnlySpan<double> x = Real, y = Imaginary;
        System.Numerics.Tensors.TensorPrimitives.Add(x[..stride], x[stride..], _workReal);
        System.Numerics.Tensors.TensorPrimitives.Add(y[..stride], y[stride..], _workImaginary);
        System.Numerics.Tensors.TensorPrimitives.Subtract(x[..stride], x[stride..], _workReal.AsSpan(stride));
        System.Numerics.Tensors.TensorPrimitives.Subtract(y[..stride], y[stride..], _workImaginary.AsSpan(stride));
    }
}
