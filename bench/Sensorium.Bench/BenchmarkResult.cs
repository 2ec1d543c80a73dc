namespace Sensorium.Bench;

/// <summary>A benchmark with the medians of its contenders.</summary>
internal sealed record BenchmarkResult(Benchmark Benchmark, IReadOnlyList<ContenderResult> Contenders);
