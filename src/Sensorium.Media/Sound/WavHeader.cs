using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>The bytes before the samples of a WAV file.</summary>
internal static class WavHeader
{
    /// <summary>Builds the RIFF, format and data headers; its length depends on the format and channel count only.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="channelCount">Channels; above 2 the extensible form is used, as its definition asks for.</param>
    /// <param name="format">How samples are stored.</param>
    /// <param name="dataBytes">Bytes of all samples, without padding.</param>
    /// <returns>The header.</returns>
    public static byte[] Build(int sampleRate, int channelCount, WavSampleFormat format, uint dataBytes)
    {
        int sampleBytes = WavSamples.BytesOf(format);
        bool isFloat = format == WavSampleFormat.Floating;
        bool extensible = channelCount > 2 || format == WavSampleFormat.Pcm24;
        int formatBytes = extensible ? 40 : isFloat ? 18 : 16;
        int factBytes = isFloat ? 12 : 0;
        var header = new byte[12 + 8 + formatBytes + factBytes + 8];
        Span<byte> rest = header;

        "RIFF"u8.CopyTo(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)(header.Length - 8) + dataBytes + (dataBytes & 1));
        "WAVE"u8.CopyTo(rest[8..]);
        rest = rest[12..];

        "fmt "u8.CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(rest[4..], formatBytes);
        ushort tag = isFloat ? WavSamples.FloatTag : WavSamples.PcmTag;
        BinaryPrimitives.WriteUInt16LittleEndian(rest[8..], extensible ? WavSamples.ExtensibleTag : tag);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[10..], (ushort)channelCount);
        BinaryPrimitives.WriteInt32LittleEndian(rest[12..], sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], unchecked((uint)(sampleRate * (long)channelCount * sampleBytes)));
        BinaryPrimitives.WriteUInt16LittleEndian(rest[20..], (ushort)(channelCount * sampleBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(rest[22..], (ushort)(sampleBytes * 8));
        if (extensible)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest[24..], 22);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[26..], (ushort)(sampleBytes * 8));
            BinaryPrimitives.WriteUInt32LittleEndian(rest[28..], channelCount switch { 1 => 0x4u, 2 => 0x3u, _ => 0u });
            BinaryPrimitives.WriteUInt16LittleEndian(rest[32..], tag);
            WavSamples.SubFormatTail.CopyTo(rest[34..]);
        }

        rest = rest[(8 + formatBytes)..];
        if (isFloat)
        {
            "fact"u8.CopyTo(rest);
            BinaryPrimitives.WriteInt32LittleEndian(rest[4..], 4);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[8..], dataBytes / (uint)(channelCount * sampleBytes));
            rest = rest[12..];
        }

        "data"u8.CopyTo(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], dataBytes);
        return header;
    }
}
