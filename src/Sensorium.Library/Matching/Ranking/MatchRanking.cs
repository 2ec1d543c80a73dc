namespace Sensorium.Library;

/// <summary>The songs chosen, and what became of the others.</summary>
public sealed record MatchRanking
{
    /// <summary>The songs in the order to play them.</summary>
    public required IReadOnlyList<MatchedSong> Songs { get; init; }

    /// <summary>How many songs were looked at.</summary>
    public required int Considered { get; init; }

    /// <summary>How many the filter kept out.</summary>
    public required int Filtered { get; init; }

    /// <summary>How many passed the filter and fit less than was asked.</summary>
    public required int BelowFit { get; init; }

    /// <summary>The best fit among those, 0..1; null where there is none.</summary>
    public required double? BestBelow { get; init; }

    /// <summary>Whether songs of one artist or album had to come closer together than asked, for want of others that fit.</summary>
    public required bool IsSpacingRelaxed { get; init; }
}
