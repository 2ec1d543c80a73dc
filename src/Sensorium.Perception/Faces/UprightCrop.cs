using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Cuts upright squares out of a picture as <see cref="PictureCrop"/> does, a channel after the other as networks take them, and ten times as fast:
/// rows are mixed first, columns afterwards.
/// </summary>
internal static class UprightCrop
{
    private const int Channels = 3;
    private const int Step = 8;

    /// <summary>Cuts out a square.</summary>
    /// <param name="picture">The picture; its border pixels go on outside it.</param>
    /// <param name="frame">Where the square lies; its turn is not looked at.</param>
    /// <param name="side">The new side in pixels.</param>
    /// <param name="planes">Receives red, green and blue, each <c>[side x side]</c>, 0..255.</param>
    public static void Fill(Picture picture, CropFrame frame, int side, Span<float> planes)
    {
        Mix[] columns = Mixes(frame.CentreX - (frame.Side / 2), frame.Side, side, picture.Width);
        Mix[] rows = Mixes(frame.CentreY - (frame.Side / 2), frame.Side, side, picture.Height);
        int left = columns[0].First, length = (columns[^1].First + columns[^1].Shares.Length - left) * Channels;
        float[] mixed = new float[length];
        int plane = side * side;
        for (int y = 0; y < side; y++)
        {
            Array.Clear(mixed);
            for (int i = 0; i < rows[y].Shares.Length; i++)
            {
                Add(picture.Row(rows[y].First + i).Slice(left * Channels, length), rows[y].Shares[i], mixed);
            }

            for (int x = 0; x < side; x++)
            {
                (float r, float g, float b) = (0, 0, 0);
                int at = (columns[x].First - left) * Channels;
                foreach (float share in columns[x].Shares)
                {
                    r += share * mixed[at];
                    g += share * mixed[at + 1];
                    b += share * mixed[at + 2];
                    at += Channels;
                }

                int target = (y * side) + x;
                (planes[target], planes[plane + target], planes[(2 * plane) + target]) = (r, g, b);
            }
        }
    }

    private static void Add(ReadOnlySpan<byte> row, float share, Span<float> sums)
    {
        int i = 0;
        for (; i + Step <= row.Length; i += Step)
        {
            Vector128<byte> bytes = Vector128.CreateScalar(MemoryMarshal.Read<ulong>(row[i..])).AsByte();
            Vector256<uint> wide = Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256());
            Span<float> part = sums.Slice(i, Step);
            (Vector256.Create<float>(part) + (Vector256.ConvertToSingle(wide.AsInt32()) * share)).CopyTo(part);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += share * row[i];
        }
    }

    /// <summary>For each new pixel along one side, the old pixels it is mixed of.</summary>
    private static Mix[] Mixes(double start, double span, int side, int length)
    {
        int samples = Math.Max(1, (int)Math.Ceiling((span / side) - 1e-9));
        double inner = span / (side * samples);
        var mixes = new Mix[side];
        for (int i = 0; i < side; i++)
        {
            int first = (int)Place(i * samples), last = Math.Min((int)Place((i * samples) + samples - 1) + 1, length - 1);
            float[] shares = new float[last - first + 1];
            for (int k = i * samples; k < (i + 1) * samples; k++)
            {
                double place = Place(k);
                int at = (int)place;
                double beyond = place - at;
                shares[at - first] += (float)((1 - beyond) / samples);
                shares[Math.Min(at + 1, length - 1) - first] += (float)(beyond / samples);
            }

            mixes[i] = new Mix(first, shares);
        }

        return mixes;

        double Place(int sample) => Math.Clamp(start + ((sample + 0.5) * inner) - 0.5, 0, length - 1);
    }

    /// <summary>Neighbouring old pixels and how much of each goes into a new one.</summary>
    private readonly struct Mix(int first, float[] shares)
    {
        public int First { get; } = first;

        public float[] Shares { get; } = shares;
    }
}
