namespace Sensorium.Perception;

/// <summary>What was heard in one song, and how it feels.</summary>
public sealed record SongReading
{
    /// <summary>
    /// Version of everything below: raised whenever the same sound would give other values. What was stored under another version is
    /// analysed again.
    /// </summary>
    public required int Version { get; init; }

    /// <summary>Length of the sound.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Tempo, key, loudness and what else can be measured without a model.</summary>
    public required SongMeasures Measures { get; init; }

    /// <summary>The feeling of the whole song: its parts weighted by their length, with the evidence.</summary>
    public required Percept Percept { get; init; }

    /// <summary>The feeling over time, in order, one for each stretch of some seconds.</summary>
    public required IReadOnlyList<SongMoment> Curve { get; init; }

    /// <summary>Where the sections begin, in order; the first at zero.</summary>
    public required IReadOnlyList<TimeSpan> Sections { get; init; }

    /// <summary>What a listener would call it, surest first; see <see cref="SongTagNames"/>.</summary>
    public required IReadOnlyList<SongTag> Tags { get; init; }

    /// <summary>How it sounds, for finding its like: <see cref="VectorLength"/> values of length 1 together, so that a scalar product is a likeness of -1..1.</summary>
    public required ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>Values of <see cref="Vector"/>.</summary>
    public const int VectorLength = 64;
}
