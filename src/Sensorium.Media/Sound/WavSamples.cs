using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>Conversion between floats and the bytes of a WAV file.</summary>
internal static class WavSamples
{
    /// <summary>WAVE_FORMAT_PCM.</summary>
    public const ushort PcmTag = 1;

    /// <summary>WAVE_FORMAT_IEEE_FLOAT.</summary>
    public const ushort FloatTag = 3;

    /// <summary>WAVE_FORMAT_EXTENSIBLE.</summary>
    public const ushort ExtensibleTag = 0xFFFE;

    /// <summary>The last 14 bytes of every KSDATAFORMAT_SUBTYPE; the first two are the plain format tag.</summary>
    public static ReadOnlySpan<byte> SubFormatTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Bytes of one sample.</summary>
    /// <param name="format">The format.</param>
    /// <returns>2 to 4.</returns>
    public static int BytesOf(WavSampleFormat format) => format switch
    {
        WavSampleFormat.Pcm16 => 2,
        WavSampleFormat.Pcm24 => 3,
        WavSampleFormat.Floating => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such sample format."),
    };

    /// <summary>Writes one channel into interleaved bytes.</summary>
    /// <param name="samples">The samples of the channel.</param>
    /// <param name="bytes">Interleaved frames.</param>
    /// <param name="channel">Which channel, from 0.</param>
    /// <param name="channelCount">Channels a frame.</param>
    /// <param name="format">How samples are stored.</param>
    public static void Encode(ReadOnlySpan<float> samples, Span<byte> bytes, int channel, int channelCount, WavSampleFormat format)
    {
        int size = BytesOf(format);
        int stride = size * channelCount;
        int at = channel * size;
        for (int i = 0; i < samples.Length; i++, at += stride)
        {
            Span<byte> place = bytes.Slice(at, size);
            switch (format)
            {
                case WavSampleFormat.Pcm16:
                    BinaryPrimitives.WriteInt16LittleEndian(place, (short)Quantise(samples[i], 32768));
                    break;
                case WavSampleFormat.Pcm24:
                    int value = Quantise(samples[i], 8388608);
                    place[0] = (byte)value;
                    place[1] = (byte)(value >> 8);
                    place[2] = (byte)(value >> 16);
                    break;
                default:
                    BinaryPrimitives.WriteSingleLittleEndian(place, samples[i]);
                    break;
            }
        }
    }

    // A sample that is not a number becomes silence: a click is the worst that may come of it.
    private static int Quantise(float sample, int fullScale) =>
        float.IsNaN(sample) ? 0 : (int)Math.Clamp(Math.Round((double)sample * fullScale), -fullScale, fullScale - 1);
}
