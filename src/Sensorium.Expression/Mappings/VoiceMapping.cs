namespace Sensorium.Expression;

/// <summary>One mode of a mapping: from the colour and the place of a region to its voice.</summary>
public sealed record VoiceMapping
{
    /// <summary>Pitch.</summary>
    public required PitchMapping Pitch { get; init; }

    /// <summary>Timbre.</summary>
    public required TimbreMapping Timbre { get; init; }

    /// <summary>Loudness.</summary>
    public required LevelMapping Loudness { get; init; }

    /// <summary>Brightness of the sound.</summary>
    public required BrightnessMapping Brightness { get; init; }

    /// <summary>Texture; null for none.</summary>
    public TextureMapping? Texture { get; init; }

    /// <summary>Angle to each side at the picture's edges, in degrees, 0..90: 90 is fully left or right.</summary>
    public required double PanDegrees { get; init; }
}
