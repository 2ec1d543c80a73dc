namespace Sensorium.Library;

/// <summary>Collects what readers find: bad locations become sentences, too many songs an end.</summary>
/// <param name="folder">The playlist's folder.</param>
/// <param name="name">The playlist's name, for sentences.</param>
internal sealed class PlaylistBuilder(string folder, string name)
{
    private readonly List<PlaylistEntry> _entries = [];

    /// <summary>The songs so far.</summary>
    public IReadOnlyList<PlaylistEntry> Entries => _entries;

    /// <summary>Adds a song.</summary>
    /// <param name="location">What the playlist says.</param>
    /// <param name="resolve">Turns it into a path or an address, seen from a folder.</param>
    /// <param name="entry">All but the location.</param>
    public void Add(string location, Func<string, string, string> resolve, PlaylistEntry entry)
    {
        if (_entries.Count == PlaylistFile.MostEntries)
        {
            throw PlaylistErrors.TooMany(name);
        }

        try
        {
            _entries.Add(entry with { Location = resolve(location, folder) });
        }
        catch (ArgumentException error)
        {
            // A path with a zero sign.
            throw PlaylistErrors.Damaged(name, $"song {_entries.Count + 1} has no usable location", error);
        }
    }
}
