using Sensorium.Perception;

namespace Sensorium.Library.Tests;

/// <summary>Songs that tests make up.</summary>
internal static class Shelf
{
    /// <summary>One song.</summary>
    public static LibrarySong Song(
        long id,
        double valence = 0,
        double arousal = 0,
        double sd = 0.2,
        double seconds = 200,
        IReadOnlyList<SongTag>? tags = null,
        float[]? vector = null,
        SongTags? file = null,
        double vocalShare = 0,
        int version = 1)
    {
        SongReading reading = MadeSong.Reading(valence, arousal, seconds, sd);
        return new LibrarySong
        {
            Id = id,
            Path = $"/music/{id}.mp3",
            Length = TimeSpan.FromSeconds(seconds),
            Tags = file ?? new SongTags { Title = $"Song {id}", Artist = $"Artist {id}" },
            Song = reading with
            {
                Version = version,
                Measures = reading.Measures with { VocalShare = vocalShare },
                Tags = tags ?? [],
                Vector = vector ?? Unit(new Pcg32((ulong)id, 77)),
            },
        };
    }

    /// <summary>Many different songs.</summary>
    public static LibrarySong[] Random(ulong seed, int count)
    {
        Pcg32 random = new(seed);
        string[] tags = [.. SongTagNames.Instruments, .. SongTagNames.Qualities, .. SongTagNames.Moods];
        return [.. Enumerable.Range(1, count).Select(id => Song(
            id,
            (2 * random.NextDouble()) - 1,
            (2 * random.NextDouble()) - 1,
            0.1 + (0.4 * random.NextDouble()),
            60 + (300 * random.NextDouble()),
            [.. Enumerable.Range(0, random.Next(6)).Select(_ => tags[random.Next(tags.Length)]).Distinct().Select(name => new SongTag(name, random.NextDouble()))],
            Unit(random),
            new SongTags { Title = $"Song {id}", Artist = $"Artist {random.Next(10)}", Album = $"Album {random.Next(30)}", Year = 1960 + random.Next(60), Genres = [random.Next(2) == 0 ? "Rock" : "Jazz/Soul"] }))];
    }

    /// <summary>A direction.</summary>
    public static float[] Unit(Pcg32 random)
    {
        double[] values = [.. Enumerable.Range(0, SongReading.VectorLength).Select(_ => random.NextGaussian())];
        double norm = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (float)(value / norm))];
    }

    /// <summary>A feeling to look for.</summary>
    public static Percept Feeling(double valence, double arousal, double sd = 0.2)
    {
        Affect affect = new() { Valence = new(valence, sd), Arousal = new(arousal, sd) };
        return new Percept { Affect = affect, Emotions = Circumplex.EmotionsOf(affect), Evidence = [], Source = "scene", Model = "made-up@1" };
    }
}
