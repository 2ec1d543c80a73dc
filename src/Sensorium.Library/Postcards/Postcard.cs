namespace Sensorium.Library;

/// <summary>What a postcard became.</summary>
/// <param name="Start">Where in the song its sound begins.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="Width">Pixels from left to right, even.</param>
/// <param name="Height">Pixels from top to bottom, even.</param>
public sealed record Postcard(TimeSpan Start, TimeSpan Length, int Width, int Height);
