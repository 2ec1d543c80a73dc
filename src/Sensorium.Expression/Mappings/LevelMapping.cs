namespace Sensorium.Expression;

/// <summary>Which quality sets the loudness.</summary>
public sealed record LevelMapping
{
    /// <summary>The quality; <see cref="ColourQuality.None"/> for one loudness.</summary>
    public required ColourQuality From { get; init; }

    /// <summary>Value of the quality at which a voice is at its loudest, over 0.</summary>
    public required double Full { get; init; }

    /// <summary>How much softer the quality's zero is, in dB, 0..40.</summary>
    public required double SpanDb { get; init; }

    /// <summary>Whether less of the quality is louder.</summary>
    public bool Inverted { get; init; }
}
