namespace Sensorium.Library;

/// <summary>Where a library has a hole for a journey.</summary>
/// <param name="Kind">What is lacking.</param>
/// <param name="Hole">The place on the way with the fewest songs around it.</param>
/// <param name="Distance">How far the nearest song is from there.</param>
/// <param name="Nearest">That song; null where there is none.</param>
public sealed record JourneyGap(JourneyGapKind Kind, PlanePoint Hole, double Distance, LibrarySong? Nearest);
