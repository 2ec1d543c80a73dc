using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>
/// Which small patterns a picture's surfaces have: uniform local binary patterns (Ojala, Pietikainen and Maenpaa, "Multiresolution
/// gray-scale and rotation invariant texture classification with local binary patterns", IEEE PAMI 2002) of eight neighbours on a circle
/// of one pixel, at three sizes. Unlike there patterns keep their direction, and a pattern and its mirror image are one. Square roots of shares.
/// </summary>
internal static class TextureCodes
{
    private const int Scales = 3;
    private const int Neighbours = 8;

    // Rounding must not decide whether a flat surface counts as level.
    private const float Slack = 1e-3f;

    // The diagonal neighbour's place between four pixels.
    private const float Side = 0.70710678f;
    private const float Near = (1 - Side) * (1 - Side);
    private const float Edge = Side * (1 - Side);
    private const float Far = Side * Side;

    private static readonly byte[] Classes = MakeClasses();

    /// <summary>Number of classes of patterns: 34 uniform ones and one for all others.</summary>
    private const int Kinds = 35;

    /// <summary>How many numbers.</summary>
    public const int Length = Scales * Kinds;

    /// <summary>Measures a picture.</summary>
    /// <param name="greys">Its lightness at three sizes, 0..255.</param>
    /// <returns><see cref="Length"/> numbers, 0..1; the squares of one size add up to 1, or 0 where it has no inner pixel.</returns>
    public static float[] Measure(IReadOnlyList<ScenePlane> greys)
    {
        float[] vector = new float[Length];
        for (int scale = 0; scale < Scales; scale++)
        {
            Count(greys[scale], vector.AsSpan(scale * Kinds, Kinds));
        }

        return vector;
    }

    private static void Count(ScenePlane plane, Span<float> shares)
    {
        (int width, int height) = (plane.Width, plane.Height);
        if (width < 3 || height < 3)
        {
            return;
        }

        // Whole steps, as a camera stores them: a clear sky is level, not noise below a step.
        float[] steps = GC.AllocateUninitializedArray<float>(plane.Values.Length);
        TensorPrimitives.Round(plane.Values, steps);
        int[] counts = new int[1 << Neighbours];
        int[] codes = new int[width - 2];
        for (int y = 1; y < height - 1; y++)
        {
            ReadOnlySpan<float> up = steps.AsSpan((y - 1) * width, width);
            ReadOnlySpan<float> here = steps.AsSpan(y * width, width);
            ReadOnlySpan<float> down = steps.AsSpan((y + 1) * width, width);
            Encode(up, here, down, codes);
            foreach (int code in codes)
            {
                counts[code & 0xFF]++;
            }
        }

        for (int code = 0; code < counts.Length; code++)
        {
            shares[Classes[code]] += counts[code];
        }

        float count = (width - 2) * (height - 2);
        for (int i = 0; i < Kinds; i++)
        {
            shares[i] = MathF.Sqrt(shares[i] / count);
        }
    }

    /// <summary>The patterns of the inner pixels of a row, eight at a time.</summary>
    /// <param name="up">The row above: <c>[width]</c>.</param>
    /// <param name="here">The row.</param>
    /// <param name="down">The row below.</param>
    /// <param name="codes">Receives a bit for each neighbour at least as light: <c>[width - 2]</c>.</param>
    internal static void Encode(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down, Span<int> codes)
    {
        int x = 0;
        for (; x + Vector256<int>.Count <= codes.Length; x += Vector256<int>.Count)
        {
            EncodeVector(up[x..], here[x..], down[x..]).CopyTo(codes[x..]);
        }

        for (; x < codes.Length; x++)
        {
            codes[x] = CodeOf(up.Slice(x, 3), here.Slice(x, 3), down.Slice(x, 3));
        }
    }

    private static Vector256<int> EncodeVector(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down)
    {
        Vector256<float> upLeft = Vector256.Create(up), above = Vector256.Create(up[1..]), upRight = Vector256.Create(up[2..]);
        Vector256<float> left = Vector256.Create(here), middle = Vector256.Create(here[1..]), right = Vector256.Create(here[2..]);
        Vector256<float> downLeft = Vector256.Create(down), below = Vector256.Create(down[1..]), downRight = Vector256.Create(down[2..]);
        Vector256<float> level = middle - Vector256.Create(Slack);
        Vector256<float> near = middle * Near;
        return Bit(right, level, 1)
            | Bit(near + ((above + right) * Edge) + (upRight * Far), level, 2)
            | Bit(above, level, 4)
            | Bit(near + ((above + left) * Edge) + (upLeft * Far), level, 8)
            | Bit(left, level, 16)
            | Bit(near + ((below + left) * Edge) + (downLeft * Far), level, 32)
            | Bit(below, level, 64)
            | Bit(near + ((below + right) * Edge) + (downRight * Far), level, 128);
    }

    private static Vector256<int> Bit(Vector256<float> neighbour, Vector256<float> level, int bit) =>
        Vector256.GreaterThanOrEqual(neighbour, level).AsInt32() & Vector256.Create(bit);

    // Anticlockwise from the right; diagonal neighbours lie on the circle, between four pixels.
    internal static int CodeOf(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down)
    {
        float middle = here[1];
        float level = middle - Slack;
        int code = here[2] >= level ? 1 : 0;
        code |= (Near * middle) + (Edge * (up[1] + here[2])) + (Far * up[2]) >= level ? 2 : 0;
        code |= up[1] >= level ? 4 : 0;
        code |= (Near * middle) + (Edge * (up[1] + here[0])) + (Far * up[0]) >= level ? 8 : 0;
        code |= here[0] >= level ? 16 : 0;
        code |= (Near * middle) + (Edge * (down[1] + here[0])) + (Far * down[0]) >= level ? 32 : 0;
        code |= down[1] >= level ? 64 : 0;
        code |= (Near * middle) + (Edge * (down[1] + here[2])) + (Far * down[2]) >= level ? 128 : 0;
        return code;
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[1 << Neighbours];
        Array.Fill(classes, byte.MaxValue);
        byte next = 0;
        for (int code = 0; code < classes.Length; code++)
        {
            int mirrored = Mirror(code);
            if (IsUniform(code) && classes[code] == byte.MaxValue)
            {
                classes[code] = next;
                classes[mirrored] = next++;
            }
        }

        for (int code = 0; code < classes.Length; code++)
        {
            classes[code] = classes[code] == byte.MaxValue ? next : classes[code];
        }

        return classes;
    }

    // At most two changes between set and unset around the circle.
    private static bool IsUniform(int code) => BitOperations.PopCount((uint)((code ^ ((code >> 1) | (code << 7))) & 0xFF)) <= 2;

    private static int Mirror(int code)
    {
        int mirrored = 0;
        for (int bit = 0; bit < Neighbours; bit++)
        {
            mirrored |= ((code >> bit) & 1) << ((4 - bit + Neighbours) % Neighbours);
        }

        return mirrored;
    }
}
