namespace Sensorium.Audio;

/// <summary>The low-pass filter of a <see cref="Resampler"/>: a sinc under a Kaiser window.</summary>
public sealed record ResamplerFilter
{
    /// <summary>The usual filter.</summary>
    public static ResamplerFilter Default { get; } = new();

    /// <summary>The filter that FFmpeg's resampler has by default: for models whose training or reference went through it.</summary>
    public static ResamplerFilter Ffmpeg { get; } = new() { ZeroCrossings = 16, Beta = 9, Cutoff = 0.97 };

    /// <summary>Zero crossings of the sinc on either side, at least 1. Default 32.</summary>
    public int ZeroCrossings { get; init; } = 32;

    /// <summary>The window's beta, at least 0. Default 8.</summary>
    public double Beta { get; init; } = 8;

    /// <summary>Where the filter is 6 dB down, as a share of half the lower rate, over 0 to 1. Default 1.</summary>
    public double Cutoff { get; init; } = 1;
}
