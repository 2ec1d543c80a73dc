namespace Sensorium.Expression;

/// <summary>What sounds for colours without hue.</summary>
public sealed record NeutralTimbre
{
    /// <summary>Chroma (or saturation) up to which a colour is wholly neutral.</summary>
    public required double Below { get; init; }

    /// <summary>Chroma (or saturation) from which the hue sounds alone; between the two they crossfade.</summary>
    public required double Above { get; init; }

    /// <summary>Role of dark neutrals.</summary>
    public required string Dark { get; init; }

    /// <summary>Lightness (or value) under which a neutral is dark, 0..1.</summary>
    public required double DarkBelow { get; init; }

    /// <summary>Role of the neutrals between.</summary>
    public required string Middle { get; init; }

    /// <summary>Role of light neutrals.</summary>
    public required string Light { get; init; }

    /// <summary>Lightness (or value) over which a neutral is light, 0..1.</summary>
    public required double LightAbove { get; init; }
}
