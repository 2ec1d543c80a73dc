namespace Sensorium.Media;

/// <summary>One picture of a film.</summary>
/// <param name="At">When it is shown, from the start of the film.</param>
/// <param name="Picture">The picture, upright; the receiver owns it.</param>
public sealed record FilmFrame(TimeSpan At, Picture Picture);
