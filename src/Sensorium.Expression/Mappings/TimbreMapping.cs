namespace Sensorium.Expression;

/// <summary>How hue becomes timbre: roles on a circle with an equal-power crossfade between neighbours.</summary>
public sealed record TimbreMapping
{
    /// <summary>The hue quality: <see cref="ColourQuality.Hue"/> or <see cref="ColourQuality.HsvHue"/>.</summary>
    public required ColourQuality From { get; init; }

    /// <summary>The anchors, rising by hue, at least two.</summary>
    public required IReadOnlyList<TimbreAnchor> Anchors { get; init; }

    /// <summary>Share of the way to the next anchor within which the nearer one sounds alone, 0..(.5).</summary>
    public required double Plateau { get; init; }

    /// <summary>What sounds for colours without hue.</summary>
    public required NeutralTimbre Neutral { get; init; }
}
