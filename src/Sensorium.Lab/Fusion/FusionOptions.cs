namespace Sensorium.Lab.Fusion;

/// <summary>How fusion is measured.</summary>
public sealed record FusionOptions
{
    /// <summary>Seed of the pairing, the noise and the intervals. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>With how many faces each recording is paired, at least 1. Default 3.</summary>
    public int FacesEach { get; init; } = 3;

    /// <summary>How many times the speakers are drawn again. Default 1000.</summary>
    public int Resamples { get; init; } = 1000;
}
