namespace Sensorium;

/// <summary>What sound without a header is: whole numbers of 16 bits, low byte first, the channels of a frame beside each other.</summary>
/// <param name="SampleRate">Frames a second, 1,000 to 384,000.</param>
/// <param name="ChannelCount">Channels, 1 to 8.</param>
public readonly record struct RawSound(int SampleRate, int ChannelCount)
{
    /// <summary>Lowest rate.</summary>
    public const int LowestRate = 1000;

    /// <summary>Highest rate.</summary>
    public const int HighestRate = 384_000;

    /// <summary>Most channels.</summary>
    public const int MostChannels = 8;

    /// <summary>The header that a WAV file of unknown length would begin with.</summary>
    /// <returns>44 bytes.</returns>
    internal byte[] Header()
    {
        const uint Unknown = uint.MaxValue;
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write("RIFF"u8);
        writer.Write(Unknown);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)ChannelCount);
        writer.Write(SampleRate);
        writer.Write(SampleRate * ChannelCount * 2);
        writer.Write((short)(ChannelCount * 2));
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(Unknown);
        return bytes.ToArray();
    }
}
