using Sensorium.Media;

namespace Sensorium.Bench;

/// <summary>`hear` as a user runs it, and reading a picture beside the programs that people use for it.</summary>
internal static class HearBenchmarks
{
    /// <summary>The benchmarks.</summary>
    /// <param name="photo">The 12-megapixel picture.</param>
    /// <param name="folder">An existing folder for inputs and outputs.</param>
    /// <param name="program">The built command line, <c>sensorium-cli.dll</c>; null leaves the whole program out.</param>
    public static IEnumerable<Benchmark> All(Picture photo, string folder, string? program)
    {
        string jpeg = Path.Combine(folder, "photo.jpg");
        File.WriteAllBytes(jpeg, JpegCodec.Encode(photo, 92));
        string output = Path.Combine(folder, "out");
        if (program is not null)
        {
            yield return new Benchmark(
                $"hear on a JPEG of {photo.Width} x {photo.Height}, cold process to all files written",
                "peak MiB",
                "at most 4 s and 400 MiB",
                5,
                [ProgramContender.Of("sensorium hear (html, json, wav, mp3, mid)", true, "dotnet", program, "hear", jpeg, "--out", output, "--quiet")]);
        }

        PictureReader reader = new();
        PictureReadOptions options = new() { TargetLongSide = 512 };
        List<Contender> readers =
        [
            Benchmark.Ours("Sensorium PictureReader, in process", () => reader.ReadAsync(jpeg, options).GetAwaiter().GetResult()),
        ];
        if (ProgramContender.Exists("vipsthumbnail"))
        {
            readers.Add(ProgramContender.Of("vipsthumbnail, whole process", false, "vipsthumbnail", jpeg, "--size", "512", "-o", Path.Combine(folder, "v.png")));
        }

        if (ProgramContender.Exists("ffmpeg"))
        {
            readers.Add(ProgramContender.Of(
                "ffmpeg scale=512, whole process", false, "ffmpeg", "-nostdin", "-v", "error", "-y", "-i", jpeg, "-vf", "scale=512:-1:flags=area", "-f", "rawvideo", "-pix_fmt", "rgb24", Path.Combine(folder, "f.rgb")));
        }

        yield return new Benchmark($"a JPEG of {photo.Width} x {photo.Height} to 512 px", null, null, 9, readers);
    }
}
