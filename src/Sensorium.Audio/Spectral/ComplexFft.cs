using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>The complex Fourier transform of planar numbers by Stockham's self-sorting passes of radix 4, with one of radix 2 at the end where the length asks for it.</summary>
internal sealed class ComplexFft
{
    private readonly int _length;
    private readonly float[][] _twiddles;
    private float[] _workReal;
    private float[] _workImaginary;

    public ComplexFft(int length)
    {
        _length = length;
        Real = new float[length];
        Imaginary = new float[length];
        _workReal = new float[length];
        _workImaginary = new float[length];
        var twiddles = new List<float[]>();
        for (int n = length; n >= 4; n /= 4)
        {
            twiddles.Add(Twiddles(n));
        }

        _twiddles = [.. twiddles];
    }

    /// <summary>Real parts, in and out. Another array after each transform.</summary>
    public float[] Real { get; private set; }

    /// <summary>Imaginary parts, in and out. Another array after each transform.</summary>
    public float[] Imaginary { get; private set; }

    /// <summary>Transforms what lies in <see cref="Real"/> and <see cref="Imaginary"/>.</summary>
    public void Transform()
    {
        int n = _length, stride = 1;
        foreach (float[] twiddles in _twiddles)
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
    private static float[] Twiddles(int n)
    {
        int m = n / 4;
        var rows = new float[6 * m];
        for (int power = 1; power <= 3; power++)
        {
            for (int p = 0; p < m; p++)
            {
                (double sin, double cos) = Math.SinCos(-2 * Math.PI * power * p / n);
                rows[((2 * power) - 2) * m + p] = (float)cos;
                rows[((2 * power) - 1) * m + p] = (float)sin;
            }
        }

        return rows;
    }

    private void Swap()
    {
        (Real, _workReal) = (_workReal, Real);
        (Imaginary, _workImaginary) = (_workImaginary, Imaginary);
    }

    private void Pass(int m, int stride, float[] twiddles)
    {
        if (stride == 1 && m >= 4)
        {
            FirstPass(m, twiddles);
        }
        else if (stride >= Vector<float>.Count)
        {
            WidePass(m, stride, twiddles);
        }
        else if (stride >= 4)
        {
            NarrowPass(m, stride, twiddles);
        }
        else
        {
            ScalarPass(m, stride, twiddles);
        }
    }

    /// <summary>The pass as it is defined; the others are the same, several numbers at a time.</summary>
    private void ScalarPass(int m, int stride, float[] w)
    {
        float[] x = Real, y = Imaginary;
        for (int p = 0; p < m; p++)
        {
            for (int q = 0; q < stride; q++)
            {
                int a = q + (stride * p), b = a + (stride * m), c = b + (stride * m), d = c + (stride * m);
                float sumReal = x[a] + x[c], sumImaginary = y[a] + y[c], gapReal = x[a] - x[c], gapImaginary = y[a] - y[c];
                float otherReal = x[b] + x[d], otherImaginary = y[b] + y[d], turnedReal = y[d] - y[b], turnedImaginary = x[b] - x[d];
                int to = q + (stride * 4 * p);
                _workReal[to] = sumReal + otherReal;
                _workImaginary[to] = sumImaginary + otherImaginary;
                Turn(to + stride, gapReal - turnedReal, gapImaginary - turnedImaginary, w[p], w[m + p]);
                Turn(to + (2 * stride), sumReal - otherReal, sumImaginary - otherImaginary, w[(2 * m) + p], w[(3 * m) + p]);
                Turn(to + (3 * stride), gapReal + turnedReal, gapImaginary + turnedImaginary, w[(4 * m) + p], w[(5 * m) + p]);
            }
        }

        void Turn(int at, float real, float imaginary, float cos, float sin)
        {
            _workReal[at] = (real * cos) - (imaginary * sin);
            _workImaginary[at] = (real * sin) + (imaginary * cos);
        }
    }

    /// <summary>Stride 1: four neighbours p at a time, whose results lie four apart and are transposed.</summary>
    private void FirstPass(int m, float[] twiddles)
    {
        ref float x = ref MemoryMarshal.GetArrayDataReference(Real);
        ref float y = ref MemoryMarshal.GetArrayDataReference(Imaginary);
        ref float toX = ref MemoryMarshal.GetArrayDataReference(_workReal);
        ref float toY = ref MemoryMarshal.GetArrayDataReference(_workImaginary);
        ref float w = ref MemoryMarshal.GetArrayDataReference(twiddles);
        nuint step = (nuint)m;
        for (nuint p = 0; p < step; p += 4)
        {
            Vector128<float> ax = Vector128.LoadUnsafe(ref x, p), bx = Vector128.LoadUnsafe(ref x, p + step);
            Vector128<float> cx = Vector128.LoadUnsafe(ref x, p + (2 * step)), dx = Vector128.LoadUnsafe(ref x, p + (3 * step));
            Vector128<float> ay = Vector128.LoadUnsafe(ref y, p), by = Vector128.LoadUnsafe(ref y, p + step);
            Vector128<float> cy = Vector128.LoadUnsafe(ref y, p + (2 * step)), dy = Vector128.LoadUnsafe(ref y, p + (3 * step));
            Vector128<float> sumX = ax + cx, sumY = ay + cy, gapX = ax - cx, gapY = ay - cy;
            Vector128<float> otherX = bx + dx, otherY = by + dy, turnedX = dy - by, turnedY = bx - dx;
            Vector128<float> x1 = gapX - turnedX, y1 = gapY - turnedY, x2 = sumX - otherX, y2 = sumY - otherY, x3 = gapX + turnedX, y3 = gapY + turnedY;
            Vector128<float> c1 = Vector128.LoadUnsafe(ref w, p), s1 = Vector128.LoadUnsafe(ref w, p + step);
            Vector128<float> c2 = Vector128.LoadUnsafe(ref w, p + (2 * step)), s2 = Vector128.LoadUnsafe(ref w, p + (3 * step));
            Vector128<float> c3 = Vector128.LoadUnsafe(ref w, p + (4 * step)), s3 = Vector128.LoadUnsafe(ref w, p + (5 * step));
            Transpose(sumX + otherX, (x1 * c1) - (y1 * s1), (x2 * c2) - (y2 * s2), (x3 * c3) - (y3 * s3), ref toX, 4 * p);
            Transpose(sumY + otherY, (x1 * s1) + (y1 * c1), (x2 * s2) + (y2 * c2), (x3 * s3) + (y3 * c3), ref toY, 4 * p);
        }
    }

    private static void Transpose(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float to, nuint at)
    {
        Vector128<ulong> abLow = ZipLower(a, b), abHigh = ZipUpper(a, b), cdLow = ZipLower(c, d), cdHigh = ZipUpper(c, d);
        Vector128.Create(abLow.GetLower(), cdLow.GetLower()).AsSingle().StoreUnsafe(ref to, at);
        Vector128.Create(abLow.GetUpper(), cdLow.GetUpper()).AsSingle().StoreUnsafe(ref to, at + 4);
        Vector128.Create(abHigh.GetLower(), cdHigh.GetLower()).AsSingle().StoreUnsafe(ref to, at + 8);
        Vector128.Create(abHigh.GetUpper(), cdHigh.GetUpper()).AsSingle().StoreUnsafe(ref to, at + 12);

        static Vector128<ulong> ZipLower(Vector128<float> a, Vector128<float> b) => Vector128.WidenLower(a.AsUInt32()) | (Vector128.WidenLower(b.AsUInt32()) << 32);
        static Vector128<ulong> ZipUpper(Vector128<float> a, Vector128<float> b) => Vector128.WidenUpper(a.AsUInt32()) | (Vector128.WidenUpper(b.AsUInt32()) << 32);
    }

    /// <summary>Stride 4 and more: four neighbours q at a time.</summary>
    private void NarrowPass(int m, int stride, float[] w)
    {
        ref float x = ref MemoryMarshal.GetArrayDataReference(Real);
        ref float y = ref MemoryMarshal.GetArrayDataReference(Imaginary);
        ref float toX = ref MemoryMarshal.GetArrayDataReference(_workReal);
        ref float toY = ref MemoryMarshal.GetArrayDataReference(_workImaginary);
        nuint s = (nuint)stride, step = (nuint)(stride * m);
        for (int p = 0; p < m; p++)
        {
            Vector128<float> c1 = Vector128.Create(w[p]), s1 = Vector128.Create(w[m + p]);
            Vector128<float> c2 = Vector128.Create(w[(2 * m) + p]), s2 = Vector128.Create(w[(3 * m) + p]);
            Vector128<float> c3 = Vector128.Create(w[(4 * m) + p]), s3 = Vector128.Create(w[(5 * m) + p]);
            nuint first = s * (nuint)p;
            for (nuint q = 0; q < s; q += 4)
            {
                nuint a = first + q, to = (4 * first) + q;
                Vector128<float> ax = Vector128.LoadUnsafe(ref x, a), bx = Vector128.LoadUnsafe(ref x, a + step);
                Vector128<float> cx = Vector128.LoadUnsafe(ref x, a + (2 * step)), dx = Vector128.LoadUnsafe(ref x, a + (3 * step));
                Vector128<float> ay = Vector128.LoadUnsafe(ref y, a), by = Vector128.LoadUnsafe(ref y, a + step);
                Vector128<float> cy = Vector128.LoadUnsafe(ref y, a + (2 * step)), dy = Vector128.LoadUnsafe(ref y, a + (3 * step));
                Vector128<float> sumX = ax + cx, sumY = ay + cy, gapX = ax - cx, gapY = ay - cy;
                Vector128<float> otherX = bx + dx, otherY = by + dy, turnedX = dy - by, turnedY = bx - dx;
                Vector128<float> x1 = gapX - turnedX, y1 = gapY - turnedY, x2 = sumX - otherX, y2 = sumY - otherY, x3 = gapX + turnedX, y3 = gapY + turnedY;
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

    /// <summary>Larger strides: as many neighbours q at a time as the processor takes.</summary>
    private void WidePass(int m, int stride, float[] w)
    {
        ref float x = ref MemoryMarshal.GetArrayDataReference(Real);
        ref float y = ref MemoryMarshal.GetArrayDataReference(Imaginary);
        ref float toX = ref MemoryMarshal.GetArrayDataReference(_workReal);
        ref float toY = ref MemoryMarshal.GetArrayDataReference(_workImaginary);
        nuint s = (nuint)stride, step = (nuint)(stride * m);
        for (int p = 0; p < m; p++)
        {
            Vector<float> c1 = new(w[p]), s1 = new(w[m + p]), c2 = new(w[(2 * m) + p]), s2 = new(w[(3 * m) + p]), c3 = new(w[(4 * m) + p]), s3 = new(w[(5 * m) + p]);
            nuint first = s * (nuint)p;
            for (nuint q = 0; q < s; q += (nuint)Vector<float>.Count)
            {
                nuint a = first + q, to = (4 * first) + q;
                Vector<float> ax = Vector.LoadUnsafe(ref x, a), bx = Vector.LoadUnsafe(ref x, a + step);
                Vector<float> cx = Vector.LoadUnsafe(ref x, a + (2 * step)), dx = Vector.LoadUnsafe(ref x, a + (3 * step));
                Vector<float> ay = Vector.LoadUnsafe(ref y, a), by = Vector.LoadUnsafe(ref y, a + step);
                Vector<float> cy = Vector.LoadUnsafe(ref y, a + (2 * step)), dy = Vector.LoadUnsafe(ref y, a + (3 * step));
                Vector<float> sumX = ax + cx, sumY = ay + cy, gapX = ax - cx, gapY = ay - cy;
                Vector<float> otherX = bx + dx, otherY = by + dy, turnedX = dy - by, turnedY = bx - dx;
                Vector<float> x1 = gapX - turnedX, y1 = gapY - turnedY, x2 = sumX - otherX, y2 = sumY - otherY, x3 = gapX + turnedX, y3 = gapY + turnedY;
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
        ReadOnlySpan<float> x = Real, y = Imaginary;
        System.Numerics.Tensors.TensorPrimitives.Add(x[..stride], x[stride..], _workReal);
        System.Numerics.Tensors.TensorPrimitives.Add(y[..stride], y[stride..], _workImaginary);
        System.Numerics.Tensors.TensorPrimitives.Subtract(x[..stride], x[stride..], _workReal.AsSpan(stride));
        System.Numerics.Tensors.TensorPrimitives.Subtract(y[..stride], y[stride..], _workImaginary.AsSpan(stride));
    }
}
