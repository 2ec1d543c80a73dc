using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>A song as it goes into the catalogue: a whole file, or a track that a CUE sheet cuts out.</summary>
public sealed record SongPart
{
    /// <summary>0 for a whole file, the track's number (1..99) in a CUE sheet otherwise; with the file it identifies the song.</summary>
    public int Track { get; init; }

    /// <summary>Where it begins in the file.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>What the file, or its sheet, says about it.</summary>
    public required SongTags Tags { get; init; }

    /// <summary>What was heard in it. The parts of its percept are not stored.</summary>
    public required SongReading Song { get; init; }
}
