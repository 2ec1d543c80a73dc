using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Library.Tests;

/// <summary>Songs of a library that nobody has heard.</summary>
internal static class PlayerSongs
{
    public static LibrarySong Make(string path, double seconds, string? title = null, string? artist = null, IReadOnlyList<SongMoment>? curve = null, IReadOnlyList<TimeSpan>? sections = null) => new()
    {
        Id = 1,
        Path = path,
        Length = TimeSpan.FromSeconds(seconds),
        Tags = new SongTags { Title = title, Artist = artist },
        Song = Reading(seconds, curve ?? [], sections ?? [TimeSpan.Zero]),
    };

    public static SongReading Reading(double seconds, IReadOnlyList<SongMoment> curve, IReadOnlyList<TimeSpan> sections) => new()
    {
        Version = 1,
        Length = TimeSpan.FromSeconds(seconds),
        Measures = new SongMeasures
        {
            Tempo = 0,
            TempoStrength = 0,
            Key = new KeyEstimate(0, false, 0, 0),
            Loudness = -20,
            Dynamics = 0,
            Amplitude = 0,
            Brightness = 0,
            Noise = 0,
            Density = 0,
            VocalShare = 0,
        },
        Percept = new Percept { Affect = default, Emotions = default, Evidence = [], Source = "song", Model = "none@1" },
        Curve = curve,
        Sections = sections,
        Tags = [],
        Vector = new float[SongReading.VectorLength],
    };

    public static Affect Feeling(double valence, double arousal, double spread = 0.2) => new() { Valence = new Estimate(valence, spread), Arousal = new Estimate(arousal, spread) };

    public static SongMoment Moment(double second, double valence, double arousal) => new(TimeSpan.FromSeconds(second), Feeling(valence, arousal));
}
