namespace Sensorium.Music;

/// <summary>A piece: parts over one pulse. At most 15 melodic parts and one of percussion (MIDI's channels).</summary>
public sealed record Score
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Quarter notes a minute at the beginning, 20..300.</summary>
    public required double Tempo { get; init; }

    /// <summary>Later tempi, rising by beat; see <see cref="TempoMap"/>. Default none.</summary>
    public IReadOnlyList<TempoChange> TempoChanges { get; init; } = [];

    /// <summary>The key, written as a key signature.</summary>
    public Key Key { get; init; }

    /// <summary>The metre. Default four quarters.</summary>
    public Meter Meter { get; init; } = Meter.Common;

    /// <summary>The form: its sections, rising by beat. Default none.</summary>
    public IReadOnlyList<ScoreSection> Form { get; init; } = [];

    /// <summary>Length in beats up to the end of the last bar; sounds may ring on.</summary>
    public required double Length { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }
}
