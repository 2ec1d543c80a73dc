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

    public static SongReading Reading(double seconds, IReadOnlyList<SongMoment> curve, IReadOnlyList<TimeSpan> sections) =>
        MadeSong.Reading(0, 0, seconds) with { Curve = curve, Sections = sections };

    public static Affect Feeling(double valence, double arousal, double spread = 0.2) => new() { Valence = new Estimate(valence, spread), Arousal = new Estimate(arousal, spread) };

    public static SongMoment Moment(double second, double valence, double arousal) => new(TimeSpan.FromSeconds(second), Feeling(valence, arousal));
}
