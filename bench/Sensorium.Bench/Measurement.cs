namespace Sensorium.Bench;

/// <summary>What one run of a contender gave.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="CpuMilliseconds">Processor time of all threads: what a busy machine does not stretch.</param>
/// <param name="Quality">A figure of quality, such as inertia per pixel; null where the benchmark has none.</param>
/// <param name="AllocatedMebibytes">Managed memory allocated; null for peers.</param>
internal sealed record Measurement(double Milliseconds, double CpuMilliseconds, double? Quality, double? AllocatedMebibytes);
