namespace Sensorium;

/// <summary>What <see cref="ComposeFlow"/> made.</summary>
public sealed record ComposeResult
{
    /// <summary>What it started from: an input's name, or the place given.</summary>
    public required string Input { get; init; }

    /// <summary>Where the listener is.</summary>
    public required AffectPoint Start { get; init; }

    /// <summary>The path that was composed.</summary>
    public required AffectPath Path { get; init; }

    /// <summary>The candidates, the best first; empty where an outside generator made the piece.</summary>
    public required IReadOnlyList<ComposedPiece> Pieces { get; init; }

    /// <summary>The piece of an outside generator; null where the built-in composer made the candidates.</summary>
    public OutsidePiece? Outside { get; init; }

    /// <summary>What the listener should know about how it was made, e.g. that an outside generator failed; null for nothing.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>How it was made.</summary>
    public required ComposeOptions Options { get; init; }
}
