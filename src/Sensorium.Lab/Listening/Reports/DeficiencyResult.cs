using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>What colour-blind mode does for one kind of vision.</summary>
public sealed record DeficiencyResult
{
    /// <summary>The kind of vision.</summary>
    public required ColourVision Vision { get; init; }

    /// <summary>Colours of the grid.</summary>
    public required int Colours { get; init; }

    /// <summary>All pairs of them.</summary>
    public required int Pairs { get; init; }

    /// <summary>Median distance of the sounds of all pairs in colour-blind mode.</summary>
    public required double MedianDistance { get; init; }

    /// <summary>Median distance of the sounds of all pairs in normal mode.</summary>
    public required double NormalMedianDistance { get; init; }

    /// <summary>All pairs that look alike, the nearest in sound first.</summary>
    public required IReadOnlyList<ColourPair> Confused { get; init; }

    /// <summary>How many of the confused pairs sound further apart than the median of all pairs in colour-blind mode.</summary>
    public int AboveMedian => Confused.Count(pair => pair.Rank > .5);

    /// <summary>The same count in normal mode.</summary>
    public int NormalAboveMedian => Confused.Count(pair => pair.NormalRank > .5);
}
