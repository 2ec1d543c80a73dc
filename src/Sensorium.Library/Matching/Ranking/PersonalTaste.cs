namespace Sensorium.Library;

/// <summary>How one listener differs from the measurements. <c>default</c> differs in nothing.</summary>
public readonly record struct PersonalTaste
{
    private readonly double _valenceMetric;
    private readonly double _arousalMetric;

    /// <summary>How much more pleasant this listener finds songs than they measure, -0.3..0.3.</summary>
    public double ValenceOffset { get; init; }

    /// <summary>How much more exciting, -0.3..0.3.</summary>
    public double ArousalOffset { get; init; }

    /// <summary>How much a squared distance in valence counts, 0.5..2; 1 for everybody.</summary>
    public double ValenceMetric { get => 1 + _valenceMetric; init => _valenceMetric = value - 1; }

    /// <summary>How much a squared distance in arousal counts, 0.5..2; 1 for everybody.</summary>
    public double ArousalMetric { get => 1 + _arousalMetric; init => _arousalMetric = value - 1; }
}
