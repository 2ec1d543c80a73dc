namespace Sensorium.Audio;

/// <summary>How a fundamental frequency is looked for.</summary>
public sealed record PitchOptions
{
    /// <summary>Lowest frequency in hertz, over 0. A lower one needs longer frames. Default 60, below a deep male voice.</summary>
    public double LowestHertz { get; init; } = 60;

    /// <summary>Highest frequency in hertz, over the lowest and at most a quarter of the sample rate. Default 1000, a high sung note.</summary>
    public double HighestHertz { get; init; } = 1000;

    /// <summary>The first period whose aperiodicity is below this is taken, and the frame counts as voiced; 0..1. Default .15.</summary>
    public double Threshold { get; init; } = 0.15;

    /// <summary>Samples of a frame, a power of two, over twice the longest period; null takes the next power of two over three of the longest periods. Default null.</summary>
    public int? FrameLength { get; init; }
}
