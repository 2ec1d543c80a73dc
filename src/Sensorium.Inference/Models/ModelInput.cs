namespace Sensorium.Inference;

/// <summary>How a model's input is prepared. A picture's value is (pixel - mean) / scale; a sound's is its sample.</summary>
public sealed record ModelInput
{
    /// <summary>Pixels from left to right; null where any width is taken, or for sound.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels from top to bottom; null where any height is taken, or for sound.</summary>
    public int? Height { get; init; }

    /// <summary><c>grey</c>, <c>rgb</c> or <c>bgr</c>; null for sound.</summary>
    public string? Colour { get; init; }

    /// <summary>The order of dimensions: <c>NCHW</c> or <c>NHWC</c>; null for sound.</summary>
    public string? Layout { get; init; }

    /// <summary>What is subtracted from each channel, in pixel values; one for all, or one for each; empty for nothing.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>What each channel is divided by afterwards; one for all, or one for each; empty for 1.</summary>
    public IReadOnlyList<double> Scale { get; init; } = [];

    /// <summary>Samples a second; null for pictures.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Remarks for people; null for none.</summary>
    public string? Range { get; init; }
}
