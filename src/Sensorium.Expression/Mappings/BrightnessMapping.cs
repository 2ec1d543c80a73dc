namespace Sensorium.Expression;

/// <summary>Which quality opens the low-pass filter.</summary>
public sealed record BrightnessMapping
{
    /// <summary>The quality; <see cref="ColourQuality.None"/> leaves the filter open.</summary>
    public required ColourQuality From { get; init; }

    /// <summary>Value of the quality at which the filter is fully open, over 0.</summary>
    public required double Full { get; init; }

    /// <summary>Cut-off at zero, in Hz, 100..20000.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Cut-off at <see cref="Full"/>, in Hz, at least <see cref="LowestHz"/>; between them it moves geometrically.</summary>
    public required double HighestHz { get; init; }
}
