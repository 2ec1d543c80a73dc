namespace Sensorium.Expression;

/// <summary>When a region is heard in the piece.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="StartSeconds">Seconds from the start.</param>
/// <param name="LengthSeconds">Seconds.</param>
public readonly record struct PieceNote(int RegionId, double StartSeconds, double LengthSeconds);
