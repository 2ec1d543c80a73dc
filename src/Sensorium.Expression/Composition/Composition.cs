using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>A composed piece.</summary>
public sealed record Composition
{
    /// <summary>The piece itself, exactly as long as was asked for.</summary>
    public required Score Score { get; init; }

    /// <summary>What it was asked to be.</summary>
    public required CompositionRequest Request { get; init; }

    /// <summary>The chords, in order.</summary>
    public required IReadOnlyList<ScoreChord> Chords { get; init; }
}
