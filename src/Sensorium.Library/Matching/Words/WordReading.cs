namespace Sensorium.Library;

/// <summary>What a text asks of songs.</summary>
public sealed record WordReading
{
    /// <summary>The tags asked for, the weightiest first; each once.</summary>
    public required IReadOnlyList<WishedTag> Tags { get; init; }

    /// <summary>The mean place of the words that have one; the spread says how far words of one text usually lie apart. Null where no word has one.</summary>
    public Estimate? Valence { get; init; }

    /// <summary>The same for arousal.</summary>
    public Estimate? Arousal { get; init; }

    /// <summary>Words that the table knows and that ask for something, as they came, in order.</summary>
    public required IReadOnlyList<string> Known { get; init; }

    /// <summary>Words that neither the table nor the library knows, as they came, in order, each once.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}
