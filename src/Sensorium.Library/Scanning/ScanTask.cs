namespace Sensorium.Library;

/// <summary>A file that a scan has to read.</summary>
/// <param name="File">How it was found.</param>
/// <param name="Cue">Hash of its CUE sheet; null for none.</param>
/// <param name="Tracks">Tracks to cut it into; empty for one song.</param>
/// <param name="Fingerprint">Its fingerprint, where that is known already; null otherwise.</param>
internal sealed record ScanTask(FoundFile File, string? Cue, IReadOnlyList<CueTrack> Tracks, string? Fingerprint)
{
    /// <summary>Whether it is a song of a server.</summary>
    public bool IsOnServer => ServerPlace.IsOnServer(File.Path);

    /// <summary>How the file is.</summary>
    public FileStamp Stamp(string fingerprint) => new() { Path = File.Path, Size = File.Size, Modified = File.Modified, Fingerprint = fingerprint, Cue = Cue };
}
