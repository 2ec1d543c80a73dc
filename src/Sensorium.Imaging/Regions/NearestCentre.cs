using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>The two inner loops of Lloyd's algorithm over planar points: finding the nearest centre, and adding up what belongs to it.</summary>
internal static class NearestCentre
{
    /// <summary>Values kept for a centre by <see cref="Prepare"/>: x, y, z negated, and half the squared length.</summary>
    public const int Stride = 4;

    /// <summary>Sums kept for a cluster by <see cref="Accumulate"/>: x, y, z and the number of points.</summary>
    public const int SumStride = 4;

    /// <summary>
    /// Brings centres into the form that <see cref="Assign"/> takes. |p - c|² / 2 differs from |c|² / 2 - p c by |p|² / 2 only, which is the same for all centres:
    /// three multiply-adds a centre find the nearest.
    /// </summary>
    public static void Prepare(ReadOnlySpan<float> centres, Span<float> prepared)
    {
        for (int c = 0; c * 3 < centres.Length; c++)
        {
            float x = centres[c * 3];
            float y = centres[(c * 3) + 1];
            float z = centres[(c * 3) + 2];
            prepared[c * Stride] = -x;
            prepared[(c * Stride) + 1] = -y;
            prepared[(c * Stride) + 2] = -z;
            prepared[(c * Stride) + 3] = ((x * x) + (y * y) + (z * z)) / 2;
        }
    }

    /// <summary>Labels each point with its nearest centre, the lower index where two are equally near; sixteen points at a time.</summary>
    public static void Assign(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<float> prepared, Span<byte> labels)
    {
        int lanes = Vector512<float>.Count;
        int clusters = prepared.Length / Stride;
        int i = 0;
        ref float fx = ref MemoryMarshal.GetReference(x);
        ref float fy = ref MemoryMarshal.GetReference(y);
        ref float fz = ref MemoryMarshal.GetReference(z);
        ref float centre = ref MemoryMarshal.GetReference(prepared);
        ref byte target = ref MemoryMarshal.GetReference(labels);
        for (; i + lanes <= x.Length; i += lanes)
        {
            Vector512<float> px = Vector512.LoadUnsafe(ref fx, (nuint)i);
            Vector512<float> py = Vector512.LoadUnsafe(ref fy, (nuint)i);
            Vector512<float> pz = Vector512.LoadUnsafe(ref fz, (nuint)i);
            Vector512<float> least = Vector512.Create(float.PositiveInfinity);
            Vector512<int> nearest = Vector512<int>.Zero;
            for (int c = 0; c < clusters; c++)
            {
                ref float from = ref Unsafe.Add(ref centre, c * Stride);
                Vector512<float> score = Vector512.FusedMultiplyAdd(
                    px,
                    Vector512.Create(from),
                    Vector512.FusedMultiplyAdd(
                        py,
                        Vector512.Create(Unsafe.Add(ref from, 1)),
                        Vector512.FusedMultiplyAdd(
                            pz,
                            Vector512.Create(Unsafe.Add(ref from, 2)),
                            Vector512.Create(Unsafe.Add(ref from, 3)))));
                nearest = Vector512.ConditionalSelect(Vector512.LessThan(score, least).AsInt32(), Vector512.Create(c), nearest);
                least = Vector512.Min(score, least);
            }

            Vector256<ushort> narrow = Vector256.Narrow(nearest.GetLower().AsUInt32(), nearest.GetUpper().AsUInt32());
            Vector128.Narrow(narrow.GetLower(), narrow.GetUpper()).StoreUnsafe(ref target, (nuint)i);
        }

        AssignScalar(x[i..], y[i..], z[i..], prepared, labels[i..]);
    }

    /// <summary>The same one point at a time; gives the same labels.</summary>
    public static void AssignScalar(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<float> prepared, Span<byte> labels)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float least = float.PositiveInfinity;
            int nearest = 0;
            for (int c = 0; c < prepared.Length; c += Stride)
            {
                float score = MathF.FusedMultiplyAdd(
                    x[i], prepared[c], MathF.FusedMultiplyAdd(y[i], prepared[c + 1], MathF.FusedMultiplyAdd(z[i], prepared[c + 2], prepared[c + 3])));
                if (score < least)
                {
                    least = score;
                    nearest = c;
                }
            }

            labels[i] = (byte)(nearest / Stride);
        }
    }

    /// <summary>Adds each point to the sums of its cluster: <c>[clusters x 4]</c>.</summary>
    public static void Accumulate(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<byte> labels, Span<double> sums)
    {
        // Two sets of sums: neighbours mostly share a cluster, and one set would wait for its own last addition.
        Span<double> odd = stackalloc double[sums.Length];
        odd.Clear();
        ref double even = ref MemoryMarshal.GetReference(sums);
        ref double other = ref MemoryMarshal.GetReference(odd);
        int clusters = sums.Length / SumStride;
        int i = 0;
        for (; i + 1 < labels.Length; i += 2)
        {
            Add(ref even, labels[i], clusters, x[i], y[i], z[i]);
            Add(ref other, labels[i + 1], clusters, x[i + 1], y[i + 1], z[i + 1]);
        }

        if (i < labels.Length)
        {
            Add(ref even, labels[i], clusters, x[i], y[i], z[i]);
        }

        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += odd[j];
        }
    }

    /// <summary>Sum of the squared distances of points from the centres of their labels.</summary>
    public static double Inertia(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, ReadOnlySpan<byte> labels, ReadOnlySpan<float> centres)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<float> centre = centres.Slice(labels[i] * 3, 3);
            float dx = x[i] - centre[0];
            float dy = y[i] - centre[1];
            float dz = z[i] - centre[2];
            sum += (dx * dx) + (dy * dy) + (dz * dz);
        }

        return sum;
    }

    private static void Add(ref double sums, int cluster, int clusters, float x, float y, float z)
    {
        if ((uint)cluster >= (uint)clusters)
        {
            throw new ArgumentOutOfRangeException(nameof(cluster));
        }

        ref double start = ref Unsafe.Add(ref sums, cluster * SumStride);
        Vector256<double> point = Vector256.Create(x, y, z, 1.0);
        (Vector256.LoadUnsafe(ref start) + point).StoreUnsafe(ref start);
    }
}
