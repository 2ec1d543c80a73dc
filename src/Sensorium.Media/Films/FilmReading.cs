namespace Sensorium.Media;

/// <summary>How the reading of a film ended.</summary>
/// <param name="Frames">How many frames were read, at least 1.</param>
/// <param name="Step">The time from one frame to the next.</param>
/// <param name="Warning">What a person should know, such as that the file is cut off; null where all is well.</param>
public sealed record FilmReading(int Frames, TimeSpan Step, LocalizedText? Warning);
