using Sensorium.Expression;

namespace Sensorium;

/// <summary>What <see cref="HearFlow"/> made.</summary>
public sealed record HearResult
{
    /// <summary>The sound map.</summary>
    public required SoundMap Map { get; init; }

    /// <summary>The map as JSON, as docs/schemas/soundmap.schema.json describes it.</summary>
    public required string Json { get; init; }

    /// <summary>Full paths of the files written, in the order of the formats asked for.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What a person should know of the input, such as that its file is cut off; null where all is well.</summary>
    public LocalizedText? Warning { get; init; }

    /// <summary>Integrated loudness of the piece in LUFS (ITU-R BS.1770-4); null where no sound was asked for.</summary>
    public double? LoudnessLufs { get; init; }

    /// <summary>True peak of the piece in dBTP; null where no sound was asked for.</summary>
    public double? TruePeakDbtp { get; init; }
}
