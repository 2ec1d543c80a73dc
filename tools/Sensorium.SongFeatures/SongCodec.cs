using System.Runtime.InteropServices;
using Sensorium.Media;

namespace Sensorium.SongFeatures;

/// <summary>Encodes a song as files and streams carry it, and decodes it again, with ffmpeg: MP3, AAC, Vorbis or Opus, at rates from narrow to good (mono at 22,050 Hz).</summary>
internal static class SongCodec
{
    private const string Rate = "22050";
    private const int MostBytes = 1 << 28;

    private static readonly (string Encoder, string Container, int[] Kilobits)[] Codecs =
    [
        ("libmp3lame", "mp3", [16, 24, 32, 48, 64, 96]),
        ("aac", "adts", [16, 24, 32, 48, 64]),
        ("libvorbis", "ogg", [24, 32, 48, 64]),
        ("libopus", "ogg", [12, 16, 24, 32, 48, 64]),
    ];

    private static readonly ChildProcess Processes = new();
    private static readonly string Program = new FFmpegLocator().RequireFFmpeg();

    /// <summary>Sends a song through one of the codecs, chosen by chance; one song of three stays as it is.</summary>
    /// <returns>What comes out; its beginning and end may be a few milliseconds off.</returns>
    public static float[] Hear(float[] song, Random random)
    {
        (string encoder, string container, int[] kilobits) = Codecs[random.Next(Codecs.Length)];
        int rate = kilobits[random.Next(kilobits.Length)];
        if (random.Next(3) == 0)
        {
            return song;
        }

        string[] samples = ["-f", "f32le", "-ar", Rate, "-ac", "1"];
        byte[] coded = Run(MemoryMarshal.AsBytes(song.AsSpan()).ToArray(), [.. samples, "-i", "pipe:0", "-c:a", encoder, "-b:a", $"{rate}k", "-f", container, "pipe:1"]);
        return MemoryMarshal.Cast<byte, float>(Run(coded, ["-i", "pipe:0", .. samples, "pipe:1"])).ToArray();
    }

    private static byte[] Run(byte[] input, string[] arguments)
    {
        using var output = new MemoryStream();
        ProcessResult result = Processes.RunAsync(new ProcessRequest
        {
            Program = "ffmpeg",
            Path = Program,
            Arguments = ["-nostdin", "-hide_banner", "-loglevel", "error", "-threads", "1", .. arguments],
            Input = async (pipe, stop) => await pipe.WriteAsync(input, stop),
            Output = (pipe, stop) => pipe.CopyToAsync(output, stop),
            MostTime = TimeSpan.FromMinutes(5),
            MostOutputBytes = MostBytes,
        }).GetAwaiter().GetResult();
        return result.ExitCode == 0 && output.Length > 0 ? output.ToArray() : throw new InvalidOperationException($"ffmpeg {string.Join(' ', arguments)}: {result.LastErrorLine}");
    }
}
