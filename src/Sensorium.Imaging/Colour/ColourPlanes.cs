using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>
/// The pixels of a picture as three planes of floats in one colour space:
/// L, a, b for <see cref="ColourSpace.OkLab"/> and <see cref="ColourSpace.CieLab"/>;
/// for <see cref="ColourSpace.Hsv"/> the cone <c>SV cos H, SV sin H, V</c>, whose distances make sense.
/// </summary>
public sealed class ColourPlanes
{
    private const int PixelsPerChunk = 1 << 15;
    private readonly float[] _first;
    private readonly float[] _second;
    private readonly float[] _third;

    /// <summary>Creates planes of zeros.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="space">The space of the values.</param>
    public ColourPlanes(int width, int height, ColourSpace space)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Space = space;
        int pixels = checked(width * height);
        _first = GC.AllocateUninitializedArray<float>(pixels);
        _second = GC.AllocateUninitializedArray<float>(pixels);
        _third = GC.AllocateUninitializedArray<float>(pixels);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The space of the values.</summary>
    public ColourSpace Space { get; }

    /// <summary>First coordinate of each pixel: <c>[height x width]</c>.</summary>
    public Span<float> First => _first;

    /// <summary>Second coordinate of each pixel: <c>[height x width]</c>.</summary>
    public Span<float> Second => _second;

    /// <summary>Third coordinate of each pixel: <c>[height x width]</c>.</summary>
    public Span<float> Third => _third;

    /// <summary>Converts a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="space">The space wanted.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Planes of the picture's size.</returns>
    public static ColourPlanes From(Picture picture, ColourSpace space, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var planes = new ColourPlanes(picture.Width, picture.Height, space);
        Memory<byte> pixels = picture.Memory;
        FixedChunks.Run(
            picture.Width * picture.Height,
            PixelsPerChunk,
            threads,
            (_, from, to) => Convert(
                pixels.Span[(from * 3)..(to * 3)], space, planes.First[from..to], planes.Second[from..to], planes.Third[from..to]),
            cancellationToken);
        return planes;
    }

    /// <summary>Converts OKLab planes into another space.</summary>
    /// <param name="space">The space wanted.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>These planes themselves where they are in that space already.</returns>
    /// <exception cref="InvalidOperationException">These planes are neither in that space nor in OKLab.</exception>
    public ColourPlanes To(ColourSpace space, int threads = 0, CancellationToken cancellationToken = default)
    {
        if (space == Space)
        {
            return this;
        }

        if (Space != ColourSpace.OkLab)
        {
            throw new InvalidOperationException($"Only OKLab planes convert into another space, but these are in {Space}.");
        }

        var planes = new ColourPlanes(Width, Height, space);
        FixedChunks.Run(
            Width * Height,
            PixelsPerChunk,
            threads,
            (_, from, to) =>
            {
                for (int i = from; i < to; i++)
                {
                    (double r, double g, double b) = ColourConversion.ToLinear(new OkLab(_first[i], _second[i], _third[i]));
                    if (space == ColourSpace.CieLab)
                    {
                        ColourConversion.LinearToCieLab((float)r, (float)g, (float)b, out planes._first[i], out planes._second[i], out planes._third[i]);
                    }
                    else
                    {
                        ColourConversion.EncodedToCone(Encoded(r), Encoded(g), Encoded(b), out planes._first[i], out planes._second[i], out planes._third[i]);
                    }
                }
            },
            cancellationToken);
        return planes;

        static float Encoded(double linear) => (float)SrgbTransfer.FromLinear(Math.Clamp(linear, 0, 1));
    }

    /// <summary>A copy whose second and third coordinates are multiplied.</summary>
    internal ColourPlanes Stretched(float factor, int threads, CancellationToken cancellationToken)
    {
        var planes = new ColourPlanes(Width, Height, Space);
        FixedChunks.Run(
            Width * Height,
            PixelsPerChunk,
            threads,
            (_, from, to) =>
            {
                _first.AsSpan(from..to).CopyTo(planes._first.AsSpan(from..to));
                for (int i = from; i < to; i++)
                {
                    planes._second[i] = _second[i] * factor;
                    planes._third[i] = _third[i] * factor;
                }
            },
            cancellationToken);
        return planes;
    }

