namespace Sensorium.Library;

/// <summary>A song that somebody tied to a picture or another moment: what is like it brings the song back.</summary>
public sealed record Pin
{
    /// <summary>Its number, given by the catalogue; 0 before.</summary>
    public long Id { get; init; }

    /// <summary>What its owner calls it, e.g. the picture's file name.</summary>
    public required string Name { get; init; }

    /// <summary>The song.</summary>
    public required long SongId { get; init; }

    /// <summary>How the picture looks: at most 4,096 values of what <see cref="Model"/> computes.</summary>
    public required ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>What computed <see cref="Vector"/>, with its version; vectors of different models are never compared.</summary>
    public required string Model { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }
}
