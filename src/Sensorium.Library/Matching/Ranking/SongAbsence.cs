namespace Sensorium.Library;

/// <summary>What became of one song.</summary>
public sealed record SongAbsence
{
    /// <summary>Why it is missing.</summary>
    public required AbsenceKind Kind { get; init; }

    /// <summary>The song with its fit and its parts.</summary>
    public required MatchedSong Song { get; init; }

    /// <summary>Which part of the filter keeps it out; null where none does.</summary>
    public FilterPart? Filter { get; init; }

    /// <summary>Its place, from 1, among all songs that pass the filter, in the order of fit, waiting and liking; null where the filter keeps it out.</summary>
    public int? Rank { get; init; }

    /// <summary>How many songs pass the filter.</summary>
    public required int Eligible { get; init; }

    /// <summary>The fit of the last song chosen; null where none was.</summary>
    public double? LastFit { get; init; }

    /// <summary>The song that was chosen instead, where it was set aside: by the same artist, of the same album or likest.</summary>
    public LibrarySong? Instead { get; init; }
}
