namespace Sensorium.Library;

/// <summary>A music server that could not be scanned, or not to its end.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record MissingServer(string Address, LocalizedText Reason);
