namespace Sensorium.Library;

/// <summary>
/// A piece of analysis: one file. It holds everything that whoever does it needs to know, as plain values (see <see cref="AnalysisJson"/>), and
/// doing it twice leaves the catalogue as doing it once.
/// </summary>
public sealed record AnalysisJob
{
    /// <summary>The file, as it was found.</summary>
    public required FileStamp Stamp { get; init; }

    /// <summary>The version that is wanted: the work is refused by a perceiver of another one.</summary>
    public required int Version { get; init; }

    /// <summary>The tracks to cut it into, in the order of time; empty for one song. Default empty.</summary>
    public IReadOnlyList<CueTrack> Tracks { get; init; } = [];

    /// <summary>Where its bytes lie for as long as the work lasts; null where its stamp says so. Default null.</summary>
    public string? File { get; init; }

    /// <summary>What the server that has it says of it: that counts before what the file says. Default null.</summary>
    public SongTags? Told { get; init; }
}
