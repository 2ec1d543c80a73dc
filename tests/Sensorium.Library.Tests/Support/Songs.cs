using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Library.Tests;

/// <summary>Songs made up from a number; two of one number are the same.</summary>
internal static class Songs
{
    public static SongReading Reading(int seed, int version = 1)
    {
        var random = new Pcg32((ulong)seed);
        var vector = new float[SongReading.VectorLength];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(random.NextDouble() - 0.5);
        }

        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return new SongReading
        {
            Version = version,
            Length = TimeSpan.FromSeconds(180 + seed),
            Measures = new SongMeasures
            {
                Tempo = 60 + (100 * random.NextDouble()),
                TempoStrength = random.NextDouble(),
                Key = new KeyEstimate(random.Next(12), random.Next(2) == 1, 0.5f, 0.25f),
                Loudness = -14.25,
                Dynamics = 5 * random.NextDouble(),
                Amplitude = 0.1,
                Brightness = 2000 * random.NextDouble(),
                Noise = random.NextDouble(),
                Density = 3,
                VocalShare = random.NextDouble(),
            },
            Percept = new Percept
            {
                Affect = new Affect { Valence = new Estimate((2 * random.NextDouble()) - 1, 0.25), Arousal = new Estimate((2 * random.NextDouble()) - 1, 0.5), Warmth = seed % 2 == 0 ? 0.5 : null },
                Emotions = EmotionScores.FromWeights([1 + (seed % 7), 2, 3, 4, 1, 1, 1, 3]),
                Evidence = [new LocalizedText("a \"quick\" beat", "빠른 박자"), new LocalizedText("minor", "단조")],
                Source = "song",
                Model = "test@1",
            },
            Curve =
            [
                new SongMoment(TimeSpan.Zero, new Affect { Valence = new Estimate(0.5, 0.25), Arousal = new Estimate(-0.5, 0.125) }),
                new SongMoment(TimeSpan.FromMilliseconds(5250), new Affect { Valence = new Estimate(-0.25, 0.5), Arousal = new Estimate(0.75, 1) }),
            ],
            Sections = [TimeSpan.Zero, TimeSpan.FromSeconds(33.3)],
            Tags = [new SongTag("piano", random.NextDouble()), new SongTag("a tagger's own = word; so", 0.25)],
            Vector = vector.Select(value => value / length).ToArray(),
        };
    }

    public static SongTags Tags(int seed) => seed % 3 == 0
        ? new SongTags()
        : new SongTags
        {
            Title = $"Song {seed} 노래 🎵",
            Artist = $"Artist {seed % 5}",
            Album = "It's \"one\"",
            AlbumArtist = "Various",
            TrackNumber = seed,
            Year = 1900 + seed,
            Genres = ["Ambient", "K-Pop; ballad"],
            Mood = "calm",
            Tempo = 99.5,
            Key = "F#m",
            Language = "kor",
            MusicBrainzId = "6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11",
        };

    public static SongPart Part(int seed, int track = 0, int version = 1) => new()
    {
        Track = track,
        Start = TimeSpan.FromSeconds(track * 10),
        Length = TimeSpan.FromSeconds(100 + seed),
        Tags = Tags(seed),
        Song = Reading(seed, version),
    };

    public static FileStamp Stamp(string path, int seed = 1, string? cue = null) => new()
    {
        Path = path,
        Size = 1000 + seed,
        Modified = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(seed),
        Fingerprint = seed.ToString("x32"),
        Cue = cue,
    };
}
