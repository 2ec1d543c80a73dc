using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Bench;

/// <summary>What it costs to search a library: vectors beside faiss on the same bytes, and a whole answer.</summary>
internal static class MatchBenchmarks
{
    private const int Dimension = 64;
    private const int Nearest = 20;
    private const int Queries = 20;
    private const int Crowds = 2000;
    private const int Latent = 16;

    /// <summary>Where vectors come from that were not drawn: 4-byte floats, rows of 64; null draws them.</summary>
    public static (string Base, string Query)? Given { get; set; }

    /// <summary>The benchmarks.</summary>
    /// <param name="folder">An existing folder for inputs.</param>
    /// <param name="peers">The peers; null leaves them out.</param>
    public static IEnumerable<Benchmark> All(string folder, PeerProcess? peers)
    {
        float[] rows = Given is { } files ? Read(files.Base) : Draw(1, 1_000_000), queries = (Given is { } more ? Read(more.Query) : Draw(2, Queries))[..(Queries * Dimension)];
        ToUnitLength(rows);
        ToUnitLength(queries);
        File.WriteAllBytes(Path.Combine(folder, "base.f32"), MemoryMarshal.AsBytes(rows.AsSpan()));
        File.WriteAllBytes(Path.Combine(folder, "query.f32"), MemoryMarshal.AsBytes(queries.AsSpan()));
        foreach (int count in new[] { 100_000, 1_000_000 })
        {
            VectorIndex index = VectorIndex.Build(rows[..(count * Dimension)], Dimension);
            yield return new Benchmark(
                $"{Queries} exact queries, one after the other, among {count:N0} x {Dimension} of length 1, the {Nearest} nearest, one core (a query is a twentieth; index {index.Bytes / 1048576.0:0} MiB, recall@{Nearest} against a scan in double precision {Recall(index, queries):0.000})",
                "ms for 95 of 100 queries",
                count == 1_000_000 ? "30 ms a query: 600 ms" : "p95 10 ms",
                5,
                [
                    Benchmark.Ours("Sensorium VectorIndex", () => Each(queries, query => index.Search(query, Nearest)), Quantile),
                    .. peers is null ? [] : new[] { peers.Contender("faiss IndexFlatIP, one thread", $"flat {count}") },
                ]);
        }

        SongMatcher matcher = new(SongShelf.Of(Songs(rows, 100_000)));
        yield return new Benchmark(
            $"{Queries} whole answers from a library of 100,000 songs: twenty songs like a song, with the fit of every song, variety and spacing",
            "ms for 95 of 100 answers",
            "p95 10 ms",
            5,
            [
                Benchmark.Ours("Sensorium SongMatcher, more like a song", () => Each(queries, query => matcher.Match(MatchWish.Like(Feeling(query), query, null), new MatchOptions { MinFit = 0.3 })), Quantile),
                Benchmark.Ours("Sensorium SongMatcher, a feeling and ten tags", () => Each(queries, query => matcher.Match(MatchWish.Of(Feeling(query), WordTable.Default.Read("rainy night drive")), new MatchOptions())), Quantile),
            ]);
    }

    private static double[] Each<T>(float[] queries, Func<float[], T> search)
    {
        double[] times = new double[Queries];
        for (int i = 0; i < Queries; i++)
        {
            float[] query = queries[(i * Dimension)..((i + 1) * Dimension)];
            long start = Stopwatch.GetTimestamp();
            GC.KeepAlive(search(query));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    private static double Quantile(double[] times) => times.Order().ElementAt((int)(0.95 * (times.Length - 1)));

    private static double Recall(VectorIndex index, float[] queries)
    {
        int found = 0;
        double[] likeness = new double[index.Count];
        for (int i = 0; i < 10; i++)
        {
            float[] query = queries[(i * Dimension)..((i + 1) * Dimension)];
            for (int row = 0; row < likeness.Length; row++)
            {
                likeness[row] = -index.LikenessOf(row, query);
            }

            int[] rows = [.. Enumerable.Range(0, index.Count)];
            Array.Sort((double[])likeness.Clone(), rows);
            found += index.Search(query, Nearest).Select(near => near.Row).Intersect(rows.Take(Nearest)).Count();
        }

        return found / (10.0 * Nearest);
    }

    // As the peers' own benchmark draws them: 2000 overlapping crowds in 16 dimensions, mapped to 64, with a little noise of its own.
    private static float[] Draw(ulong stream, int count)
    {
        Pcg32 shared = new(1064), random = new(1064, stream);
        float[] centres = Gaussians(shared, Crowds * Latent), map = Gaussians(shared, Latent * Dimension), rows = new float[count * Dimension];
        Span<float> place = stackalloc float[Latent];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> centre = centres.AsSpan(random.Next(Crowds) * Latent, Latent);
            Span<float> values = rows.AsSpan(row * Dimension, Dimension);
            for (int i = 0; i < Latent; i++)
            {
                place[i] = centre[i] + (0.5f * (float)random.NextGaussian());
                TensorPrimitives.MultiplyAdd(map.AsSpan(i * Dimension, Dimension), place[i] / 4, values, values);
            }

            for (int i = 0; i < Dimension; i++)
            {
                values[i] += 0.1f * (float)random.NextGaussian();
            }
        }

        return rows;
    }

    private static float[] Gaussians(Pcg32 random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextGaussian())];

    private static float[] Read(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();

    private static void ToUnitLength(float[] rows)
    {
        for (int at = 0; at < rows.Length; at += Dimension)
        {
            Span<float> row = rows.AsSpan(at, Dimension);
            TensorPrimitives.Divide(row, Math.Max(TensorPrimitives.Norm<float>(row), 1e-20f), row);
        }
    }

    private static Percept Feeling(float[] vector)
    {
        Affect affect = new() { Valence = new(Math.Clamp(4 * vector[0], -1, 1), 0.25), Arousal = new(Math.Clamp(4 * vector[1], -1, 1), 0.25) };
        return new Percept { Affect = affect, Emotions = Circumplex.EmotionsOf(affect), Evidence = [], Source = "scene", Model = "drawn@1" };
    }

    private static IEnumerable<LibrarySong> Songs(float[] rows, int count)
    {
        Pcg32 random = new(5);
        string[] names = [.. SongTagNames.Instruments, .. SongTagNames.Qualities, .. SongTagNames.Moods];
        for (int id = 1; id <= count; id++)
        {
            float[] vector = rows[((id - 1) * Dimension)..(id * Dimension)];
            yield return new LibrarySong
            {
                Id = id,
                Path = $"/music/{id}.mp3",
                Length = TimeSpan.FromSeconds(120 + random.Next(240)),
                Tags = new SongTags { Title = $"Song {id}", Artist = $"Artist {random.Next(5000)}", Album = $"Album {random.Next(10_000)}" },
                Song = new SongReading
                {
                    Version = 1,
                    Length = TimeSpan.FromSeconds(200),
                    Measures = new SongMeasures { Tempo = 0, TempoStrength = 0, Key = default, Loudness = -14, Dynamics = 4, Amplitude = 0.1, Brightness = 2000, Noise = 0.1, Density = 2, VocalShare = 0 },
                    Percept = Feeling(vector),
                    Curve = [],
                    Sections = [],
                    Tags = [.. Enumerable.Range(0, 6).Select(_ => names[random.Next(names.Length)]).Distinct().Select(name => new SongTag(name, random.NextDouble()))],
                    Vector = vector,
                },
            };
        }
    }
}
