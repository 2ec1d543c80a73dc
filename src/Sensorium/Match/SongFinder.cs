using System.Globalization;
using Sensorium.Library;

namespace Sensorium;

/// <summary>Finds the song that somebody means by a path, a number or words.</summary>
/// <param name="songs">The songs.</param>
public sealed class SongFinder(IReadOnlyList<LibrarySong> songs)
{
    private const int MostNamed = 5;

    /// <summary>The song at a path.</summary>
    /// <param name="path">The file, or the path of a song on a server.</param>
    /// <returns>The song; null where the library has none there. Of a file with several tracks the first.</returns>
    public LibrarySong? At(string path)
    {
        string full = LibraryPaths.Full(path);
        return songs.Where(song => song.Path == full).MinBy(song => song.Start);
    }

    /// <summary>The one song that is meant.</summary>
    /// <param name="asked">A file, a number (<c>12</c> or <c>#12</c>), a title, <c>artist - title</c>, or a part of these.</param>
    /// <returns>The song.</returns>
    /// <exception cref="MalformedInputException">No song is called so, or several are.</exception>
    public LibrarySong Find(string asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string words = asked.Trim();
        if (words.Length == 0)
        {
            throw MatchErrors.NoSong(asked);
        }

        if ((At(words) ?? Numbered(words)) is { } one)
        {
            return one;
        }

        LibrarySong[] exact = [.. songs.Where(song => Same(song.Title, words) || Same(NameOf(song), words))];
        LibrarySong[] found = exact.Length > 0 ? exact : [.. songs.Where(song => NameOf(song).Contains(words, StringComparison.OrdinalIgnoreCase) || song.Path.Contains(words, StringComparison.OrdinalIgnoreCase))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw MatchErrors.NoSong(asked),
            _ => throw MatchErrors.SeveralSongs(asked, [.. found.Take(MostNamed).Select(song => $"#{song.Id} {NameOf(song)}")], found.Length),
        };
    }

    /// <summary>What a song is called.</summary>
    /// <param name="song">The song.</param>
    /// <returns>E.g. <c>Artist - Title</c>; the title alone where no artist is told. Control signs are blanks.</returns>
    public static string NameOf(LibrarySong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        string name = song.Tags.Artist is { Length: > 0 } artist ? $"{artist} - {song.Title}" : song.Title;
        return string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }

    private LibrarySong? Numbered(string words) => long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? songs.FirstOrDefault(song => song.Id == id) : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
