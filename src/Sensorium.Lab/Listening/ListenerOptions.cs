namespace Sensorium.Lab.Listening;

/// <summary>How <see cref="ListenerEvaluation"/> measures.</summary>
public sealed record ListenerOptions
{
    /// <summary>Seed of everything random; the same seed gives the same report. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Fewer pictures and the first sound set alone: seconds rather than minutes, and figures that spread more. Default off.</summary>
    public bool Quick { get; init; }

    /// <summary>A SoundFont file; null finds one as every command does.</summary>
    public string? SoundFont { get; init; }

    /// <summary>Most threads, at least 1; null takes one for each core. The report does not depend on it.</summary>
    public int? Threads { get; init; }
}
