using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium.Bench;

/// <summary>`compose`: notes alone, with sound, and a long session as a whole process.</summary>
internal static class ComposeBenchmarks
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(10), Piece = TimeSpan.FromMinutes(2);

    /// <summary>The benchmarks.</summary>
    /// <param name="folder">An existing folder for outputs.</param>
    /// <param name="program">The built command line, <c>sensorium-cli.dll</c>; null leaves the whole program out.</param>
    public static IEnumerable<Benchmark> All(string folder, string? program)
    {
        CompositionStyle piano = CompositionStyles.All[0];
        Composition Compose(TimeSpan length, CompositionStyle style) => Composer.Compose(new CompositionRequest { Path = AffectPath.Iso((-0.5, 0.4), (0.5, -0.4), length), Style = style, Seed = 1 });
        yield return new Benchmark(
            $"composing {Minutes.TotalMinutes} minutes, one core",
            null,
            $"at most {Minutes.TotalMilliseconds / 1000:0} ms: a thousand times faster than it sounds",
            50,
            [Benchmark.Ours("solo piano", () => Compose(Minutes, piano)), Benchmark.Ours("K-ballad, five parts", () => Compose(Minutes, CompositionStyles.Find("ballad")!))]);
        using FluidSynthesizer synthesizer = new(SoundFontLocator.Locate(null));
        int frames = (int)(Piece.TotalSeconds * synthesizer.SampleRate);
        yield return new Benchmark(
            $"playing {Piece.TotalMinutes} minutes, one core",
            null,
            $"at most {Piece.TotalMilliseconds / 20:0} ms: twenty times faster than it sounds",
            3,
            [.. CompositionStyles.All.Select(style => (style, Compose(Piece, style).Score)).Select(piece => Benchmark.Ours(piece.style.Id, () => synthesizer.Render(piece.Score, frames)))]);
        if (program is not null)
        {
            yield return new Benchmark(
                "compose: a session of 24 minutes, one candidate, WAV, cold process",
                "peak MiB",
                "at most 80 s",
                1,
                [ProgramContender.Of("sensorium compose --minutes 24", true, ["dotnet", program, "compose", "--from", "-0.5,0.4", "--goal", "calm", "--minutes", "24", "--candidates", "1", "--formats", "wav", "--quiet", "--out", folder])]);
        }
    }
}
