namespace Sensorium.Expression;

/// <summary>How the part of a colour that a colour-blind person cannot see is put into pitch, brightness and rhythm.</summary>
/// <remarks>
/// The lost part is the step from the simulated to the true colour in OKLab: towards red (+) or green (-) for protan and
/// deutan, towards yellow (+) or blue (-) for tritan. All its effects run along that one axis, so that two colours which look
/// alike differ most. Red sounds low, bright, loud and broken into strokes; green high, dark, soft and steady.
/// </remarks>
public sealed record DeficiencyMapping
{
    /// <summary>Size of the lost part, in OKLab units, at which its effects are full.</summary>
    public required double Full { get; init; }

    /// <summary>Size of the lost part under which nothing counts as lost.</summary>
    public required double Threshold { get; init; }

    /// <summary>How far the pitch moves down (+) or up (-), as a share of the range, 0..(.5); lightness keeps the rest of the range.</summary>
    public required double PitchShift { get; init; }

    /// <summary>Octaves by which the low-pass opens (+) or closes (-) from the middle of the point mode's brightness range, 0..4.</summary>
    public required double BrightnessOctaves { get; init; }

    /// <summary>Role that takes over where the lost part is positive; for tritan <see cref="TritanPositiveRole"/>.</summary>
    public required string PositiveRole { get; init; }

    /// <summary>Role that takes over where the lost part is negative; for tritan <see cref="TritanNegativeRole"/>.</summary>
    public required string NegativeRole { get; init; }

    /// <summary>As <see cref="PositiveRole"/>, for tritan.</summary>
    public required string TritanPositiveRole { get; init; }

    /// <summary>As <see cref="NegativeRole"/>, for tritan.</summary>
    public required string TritanNegativeRole { get; init; }

    /// <summary>Gains of the eight eighths of a bar where the positive lost part is full; on the way to the negative one gains move evenly in dB.</summary>
    public required IReadOnlyList<double> PositiveGate { get; init; }

    /// <summary>Gains of the eight eighths of a bar where the negative lost part is full.</summary>
    public required IReadOnlyList<double> NegativeGate { get; init; }
}
