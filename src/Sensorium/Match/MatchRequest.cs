using Sensorium.Library;

namespace Sensorium;

/// <summary>What <see cref="MatchFlow"/> is to do. Every value has a default that works.</summary>
public sealed record MatchRequest
{
    /// <summary>How songs are chosen; what memory knows is filled in by the flow.</summary>
    public MatchOptions Options { get; init; } = new();

    /// <summary>How the inputs are felt.</summary>
    public FeelOptions Feel { get; init; } = new();

    /// <summary>A journey in place of a list; null for a list.</summary>
    public JourneyRequest? Journey { get; init; }

    /// <summary>The song to tie to the picture among the inputs; null for none.</summary>
    public string? Pin { get; init; }

    /// <summary>Songs that fitted what is asked with.</summary>
    public IReadOnlyList<string> Liked { get; init; } = [];

    /// <summary>Songs that did not.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>How the listener felt before the songs liked and skipped; null where that was not told.</summary>
    public PlanePoint? Before { get; init; }

    /// <summary>How the listener felt after them.</summary>
    public PlanePoint? After { get; init; }

    /// <summary>Songs of which to say why they are missing, or why they are there.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Whether pins and what was liked and skipped before count. Default true.</summary>
    public bool Remembers { get; init; } = true;
}
