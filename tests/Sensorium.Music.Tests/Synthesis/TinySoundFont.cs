using System.Text;

namespace Sensorium.Music.Tests.Synthesis;

/// <summary>The smallest SoundFont that plays: one looped square-like wave as bank 0, programme 0 (SoundFont 2.04, chapters 5 to 8).</summary>
internal static class TinySoundFont
{
    private const int WaveFrames = 4410;
    private const int PaddingFrames = 46;

    public static byte[] Build()
    {
        byte[] info = List("INFO", Chunk("ifil", [2, 0, 1, 0]), Chunk("isng", "EMU8000\0"u8), Chunk("INAM", "Tiny\0\0"u8));
        byte[] samples = List("sdta", Chunk("smpl", Wave()));
        byte[] tables = List(
            "pdta",
            Chunk("phdr", [.. Preset("Square", 0, 0, 0), .. Preset("EOP", 0, 0, 1)]),
            Chunk("pbag", Words(0, 0, 1, 0)),
            Chunk("pmod", new byte[10]),
            Chunk("pgen", Words(41, 0, 0, 0)),
            Chunk("inst", [.. Instrument("Square", 0), .. Instrument("EOI", 1)]),
            Chunk("ibag", Words(0, 0, 2, 0)),
            Chunk("imod", new byte[10]),
            Chunk("igen", Words(54, 1, 53, 0, 0, 0)),
            Chunk("shdr", [.. Sample("wave", 0, WaveFrames, 0, WaveFrames, 44100, 69), .. Sample("EOS", 0, 0, 0, 0, 0, 0)]));
        byte[] body = [.. "sfbk"u8, .. info, .. samples, .. tables];
        return Chunk("RIFF", body);
    }

    private static byte[] Wave()
    {
        var bytes = new byte[(WaveFrames + PaddingFrames) * 2];
        for (int i = 0; i < WaveFrames; i++)
        {
            // 44 periods of 440 Hz fill .1 s exactly.
            BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), (short)(12000 * Math.Tanh(3 * Math.Sin(2 * Math.PI * 440 * i / 44100))));
        }

        return bytes;
    }

    private static byte[] Chunk(string id, ReadOnlySpan<byte> body)
    {
        var pad = new byte[body.Length & 1];
        return [.. Encoding.ASCII.GetBytes(id), .. BitConverter.GetBytes(body.Length), .. body, .. pad];
    }

    private static byte[] List(string id, params byte[][] chunks) => Chunk("LIST", [.. Encoding.ASCII.GetBytes(id), .. chunks.SelectMany(c => c)]);

    private static byte[] Words(params ushort[] words) => [.. words.SelectMany(BitConverter.GetBytes)];

    private static byte[] Name(string name) => [.. Encoding.ASCII.GetBytes(name.PadRight(20, '\0'))];

    private static byte[] Preset(string name, ushort program, ushort bank, ushort bag) => [.. Name(name), .. Words(program, bank, bag), .. new byte[12]];

    private static byte[] Instrument(string name, ushort bag) => [.. Name(name), .. Words(bag)];

    private static byte[] Sample(string name, int start, int end, int loopStart, int loopEnd, int rate, byte pitch) =>
    [
        .. Name(name), .. BitConverter.GetBytes(start), .. BitConverter.GetBytes(end), .. BitConverter.GetBytes(loopStart), .. BitConverter.GetBytes(loopEnd),
        .. BitConverter.GetBytes(rate), pitch, 0, .. Words(0, 1),
    ];
}
