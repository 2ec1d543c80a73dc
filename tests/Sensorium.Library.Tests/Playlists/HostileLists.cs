using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Library.Tests;

/// <summary>Playlists with the worst names that file systems and taggers allow.</summary>
internal static class HostileLists
{
    private static readonly string[] Scraps =
    [
        "a", " ", "\n", "\r\n", "\t", "#", "%", "%41", "%zz", "?", "&", "<", ">", "]]>", "\"", "'", "\\", ":", "://", "http", "-", " - ", "..", ".", ",", ";", "#EXTINF:1,x",
        "🎵", "👩‍🎤", "\u1100\u1161\u11a8", "한글", "e\u0301", "\u0000", "\u0007", "\u0085", "\u2028", "\u202E", "\uFEFF", "\uFFFE", "\uD800", "\u3000", "~", "+", "é", "{}", "[", "|",
    ];

    private static readonly Gen<string> Text = Gen.ListOf(Gen.Elements(Scraps)).Select(parts => string.Concat(parts));

    // What a file system of Unix takes and .NET can name: no slash, no zero sign, no half characters.
    private static readonly Gen<string> FileName = Text
        .Select(text => text.Replace("/", "∕", StringComparison.Ordinal).Replace("\0", "0", StringComparison.Ordinal).Replace("\uD800", "8", StringComparison.Ordinal) + "x")
        .Select(name => OperatingSystem.IsWindows() ? string.Concat(name.Where(c => !Path.GetInvalidFileNameChars().Contains(c))).TrimEnd(' ', '.') : name);

    private static readonly string Root = Path.GetPathRoot(Path.GetTempPath()) ?? "/";

    private static readonly Gen<PlaylistEntry> Entry =
        from folder in FileName
        from name in FileName
        from isNear in Gen.Elements(true, false)
        from texts in Gen.ArrayOf(Text, 5)
        from length in Gen.Choose(0, 9_000_000)
        from start in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 9_000_000))
        from isPart in Gen.Elements(true, false)
        from hasLength in Gen.Elements(true, true, false)
        select new PlaylistEntry
        {
            Location = Path.Combine((isNear ? Folder : Root)!, folder, name),
            Title = texts[0],
            Creator = texts[1],
            Album = texts[2],
            Annotation = texts[3],
            MusicBrainzId = texts[4],
            Length = hasLength ? TimeSpan.FromMilliseconds(length + 1) : null,
            Start = TimeSpan.FromMilliseconds(start),
            IsPart = start == 0 && isPart,
        };

    /// <summary>Where the lists lie; nothing is written there.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "my lists #1");

    public static Arbitrary<Playlist> Any { get; } = (
        from texts in Gen.ArrayOf(Text, 3)
        from entries in Gen.ListOf(Entry)
        select new Playlist { Title = texts[0], Creator = texts[1], Annotation = texts[2], Entries = [.. entries] }).ToArbitrary();

    /// <summary>The list as a file can hold it.</summary>
    public static Playlist Cleaned(Playlist list) => list with
    {
        Title = PlaylistText.Clean(list.Title),
        Creator = PlaylistText.Clean(list.Creator),
        Annotation = PlaylistText.Clean(list.Annotation),
        Entries = [.. list.Entries.Select(Cleaned)],
    };

    private static PlaylistEntry Cleaned(PlaylistEntry entry) => entry with
    {
        Title = PlaylistText.Clean(entry.Title),
        Creator = PlaylistText.Clean(entry.Creator),
        Album = PlaylistText.Clean(entry.Album),
        Annotation = PlaylistText.Clean(entry.Annotation),
        MusicBrainzId = PlaylistText.Clean(entry.MusicBrainzId),
    };
}
