using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>Lists of numbers as bytes, least significant first whatever the machine.</summary>
internal static class CatalogueBlobs
{
    // Start in whole milliseconds, then means and deviations of valence and arousal as floats.
    private const int MomentBytes = 20;

    private static readonly Dictionary<string, string> KnownNames = SongTagNames.Instruments.Concat(SongTagNames.Qualities).Concat(SongTagNames.Moods).Distinct().ToDictionary(name => name);

    public static byte[] OfFloats(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * 4), values[i]);
        }

        return bytes;
    }

    public static float[] ToFloats(byte[] bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }

        var values = new float[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 4));
        }

        return values;
    }

    public static byte[] OfEmotions(EmotionScores emotions)
    {
        Span<double> shares = stackalloc double[EmotionScores.Count];
        emotions.CopyTo(shares);
        var bytes = new byte[EmotionScores.Count * 8];
        for (int i = 0; i < shares.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * 8), shares[i]);
        }

        return bytes;
    }

    public static EmotionScores ToEmotions(byte[] bytes)
    {
        Span<double> shares = stackalloc double[EmotionScores.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * 8));
        }

        return EmotionScores.FromWeights(shares);
    }

    public static byte[] OfCurve(IReadOnlyList<SongMoment> curve)
    {
        var bytes = new byte[curve.Count * MomentBytes];
        for (int i = 0; i < curve.Count; i++)
        {
            Span<byte> moment = bytes.AsSpan(i * MomentBytes, MomentBytes);
            Affect affect = curve[i].Affect;
            BinaryPrimitives.WriteUInt32LittleEndian(moment, (uint)Math.Clamp(curve[i].Start.TotalMilliseconds, 0, uint.MaxValue));
            BinaryPrimitives.WriteSingleLittleEndian(moment[4..], (float)affect.Valence.Mean);
            BinaryPrimitives.WriteSingleLittleEndian(moment[8..], (float)affect.Valence.Sd);
            BinaryPrimitives.WriteSingleLittleEndian(moment[12..], (float)affect.Arousal.Mean);
            BinaryPrimitives.WriteSingleLittleEndian(moment[16..], (float)affect.Arousal.Sd);
        }

        return bytes;
    }

    public static IReadOnlyList<SongMoment> ToCurve(byte[] bytes)
    {
        var curve = new SongMoment[bytes.Length / MomentBytes];
        for (int i = 0; i < curve.Length; i++)
        {
            ReadOnlySpan<byte> moment = bytes.AsSpan(i * MomentBytes, MomentBytes);
            curve[i] = new SongMoment(
                TimeSpan.FromMilliseconds(BinaryPrimitives.ReadUInt32LittleEndian(moment)),
                new Affect
                {
                    Valence = new Estimate(BinaryPrimitives.ReadSingleLittleEndian(moment[4..]), BinaryPrimitives.ReadSingleLittleEndian(moment[8..])),
                    Arousal = new Estimate(BinaryPrimitives.ReadSingleLittleEndian(moment[12..]), BinaryPrimitives.ReadSingleLittleEndian(moment[16..])),
                });
        }

        return curve;
    }

    public static byte[] OfTimes(IReadOnlyList<TimeSpan> times)
    {
        var bytes = new byte[times.Count * 8];
        for (int i = 0; i < times.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * 8), times[i].Ticks);
        }

        return bytes;
    }

    public static IReadOnlyList<TimeSpan> ToTimes(byte[] bytes)
    {
        var times = new TimeSpan[bytes.Length / 8];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = new TimeSpan(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i * 8)));
        }

        return times;
    }

    /// <summary>Tags as text, a line each: the share, a space, the name.</summary>
    public static string OfTags(IReadOnlyList<SongTag> tags)
    {
        var text = new StringBuilder();
        foreach (SongTag tag in tags)
        {
            text.Append(CultureInfo.InvariantCulture, $"{tag.Share:R} {tag.Name.ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }

    public static IReadOnlyList<SongTag> ToTags(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var tags = new SongTag[text.AsSpan().Count('\n')];
        ReadOnlySpan<char> rest = text;
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known = KnownNames.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < tags.Length; i++)
        {
            ReadOnlySpan<char> line = rest[..rest.IndexOf('\n')];
            rest = rest[(line.Length + 1)..];
            int space = line.IndexOf(' ');
            ReadOnlySpan<char> name = line[(space + 1)..];
            tags[i] = new SongTag(known.TryGetValue(name, out string? same) ? same : name.ToString(), double.Parse(line[..space], CultureInfo.InvariantCulture));
        }

        return tags;
    }
}
