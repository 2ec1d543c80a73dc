namespace Sensorium.Library;

/// <summary>Finds the sheet that cuts a file into songs, among what a walk came upon.</summary>
internal sealed class CueFinder
{
    private readonly Dictionary<string, (string Hash, IReadOnlyList<CueTrack> Tracks)> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Hash, IReadOnlyList<CueTrack> Tracks)> _byStem = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all sheets.</summary>
    /// <param name="found">What the walk came upon.</param>
    public CueFinder(IEnumerable<FoundFile> found)
    {
        foreach (FoundFile file in found.Where(file => file.Reason == SkipReason.CueSheet))
        {
            if (CueSheet.Read(file.Path) is not { } sheet)
            {
                continue;
            }

            string folder = Path.GetDirectoryName(file.Path) ?? string.Empty;
            foreach ((string name, IReadOnlyList<CueTrack> tracks) in sheet.Files)
            {
                // One file a song needs no cutting.
                if (tracks.Count > 1)
                {
                    _byName.TryAdd(Path.Combine(folder, name), (sheet.Hash, tracks));
                    _byStem.TryAdd(Path.Combine(folder, Path.GetFileNameWithoutExtension(name)), (sheet.Hash, tracks));
                }
            }
        }
    }

    /// <summary>Finds the tracks of a file. Many sheets name the WAV file that was coded since, so that the name without extension will do.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The sheet's hash and the tracks; null and none where the file is one song.</returns>
    public (string? Hash, IReadOnlyList<CueTrack> Tracks) Of(string path)
    {
        if (_byName.Count == 0)
        {
            return (null, []);
        }

        return _byName.TryGetValue(path, out var found) || _byStem.TryGetValue(Path.ChangeExtension(path, null), out found) ? found : (null, []);
    }
}
