namespace Sensorium.Media;

/// <summary>What a sound file says about itself; null leaves a field out. WAV files carry none of it.</summary>
public sealed record SoundTags
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Who made it.</summary>
    public string? Artist { get; init; }

    /// <summary>The collection it belongs to.</summary>
    public string? Album { get; init; }

    /// <summary>The cover, a PNG file of at most <see cref="MostCoverBytes"/>; MP3, FLAC and Ogg carry it.</summary>
    public ReadOnlyMemory<byte> Cover { get; init; }

    /// <summary>Largest cover in bytes.</summary>
    public const int MostCoverBytes = 4 << 20;

    /// <summary>A remark.</summary>
    public string? Comment { get; init; }
}
