using System.IO.Enumeration;

namespace Sensorium.Library;

/// <summary>
/// Finds everything in a folder and the folders inside it, in the order of names. Links are followed once: what a link leads to is looked at where
/// it was not met before. Nothing is opened; what cannot be a song is named with the reason.
/// </summary>
public sealed class FolderWalk
{
    private const int MostDepth = 64;
    private const char Replacement = '\uFFFD';

    private static readonly HashSet<string> OtherKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".svg", ".psd", ".ico",
        ".txt", ".nfo", ".md", ".log", ".pdf", ".doc", ".docx", ".rtf", ".html", ".htm", ".xml", ".json", ".csv", ".db", ".ini", ".url", ".lnk", ".lrc", ".srt",
        ".m3u", ".m3u8", ".pls", ".xspf", ".jspf", ".asx", ".wpl", ".sfv", ".md5", ".ffp", ".accurip", ".torrent", ".part", ".tmp", ".crdownload", ".bak",
        ".zip", ".rar", ".7z", ".gz", ".tar", ".exe", ".dll", ".iso", ".mid", ".midi", ".sf2", ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ogv",
        ".wmv", ".flv", ".ts", ".mpg", ".mpeg", ".vob", ".3gp",
    };

    private static readonly EnumerationOptions Options = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false, ReturnSpecialDirectories = false };

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly List<FoundFile> _found = [];
    private readonly List<Entry> _fileLinks = [];
    private readonly CancellationToken _cancellationToken;

    private FolderWalk(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>Walks through folders.</summary>
    /// <param name="roots">The folders, absolute. One that is not there gives nothing.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>Everything but the folders themselves; each file once.</returns>
    public static IReadOnlyList<FoundFile> Find(IEnumerable<string> roots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var walk = new FolderWalk(cancellationToken);
        foreach (string root in roots.Where(Directory.Exists))
        {
            walk.Enter(root, RealPath.Of(root) ?? root, 0);
        }

        walk.FollowFileLinks();
        return walk._found;
    }

    private void Enter(string folder, string real, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_folders.Add(real))
        {
            Skip(folder, SkipReason.RepeatedLink);
            return;
        }

        if (depth > MostDepth)
        {
            Skip(folder, SkipReason.TooDeep);
            return;
        }

        List<Entry> entries = [];
        try
        {
            var all = new FileSystemEnumerable<Entry>(folder, static (ref FileSystemEntry entry) => Entry.From(ref entry), Options);
            foreach (Entry entry in all)
            {
                entries.Add(entry);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Skip(folder, error is DirectoryNotFoundException ? SkipReason.Vanished : SkipReason.UnreadableFolder);
            return;
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (Entry entry in entries)
        {
            Take(entry with { Path = Path.Combine(folder, entry.Name) }, Path.Combine(real, entry.Name), depth);
        }
    }

    private void Take(Entry entry, string real, int depth)
    {
        if (entry.Name[0] == '.' || (entry.Attributes & FileAttributes.Hidden) != 0)
        {
            Skip(entry.Path, SkipReason.Hidden);
        }
        else if (entry.Name.Contains(Replacement, StringComparison.Ordinal) && !Path.Exists(entry.Path))
        {
            // Bytes that are no UTF-8 came as this sign; the name does not lead back to the file.
            Skip(entry.Path, SkipReason.UnreadableName);
        }
        else if (entry.IsLink)
        {
            Follow(entry, depth);
        }
        else if (entry.IsFolder)
        {
            Enter(entry.Path, real, depth + 1);
        }
        else
        {
            _found.Add(Judge(entry));
        }
    }

    private void Follow(Entry entry, int depth)
    {
        if (RealPath.Of(entry.Path) is not { } target)
        {
            Skip(entry.Path, SkipReason.BrokenLink);
        }
        else if (Directory.Exists(target))
        {
            Enter(entry.Path, target, depth + 1);
        }
        else
        {
            // Later: whether the file is met by itself is known at the end.
            _fileLinks.Add(entry with { Target = target });
        }
    }

    private void FollowFileLinks()
    {
        var files = new HashSet<string>(_fileLinks.Count == 0 ? [] : _found.Select(file => RealPath.Of(file.Path) ?? file.Path), StringComparer.Ordinal);
        foreach (Entry link in _fileLinks)
        {
            if (!files.Add(link.Target!))
            {
                Skip(link.Path, SkipReason.RepeatedLink);
                continue;
            }

            try
            {
                var info = new FileInfo(link.Target!);
                _found.Add(Judge(link with { Length = info.Length, Modified = info.LastWriteTimeUtc, Attributes = info.Attributes }));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Skip(link.Path, SkipReason.Unreadable);
            }
        }
    }

    private static FoundFile Judge(Entry entry)
    {
        string extension = Path.GetExtension(entry.Name);
        SkipReason? reason =
            extension.Equals(".cue", StringComparison.OrdinalIgnoreCase) ? SkipReason.CueSheet
            : OtherKinds.Contains(extension) ? SkipReason.OtherKind

            // Pipes and devices have no length either, and opening one may never return.
            : entry.Length == 0 ? SkipReason.Empty
            : null;
        return new FoundFile(entry.Path, entry.Length, entry.Modified, reason);
    }

    private void Skip(string path, SkipReason reason) => _found.Add(new FoundFile(path, 0, default, reason));

    private readonly record struct Entry(string Name, string Path, bool IsFolder, bool IsLink, long Length, DateTime Modified, FileAttributes Attributes, string? Target)
    {
        public static Entry From(ref FileSystemEntry entry)
        {
            FileAttributes attributes = entry.Attributes;
            bool isLink = (attributes & FileAttributes.ReparsePoint) != 0;
            return new Entry(
                entry.FileName.ToString(), string.Empty, entry.IsDirectory, isLink, isLink || entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.UtcDateTime, attributes, null);
        }
    }
}
