using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>How the samples of a WAV file that is read are coded.</summary>
/// <param name="Bytes">Bytes a sample.</param>
/// <param name="IsFloat">Whether they are floats.</param>
internal readonly record struct WavCoding(int Bytes, bool IsFloat)
{
    // 60 dB over full scale: no sound, but its square is still a number.
    private const float Most = 1000;

    /// <summary>Finds the coding.</summary>
    /// <param name="tag">The format tag.</param>
    /// <param name="bits">Bits a sample, containers of whole bytes.</param>
    /// <returns>The coding; null where we do not know it.</returns>
    public static WavCoding? Find(int tag, int bits) => (tag, bits) switch
    {
        (WavSamples.PcmTag, 8 or 16 or 24 or 32) => new WavCoding(bits / 8, false),
        (WavSamples.FloatTag, 32 or 64) => new WavCoding(bits / 8, true),
        _ => null,
    };

    /// <summary>Reads one channel out of interleaved bytes. Floats may hold anything: what is no finite number becomes silence, the rest is held within 60 dB over full scale.</summary>
    /// <param name="bytes">Whole frames.</param>
    /// <param name="samples">Receives a sample for each frame.</param>
    /// <param name="channel">Which channel, from 0.</param>
    /// <param name="channelCount">Channels a frame.</param>
    public void Decode(ReadOnlySpan<byte> bytes, Span<float> samples, int channel, int channelCount)
    {
        int stride = Bytes * channelCount;
        int at = channel * Bytes;
        for (int i = 0; i < samples.Length; i++, at += stride)
        {
            samples[i] = One(bytes.Slice(at, Bytes));
        }
    }

    private float One(ReadOnlySpan<byte> sample) => (Bytes, IsFloat) switch
    {
        (1, _) => (sample[0] - 128) / 128f,
        (2, _) => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768f,
        (3, _) => ((sample[0] << 8) | (sample[1] << 16) | (sample[2] << 24)) / 2147483648f,
        (4, false) => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
        (4, true) => Sane(BinaryPrimitives.ReadSingleLittleEndian(sample)),
        _ => Sane((float)BinaryPrimitives.ReadDoubleLittleEndian(sample)),
    };

    private static float Sane(float sample) => float.IsFinite(sample) ? Math.Clamp(sample, -Most, Most) : 0;
}
