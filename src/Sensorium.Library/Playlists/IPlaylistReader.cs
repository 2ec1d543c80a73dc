namespace Sensorium.Library;

/// <summary>Reads playlists of one format. Safe to use from several threads at once.</summary>
public interface IPlaylistReader
{
    /// <summary>Reads a playlist. No song is opened, and none needs to be there.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="folder">The folder that it lies in, absolute: relative paths are seen from there.</param>
    /// <param name="name">The file's name, for sentences.</param>
    /// <returns>The playlist; every location is an absolute path or an address.</returns>
    /// <exception cref="MalformedInputException">It is damaged or of another format.</exception>
    /// <exception cref="LimitReachedException">It has more songs than are read.</exception>
    Playlist Read(ReadOnlyMemory<byte> file, string folder, string name);
}
