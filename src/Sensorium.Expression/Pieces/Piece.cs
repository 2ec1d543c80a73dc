using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>The listening piece of a picture.</summary>
public sealed record Piece
{
    /// <summary>Its score.</summary>
    public required Score Score { get; init; }

    /// <summary>When which region is heard, by start.</summary>
    public required IReadOnlyList<PieceNote> Notes { get; init; }

    /// <summary>Seconds from the start to the end of the last bar; the last sounds ring on.</summary>
    public double Seconds => Score.Length * 60 / Score.Tempo;
}
