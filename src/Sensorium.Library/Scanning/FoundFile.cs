namespace Sensorium.Library;

/// <summary>Something that a walk through folders, or the list of a server, came upon.</summary>
/// <param name="Path">Where it lies: an absolute path, or the path of a <see cref="ServerPlace"/>.</param>
/// <param name="Size">Bytes; 0 for what is no file.</param>
/// <param name="Modified">When it was last written, or when its server took it in, in UTC.</param>
/// <param name="Reason">Why it is no song; null where it may be one.</param>
public readonly record struct FoundFile(string Path, long Size, DateTime Modified, SkipReason? Reason)
{
    /// <summary>What its server says about the song; null for a file. Default null.</summary>
    public SongTags? Told { get; init; }
}
