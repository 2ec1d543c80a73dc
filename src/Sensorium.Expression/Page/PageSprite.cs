namespace Sensorium.Expression;

/// <summary>All loops of one sound set in one encoded file.</summary>
public sealed record PageSprite
{
    /// <summary>Short name of the sound set, as <c>--sounds</c> takes it.</summary>
    public required string Set { get; init; }

    /// <summary>Name of the sound set for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Name of the instrument of each role.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Instruments { get; init; }

    /// <summary>Media type of <see cref="Data"/>. A lossless one, so that loop points stay exact: <c>audio/flac</c> or <c>audio/wav</c>.</summary>
    public required string Mime { get; init; }

    /// <summary>The encoded sound, one channel.</summary>
    public required byte[] Data { get; init; }

    /// <summary>Frames a second, 8000..96000.</summary>
    public required int SampleRate { get; init; }

    /// <summary>The loops inside, at least one.</summary>
    public required IReadOnlyList<SpriteLoop> Loops { get; init; }
}
