namespace Sensorium.Audio;

/// <summary>What tempo is expected, and how steady.</summary>
public sealed record BeatOptions
{
    /// <summary>Slowest tempo in beats a minute, over 0. Default 40.</summary>
    public double SlowestTempo { get; init; } = 40;

    /// <summary>Fastest tempo in beats a minute, over the slowest. Default 215.</summary>
    public double FastestTempo { get; init; } = 215;

    /// <summary>The tempo that is most likely before anything is heard, in beats a minute. Default 120.</summary>
    public double LikelyTempo { get; init; } = 120;

    /// <summary>Standard deviation of the log-normal prior around it, in octaves, over 0. Default 1.5.</summary>
    public double TempoSpread { get; init; } = 1.5;

    /// <summary>How firmly beats keep the tempo against onsets that lie elsewhere, over 0. Default 100.</summary>
    public double Tightness { get; init; } = 100;
}
