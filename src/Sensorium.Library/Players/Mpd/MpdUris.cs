namespace Sensorium.Library;

/// <summary>
/// Finds out by which name MPD knows a file: its path below the music folder where that is known, else the file of MPD's database whose path
/// ends like ours, else, over a socket, the file itself.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="folder">MPD's music folder; null where it is not known.</param>
internal sealed class MpdUris(MpdClient client, string? folder)
{
    /// <summary>Asks MPD for its music folder; it tells over sockets only.</summary>
    public static async Task<string?> FolderAsync(MpdClient client, CancellationToken cancellationToken)
    {
        if (!client.IsLocal)
        {
            return null;
        }

        try
        {
            IReadOnlyList<MpdField> fields = await client.SendAsync(new MpdCommand("config"), cancellationToken);
            return fields.FirstOrDefault(field => field.Name == "music_directory").Value is { Length: > 0 } folder && Path.IsPathFullyQualified(folder) ? folder : null;
        }
        catch (MpdRefusedException)
        {
            return null;
        }
    }

    /// <summary>The name for a song.</summary>
    /// <returns>The name; null where MPD does not have it.</returns>
    public async Task<string?> FindAsync(PlaylistEntry entry, CancellationToken cancellationToken)
    {
        string location = PlaylistLocation.Check(entry.Location);
        if (!Path.IsPathFullyQualified(location))
        {
            return location;
        }

        if (folder is not null && Path.GetRelativePath(folder, location) is var relative && !Path.IsPathRooted(relative) && !IsOutside(relative))
        {
            return relative.Replace('\\', OperatingSystem.IsWindows() ? '/' : '\\');
        }

        if (folder is null && await SearchAsync(location, cancellationToken) is { } found)
        {
            return found;
        }

        return client.IsLocal ? "file://" + location : null;
    }

    private static bool IsOutside(string relative) => relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The longest common ending wins; where two files share it, none does: the wrong song is worse than none.
    private async Task<string?> SearchAsync(string location, CancellationToken cancellationToken)
    {
        string[] ours = PathTail.Segments(location);
        List<string> uris = [];

        // MPD compares letter by letter: a name from a Mac is stored decomposed.
        foreach (string name in (string[])[ours[^1], NormalForms.Decompose(ours[^1])])
        {
            IReadOnlyList<MpdField> fields = uris.Count > 0 ? [] : await client.SendAsync(new MpdCommand("search", "file", name), cancellationToken);
            uris.AddRange(MpdSong.ReadAll(fields).Select(song => song.Uri));
        }

        return PathTail.Best(ours, uris, uri => uri, least: 1);
    }
}
