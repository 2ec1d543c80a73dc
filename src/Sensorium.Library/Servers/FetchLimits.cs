namespace Sensorium.Library;

/// <summary>How much one song of a server may ask for.</summary>
public sealed record FetchLimits
{
    /// <summary>Largest song, in bytes. Default 4 GiB.</summary>
    public long MostBytes { get; init; } = 4L << 30;

    /// <summary>Longest time for one song. Default 1 h. Between two pieces no more than <see cref="SubsonicSettings.MostTime"/> may pass.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromHours(1);
}
