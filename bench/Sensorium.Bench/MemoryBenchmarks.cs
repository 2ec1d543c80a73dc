using System.Diagnostics;
using Sensorium.Audio;
using Sensorium.Media;

namespace Sensorium.Bench;

/// <summary>Two hours of sound as a stream: whether memory stays flat in the length.</summary>
internal static class MemoryBenchmarks
{
    private const int Rate = 22050;
    private const int Seconds = 7200;

    // A minute of quiet, of a harmonic sound that comes and goes as syllables do, and of noise, again and again.
    private const string Sound =
        "aevalsrc=between(t\\,20\\,40)*0.3*(0.6+0.4*sin(20*t))*(sin(900*t)+sin(1800*t)/2+sin(2700*t)/3)+gte(t\\,55)*(random(1)-0.5):s=22050";

    /// <summary>The benchmarks.</summary>
    /// <param name="folder">An existing folder for the sound.</param>
    /// <param name="program">Path of <c>sensorium-cli.dll</c>; null leaves <c>feel</c> out.</param>
    public static IEnumerable<Benchmark> All(string folder, string? program)
    {
        string minute = Path.Combine(folder, "minute.flac"), file = Path.Combine(folder, "long.flac");
        Make("-f", "lavfi", "-i", Sound, "-t", "60", minute);
        Make("-stream_loop", $"{(Seconds / 60) - 1}", "-i", minute, "-c", "copy", file);
        yield return new Benchmark(
            $"{Seconds / 3600} hours of sound (FLAC), streamed by a process of its own",
            "peak MiB of that process (VmHWM: code, managed and native memory; without ffmpeg's, which decodes beside it)",
            "under 150 MiB",
            1,
            [
                ProgramContender.OfAlone("Sensorium FeatureExtractor, ten features of each frame", true, Environment.ProcessPath!, typeof(MemoryBenchmarks).Assembly.Location, "--stream", file),
                .. program is null ? (Contender[])[] :
                [
                    ProgramContender.OfAlone("sensorium feel --as voice", true, "dotnet", program, "feel", file, "--as", "voice", "--json"),
                    ProgramContender.OfAlone("sensorium feel --as song", true, "dotnet", program, "feel", file, "--as", "song", "--json"),
                    ProgramContender.OfAlone("sensorium feel, which finds out whether it is a voice or a song", true, "dotnet", program, "feel", file, "--json"),
                ],
            ]);
    }

    private static void Make(params string[] arguments)
    {
        using Process ffmpeg = Process.Start("ffmpeg", ["-v", "error", .. arguments]);
        ffmpeg.WaitForExit();
    }

    /// <summary>Takes ten features of each frame of a file while it is decoded, and writes how many frames there were and the most memory it took.</summary>
    /// <param name="path">The file.</param>
    public static async Task StreamAsync(string path)
    {
        await using SoundStream sound = await new SoundReader().OpenAsync(path, new SoundStreamOptions { SampleRate = Rate });
        FeatureExtractor features = new(Rate);
        OnsetStrength onsets = new(128);
        double sum = 0;
        int frames = 0;
        await foreach (ReadOnlyMemory<float> block in sound.ReadBlocksAsync())
        {
            Take(block.Span);
        }

        while (features.Flush())
        {
            Add();
        }

        Console.WriteLine($"{frames} frames, sum {sum:0.###}, {ProgramContender.PeakMebibytes(Environment.ProcessId):0.0} MiB");

        void Take(ReadOnlySpan<float> samples)
        {
            while (features.Next(ref samples))
            {
                Add();
            }
        }

        void Add()
        {
            frames++;
            sum += features.Mel[10] + features.Mfcc[1] + features.Chroma[3] + features.Contrast[2] + features.Centroid + features.Flatness + features.RollOff
                + features.RootMeanSquare + features.ZeroCrossingRate + onsets.Next(features.LogMel);
        }
    }
}
