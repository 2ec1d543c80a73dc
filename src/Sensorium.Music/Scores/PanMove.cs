namespace Sensorium.Music;

/// <summary>A part moves to another place between left and right.</summary>
/// <param name="Beat">Beats from the start of the score, at least 0; notes that start there sound from the new place.</param>
/// <param name="Pan">From left (-1) to right (1).</param>
public readonly record struct PanMove(double Beat, double Pan);
