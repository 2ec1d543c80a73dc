namespace Sensorium.Cli;

/// <summary>A program, library or file that Sensorium uses but does not carry.</summary>
internal sealed record Component
{
    /// <summary>Short name, the same as in a missing-component error.</summary>
    public required string Name { get; init; }

    /// <summary>The name that people know.</summary>
    public required string Title { get; init; }

    /// <summary>When it is needed.</summary>
    public required ComponentNeed Need { get; init; }

    /// <summary>What it is needed for.</summary>
    public required LocalizedText Purpose { get; init; }

    /// <summary>Whether it is there and usable.</summary>
    public bool IsFound { get; init; }

    /// <summary>Its version; null where it is missing or does not tell.</summary>
    public string? Version { get; init; }

    /// <summary>Where it is; null where it is missing.</summary>
    public string? Location { get; init; }

    /// <summary>How to get it, this platform's way first.</summary>
    public required IReadOnlyList<InstallLine> Install { get; init; }
}
