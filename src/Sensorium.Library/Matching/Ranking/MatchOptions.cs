namespace Sensorium.Library;

/// <summary>How songs are chosen. Every value has a default that works.</summary>
public sealed record MatchOptions
{
    /// <summary>Most songs, 1..1000. Default 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>Songs that fit less are left out, 0..1. Default 0.5.</summary>
    public double MinFit { get; init; } = 0.5;

    /// <summary>Which songs may come. Default all.</summary>
    public SongFilter Filter { get; init; } = new();

    /// <summary>How much unlike songs are preferred over the best fitting ones, 0 (not at all) .. 1 (only unlikeness counts). Default 0.2.</summary>
    public double Diversity { get; init; } = 0.2;

    /// <summary>How many other songs lie between two of one artist, where there are others that fit. Default 3.</summary>
    public int ArtistGap { get; init; } = 3;

    /// <summary>The same for one album. Default 5.</summary>
    public int AlbumGap { get; init; } = 5;

    /// <summary>When a song was played last, by its number; songs that are not in it were not. Default none.</summary>
    public IReadOnlyDictionary<long, DateTimeOffset> LastPlayed { get; init; } = new Dictionary<long, DateTimeOffset>();

    /// <summary>The time now, for <see cref="LastPlayed"/>.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>How long a song waits after it was played: its place in the order falls by 0.3 just afterwards and by less every hour. Default one day.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How the listener differs from the measurements. Default in nothing.</summary>
    public PersonalTaste Taste { get; init; }

    /// <summary>What likes and skips add to a song's place in the order, -0.1..0.1, by its number. Default none.</summary>
    public IReadOnlyDictionary<long, double> Liking { get; init; } = new Dictionary<long, double>();

    /// <summary>Songs pinned to what is asked with, the likest first: they come first, whatever their fit. Default none.</summary>
    public IReadOnlyList<long> Pinned { get; init; } = [];
}
