using Sensorium.Library;

namespace Sensorium;

/// <summary>The songs that fit an input, with what led to them.</summary>
public sealed record MatchResult
{
    /// <summary>What was asked with: the names of the inputs.</summary>
    public required string Input { get; init; }

    /// <summary>What was felt; null where a song of the library alone was asked with.</summary>
    public FeelResult? Felt { get; init; }

    /// <summary>The song of the library that was asked with; null for none.</summary>
    public LibrarySong? Asked { get; init; }

    /// <summary>What is sought.</summary>
    public required MatchWish Wish { get; init; }

    /// <summary>What the words ask for; null where there are none.</summary>
    public WordReading? Words { get; init; }

    /// <summary>The songs, in order; of a journey those of its steps.</summary>
    public required MatchRanking Ranking { get; init; }

    /// <summary>The journey; null where none was asked for.</summary>
    public Journey? Journey { get; init; }

    /// <summary>Pins that a picture brought back, likest first.</summary>
    public IReadOnlyList<FoundPin> Pins { get; init; } = [];

    /// <summary>What became of the songs asked for with <see cref="MatchRequest.Why"/>.</summary>
    public IReadOnlyList<SongAbsence> Absences { get; init; } = [];

    /// <summary>The cut-off that was asked for.</summary>
    public required double MinFit { get; init; }

    /// <summary>What a person should know: sentences without a full stop.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];
}
