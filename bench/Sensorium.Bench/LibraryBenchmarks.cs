using System.Runtime.InteropServices;
using Sensorium.Audio;
using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Bench;

/// <summary>What a library of 100,000 files costs when nothing has changed: hard links to a few files, which look like files of their own to a scan.</summary>
internal static class LibraryBenchmarks
{
    private const int Count = 100_000;
    private const int Originals = 20;
    private const int Folders = 1000;

    /// <summary>The benchmarks.</summary>
    /// <param name="folder">An existing folder for the library.</param>
    public static IEnumerable<Benchmark> All(string folder)
    {
        string music = Path.Combine(folder, "music");
        using var catalogue = new SqliteCatalogue(Path.Combine(folder, "catalogue.db"));
        catalogue.AddRoot(new LibraryRoot(music, DateTimeOffset.UnixEpoch));
        Fill(catalogue, music);
        yield return new Benchmark(
            $"rescan of {Count} unchanged files in {Folders} folders",
            "files unchanged",
            "at most 60 s",
            3,
            [Benchmark.Ours("Sensorium library scan", () => Scan(catalogue), report => report.Unchanged)]);
        yield return new Benchmark(
            $"{Count} songs from the catalogue, with tags, measures and vectors", "songs", null, 3, [Benchmark.Ours("Sensorium LoadSongs", () => catalogue.LoadSongs().Count(), count => count)]);
    }

    private static ScanReport Scan(SqliteCatalogue catalogue) => new LibraryScanner(catalogue, new SongAnalyst(new Deaf())).ScanAsync().GetAwaiter().GetResult();

    private static void Fill(SqliteCatalogue catalogue, string music)
    {
        for (int i = 0; i < Folders; i++)
        {
            Directory.CreateDirectory(Path.Combine(music, $"album {i:000}"));
        }

        SongPart part = Song();
        for (int i = 0; i < Count; i++)
        {
            string path = Path.Combine(music, $"album {i % Folders:000}", $"song {i}.mp3");
            if (i < Originals)
            {
                File.WriteAllBytes(path, Enumerable.Repeat((byte)i, 300_000).ToArray());
            }
            else if (Link(Path.Combine(music, $"album {i % Originals:000}", $"song {i % Originals}.mp3"), path) != 0)
            {
                throw new IOException($"No hard link can be made at '{path}'.");
            }

            var file = new FileInfo(path);
            catalogue.Store(new FileStamp { Path = path, Size = file.Length, Modified = file.LastWriteTimeUtc, Fingerprint = (i % Originals).ToString("x32") }, [part with { Tags = part.Tags with { Title = $"Song {i}" } }]);
        }
    }

    private static SongPart Song() => new()
    {
        Length = TimeSpan.FromMinutes(3),
        Tags = new SongTags { Artist = "Somebody", Album = "Something", Genres = ["Ambient"], Year = 2001 },
        Song = new SongReading
        {
            Version = 1,
            Length = TimeSpan.FromMinutes(3),
            Measures = new SongMeasures
            {
                Tempo = 120,
                TempoStrength = 0.5,
                Key = new KeyEstimate(9, true, 0.5f, 0.2f),
                Loudness = -14,
                Dynamics = 4,
                Amplitude = 0.1,
                Brightness = 1500,
                Noise = 0.1,
                Density = 2,
                VocalShare = 0.5,
            },
            Percept = new Percept
            {
                Affect = new Affect { Valence = new Estimate(0.1, 0.2), Arousal = new Estimate(0.2, 0.2) },
                Emotions = EmotionScores.FromWeights([4, 1, 1, 1, 1, 1, 1, 2]),
                Evidence = [new LocalizedText("a beat of 120", "박자 120")],
                Source = "song",
                Model = "bench@1",
            },
            Curve = [.. Enumerable.Range(0, 36).Select(i => new SongMoment(TimeSpan.FromSeconds(5 * i), default))],
            Sections = [TimeSpan.Zero],
            Tags = [new SongTag("piano", 0.8), new SongTag("slow", 0.7), new SongTag("calm", 0.6)],
            Vector = new float[SongReading.VectorLength],
        },
    };

    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi, ExactSpelling = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(string from, string to);

    // Nothing has changed, so that nothing may be listened to.
    private sealed class Deaf : ISongPerceiver
    {
        public int SampleRate => 22_050;

        public int Version => 1;

        public ISongListener Listen() => throw new InvalidOperationException("An unchanged file was listened to.");
    }
}
