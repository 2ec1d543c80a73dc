namespace Sensorium.Perception;

/// <summary>A line where somebody listens.</summary>
/// <param name="Country">ISO 3166 code of the country, two capitals.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Number">What to dial.</param>
public sealed record Helpline(string Country, LocalizedText Name, string Number);
