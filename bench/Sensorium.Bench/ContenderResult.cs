namespace Sensorium.Bench;

/// <summary>Medians of one contender.</summary>
internal sealed record ContenderResult(
    string Name, bool IsOurs, double MedianMilliseconds, double LeastMilliseconds, double MostMilliseconds, double MedianCpuMilliseconds, double? Quality, double? AllocatedMebibytes);