    /// <summary>Converts interleaved sRGB bytes, eight pixels at a time.</summary>
    /// <param name="rgb">Interleaved bytes: <c>[pixels x 3]</c>.</param>
    /// <param name="space">The space wanted.</param>
    /// <param name="first">First coordinate: <c>[pixels]</c>.</param>
    /// <param name="second">Second coordinate: <c>[pixels]</c>.</param>
    /// <param name="third">Third coordinate: <c>[pixels]</c>.</param>
    public static void Convert(ReadOnlySpan<byte> rgb, ColourSpace space, Span<float> first, Span<float> second, Span<float> third)
    {
        int done = 0;
        if (space != ColourSpace.Hsv)
        {
            done = ConvertVectors(rgb, space, first, second, third);
        }

        ConvertScalar(rgb[(done * 3)..], space, first[done..], second[done..], third[done..]);
    }

    /// <summary>The same one pixel at a time; gives the same bits.</summary>
    internal static void ConvertScalar(ReadOnlySpan<byte> rgb, ColourSpace space, Span<float> first, Span<float> second, Span<float> third)
    {
        ReadOnlySpan<float> linear = SrgbTransfer.LinearTable;
        for (int i = 0; i < first.Length; i++)
        {
            byte r = rgb[i * 3];
            byte g = rgb[(i * 3) + 1];
            byte b = rgb[(i * 3) + 2];
            switch (space)
            {
                case ColourSpace.OkLab:
                    ColourConversion.LinearToOkLab(linear[r], linear[g], linear[b], out first[i], out second[i], out third[i]);
                    break;
                case ColourSpace.CieLab:
                    ColourConversion.LinearToCieLab(linear[r], linear[g], linear[b], out first[i], out second[i], out third[i]);
                    break;
                case ColourSpace.Hsv:
                    ColourConversion.EncodedToCone(r / 255f, g / 255f, b / 255f, out first[i], out second[i], out third[i]);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(space), space, "The spaces are OkLab, CieLab and Hsv.");
            }
        }
    }

    private static int ConvertVectors(ReadOnlySpan<byte> rgb, ColourSpace space, Span<float> first, Span<float> second, Span<float> third)
    {
        ReadOnlySpan<float> linear = SrgbTransfer.LinearTable;
        int lanes = Vector256<float>.Count;
        Span<float> gathered = stackalloc float[3 * lanes];
        int i = 0;
        for (; i + lanes <= first.Length; i += lanes)
        {
            ReadOnlySpan<byte> source = rgb.Slice(i * 3, 3 * lanes);
            for (int lane = 0; lane < lanes; lane++)
            {
                gathered[lane] = linear[source[lane * 3]];
                gathered[lanes + lane] = linear[source[(lane * 3) + 1]];
                gathered[(2 * lanes) + lane] = linear[source[(lane * 3) + 2]];
            }

            ref float start = ref MemoryMarshal.GetReference(gathered);
            Vector256<float> r = Vector256.LoadUnsafe(ref start);
            Vector256<float> g = Vector256.LoadUnsafe(ref start, (nuint)lanes);
            Vector256<float> b = Vector256.LoadUnsafe(ref start, (nuint)(2 * lanes));
            Vector256<float> x, y, z;
            if (space == ColourSpace.OkLab)
            {
                ColourConversion.LinearToOkLab(r, g, b, out x, out y, out z);
            }
            else
            {
                ColourConversion.LinearToCieLab(r, g, b, out x, out y, out z);
            }

            x.CopyTo(first[i..]);
            y.CopyTo(second[i..]);
            z.CopyTo(third[i..]);
        }

        return i;
    }
}
