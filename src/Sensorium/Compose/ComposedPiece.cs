using Sensorium.Expression;

namespace Sensorium;

/// <summary>A composed candidate.</summary>
public sealed record ComposedPiece
{
    /// <summary>The piece.</summary>
    public required Composition Composition { get; init; }

    /// <summary>How far it is from its path in the ranker's ears, 0 and more; null where there was nothing to rank.</summary>
    public required double? Distance { get; init; }

    /// <summary>The files written, full paths.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Loudness in LUFS; null where no sound was asked for.</summary>
    public double? LoudnessLufs { get; init; }

    /// <summary>True peak in dBTP; null where no sound was asked for.</summary>
    public double? TruePeakDbtp { get; init; }
}
