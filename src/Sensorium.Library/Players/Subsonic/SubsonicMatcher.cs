using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sensorium.Library;

/// <summary>
/// Finds songs of this machine among those of a server: by MusicBrainz identifier, else by the end of the path, else by artist and title.
/// The lengths must agree to <see cref="MostDifference"/> in each case, where both are known. Two paths that end alike tell nothing; of
/// copies of one recording the one from the same album, else the closest in length, is taken.
/// </summary>
public sealed partial class SubsonicMatcher
{
    /// <summary>How far the lengths of the same song may lie apart: servers round, and count padding.</summary>
    public static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(3);

    private readonly ILookup<string, SubsonicSong> _byRecording;
    private readonly ILookup<string, SubsonicSong> _byFile;
    private readonly ILookup<string, SubsonicSong> _byNames;

    /// <summary>Takes the songs of a server.</summary>
    /// <param name="songs">The songs.</param>
    public SubsonicMatcher(IReadOnlyList<SubsonicSong> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        _byRecording = songs.Where(song => song.MusicBrainzId is not null).ToLookup(song => song.MusicBrainzId!, StringComparer.OrdinalIgnoreCase);
        _byFile = songs.Where(song => song.Path is not null).ToLookup(song => FileOf(song.Path!), StringComparer.Ordinal);
        _byNames = songs.ToLookup(song => Key(song.Artist, song.Title), StringComparer.Ordinal);
    }

    /// <summary>Finds a song.</summary>
    /// <param name="entry">The song of this machine.</param>
    /// <returns>The server's; null where it has none, or no single one.</returns>
    public SubsonicSong? Find(PlaylistEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (entry.MusicBrainzId is { } id ? Closest(_byRecording[id], entry) : null)
            ?? ByPath(entry)
            ?? (string.IsNullOrWhiteSpace(entry.Title) ? null : Closest(_byNames[Key(entry.Creator, entry.Title)], entry));
    }

    /// <summary>A name as it is compared: without case, accents, punctuation and guests ("feat. ...").</summary>
    /// <param name="name">The name; null is empty.</param>
    /// <returns>Letters and digits with single spaces.</returns>
    public static string Normalise(string? name)
    {
        string bare = Guests().Replace(NormalForms.Decompose(name ?? string.Empty), string.Empty);
        var letters = new StringBuilder(bare.Length);
        foreach (Rune rune in bare.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) && letters.Length > 0 && letters[^1] != ' ')
            {
                letters.Append(' ');
            }
        }

        // A name of signs alone, such as "!!!" or "?", is a name all the same.
        string result = letters.ToString().TrimEnd();
        return result.Length > 0 ? result : bare.Trim();
    }

    private static string Key(string? artist, string? title) => Normalise(artist) + "\n" + Normalise(title);

    private static string FileOf(string path) => PathTail.Segments(path) is [.., var file] ? file : string.Empty;

    // A file's name alone is not enough, unless that is all the server says: many albums have a "01.mp3".
    private SubsonicSong? ByPath(PlaylistEntry entry)
    {
        string[] ours = PathTail.Segments(entry.Location);
        return entry.IsPart || ours.Length == 0
            ? null
            : PathTail.Best(ours, [.. _byFile[ours[^1]].Where(song => Difference(song, entry) <= MostDifference)], song => song.Path!, least: 2);
    }

    private static SubsonicSong? Closest(IEnumerable<SubsonicSong> songs, PlaylistEntry entry)
    {
        SubsonicSong[] near = [.. songs.Where(song => Difference(song, entry) <= MostDifference).OrderBy(song => Difference(song, entry))];
        if (near.Length > 1 && entry.Album is { } album && near.Where(song => Normalise(song.Album) == Normalise(album)).ToArray() is [var only])
        {
            return only;
        }

        // Copies of one recording on several albums are as good as each other.
        return near.FirstOrDefault();
    }

    private static TimeSpan Difference(SubsonicSong song, PlaylistEntry entry) =>
        song.Length is { } theirs && entry.Length is { } ours ? (theirs - ours).Duration() : TimeSpan.Zero;

    [GeneratedRegex(@"\s*[\(\[]?\b(feat\.?|ft\.|featuring)\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Guests();
}
