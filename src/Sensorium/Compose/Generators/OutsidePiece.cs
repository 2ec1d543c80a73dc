namespace Sensorium;

/// <summary>A piece that an outside generator made: sound without notes.</summary>
public sealed record OutsidePiece
{
    /// <summary>Who made it: a generator's <see cref="IMusicGenerator.Id"/>.</summary>
    public required string Generator { get; init; }

    /// <summary>The sentence that it was asked with.</summary>
    public required string Prompt { get; init; }

    /// <summary>What the service said about it; empty for nothing.</summary>
    public required string Said { get; init; }

    /// <summary>What kind of sound came, e.g. <c>audio/mpeg</c>.</summary>
    public required string Format { get; init; }

    /// <summary>How long it is.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Loudness in LUFS.</summary>
    public required double LoudnessLufs { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeakDbtp { get; init; }

    /// <summary>The files written, full paths.</summary>
    public required IReadOnlyList<string> Files { get; init; }
}
