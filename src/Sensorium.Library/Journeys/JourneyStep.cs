namespace Sensorium.Library;

/// <summary>One song of a journey.</summary>
/// <param name="Song">The song.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Place">Where it lies on the plane, for this listener.</param>
/// <param name="Target">Where the way is by then.</param>
/// <param name="Step">How far it is from the song before; 0 for the first.</param>
public sealed record JourneyStep(LibrarySong Song, TimeSpan Start, PlanePoint Place, PlanePoint Target, double Step);
