namespace Sensorium.Library;

/// <summary>A song that was chosen, and why.</summary>
public sealed record MatchedSong
{
    /// <summary>The song.</summary>
    public required LibrarySong Song { get; init; }

    /// <summary>How well it fits, 0..1.</summary>
    public required double Fit { get; init; }

    /// <summary>What the fit consists of.</summary>
    public required FitParts Parts { get; init; }

    /// <summary>The tags sought that it has, the weightiest first, with its shares.</summary>
    public required IReadOnlyList<(WishedTag Wished, double Share)> Tags { get; init; }

    /// <summary>Whether it was pinned to what is asked with.</summary>
    public bool IsPinned { get; init; }

    /// <summary>What waiting after it was played took from its place in the order, 0..0.3.</summary>
    public double Waiting { get; init; }

    /// <summary>What likes and skips added to its place in the order, -0.1..0.1.</summary>
    public double Liking { get; init; }
}
