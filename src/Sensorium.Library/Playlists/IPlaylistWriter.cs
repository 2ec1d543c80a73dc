namespace Sensorium.Library;

/// <summary>Writes playlists of one format. Safe to use from several threads at once.</summary>
public interface IPlaylistWriter
{
    /// <summary>Writes a playlist.</summary>
    /// <param name="output">Receives the whole file; stays open.</param>
    /// <param name="playlist">The playlist.</param>
    /// <param name="place">Where the file is to lie.</param>
    /// <exception cref="MalformedInputException">A song's location is neither an absolute path nor an address.</exception>
    void Write(Stream output, Playlist playlist, PlaylistPlace place);
}
