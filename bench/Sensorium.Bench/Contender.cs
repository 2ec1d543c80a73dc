namespace Sensorium.Bench;

/// <summary>One way of doing a benchmark's work.</summary>
/// <param name="Name">What runs, with its settings.</param>
/// <param name="IsOurs">Whether it is this project's.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contender(string Name, bool IsOurs, Func<Measurement> Run);
