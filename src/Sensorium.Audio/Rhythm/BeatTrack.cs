namespace Sensorium.Audio;

/// <summary>The beats of a recording.</summary>
public sealed record BeatTrack
{
    /// <summary>Beats a minute; 0 where nothing repeats.</summary>
    public required double Tempo { get; init; }

    /// <summary>How much of the onsets repeats at that tempo, 0..1: near 1 for a drum machine, near 0 for speech or noise.</summary>
    public required double Strength { get; init; }

    /// <summary>The beats in seconds from the beginning, in order.</summary>
    public required IReadOnlyList<double> Beats { get; init; }
}
