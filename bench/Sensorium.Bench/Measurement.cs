namespace Sensorium.Bench;

/// <summary>What one run of a contender gave.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="Quality">A figure of quality, such as inertia per pixel; null where the benchmark has none.</param>
/// <param name="AllocatedMebibytes">Managed memory allocated; null for peers.</param>
internal sealed record Measurement(double Milliseconds, double? Quality, double? AllocatedMebibytes);
