using System.Text;

namespace Sensorium.Media;

/// <summary>
/// Several files that appear together or not at all. Each is written under a temporary hidden name in its target folder, flushed to the
/// disk, and renamed by <see cref="Commit"/>; without a commit all of them vanish. A process that is killed leaves at a target name
/// either the old file, the whole new one, or none; its temporary files are removed by the next batch that uses the folder.
/// Batches of several processes, or of one, do not disturb each other. Not safe for use by several threads at once.
/// </summary>
public sealed class OutputBatch : IDisposable
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, FolderClaim> _claims = new(StringComparer.Ordinal);
    private bool _finished;

    /// <summary>Opens a new file for writing.</summary>
    /// <param name="targetPath">Where it is to appear; an existing file is replaced. Its folder is made when missing.</param>
    /// <returns>An empty stream that can seek; the batch closes it.</returns>
    /// <exception cref="OutputFailedException">The folder cannot be made or written, or the target is a folder.</exception>
    public Stream Create(string targetPath)
    {
        Entry entry = Add(targetPath);
        try
        {
            entry.Stream = new OutputStream(new FileStream(entry.Part, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16), entry.Target);
            return entry.Stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(entry.Target, error);
        }
    }

    /// <summary>Gives the temporary path of a file that someone else, a child process say, writes.</summary>
    /// <param name="targetPath">Where it is to appear; an existing file is replaced. Its folder is made when missing.</param>
    /// <returns>A path in the same folder, where an empty file waits to be replaced; it must be there at <see cref="Commit"/>.</returns>
    /// <exception cref="OutputFailedException">The folder cannot be made or written, or the target is a folder.</exception>
    public string Reserve(string targetPath) => Add(targetPath).Part;

    /// <summary>Flushes all files to the disk and puts them at their target names, in the order in which they were added.</summary>
    /// <exception cref="OutputFailedException">A file could not be written; those not yet renamed vanish when the batch is disposed of.</exception>
    /// <exception cref="InvalidOperationException">The batch has been committed already.</exception>
    public void Commit()
    {
        if (_finished)
        {
            throw new InvalidOperationException("A batch is committed once.");
        }

        // Everything that can fail for lack of space happens before the first target changes.
        foreach (Entry entry in _entries)
        {
            Guard(entry, Seal);
            if (Directory.Exists(entry.Target))
            {
                throw OutputErrors.IsFolder(entry.Target);
            }
        }

        foreach (Entry entry in _entries)
        {
            Guard(entry, static e => File.Move(e.Part, e.Target, overwrite: true));
        }

        _finished = true;
        Release();
    }

    /// <summary>Removes everything that was not committed.</summary>
    public void Dispose()
    {
        _finished = true;
        Release();
    }

    private static void Guard(Entry entry, Action<Entry> action)
    {
        try
        {
            action(entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(entry.Target, error);
        }
    }

    private static void Seal(Entry entry)
    {
        if (entry.Stream is { } stream)
        {
            stream.Seal();
            return;
        }

        using var file = new FileStream(entry.Part, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    private Entry Add(string targetPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(targetPath);
        ObjectDisposedException.ThrowIf(_finished, this);
        string target = Path.GetFullPath(targetPath);
        if (Directory.Exists(target) || Path.GetFileName(target).Length == 0)
        {
            throw OutputErrors.IsFolder(target);
        }

        if (_entries.Exists(e => string.Equals(e.Target, target, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"'{target}' is in the batch already.", nameof(targetPath));
        }

        try
        {
            string name = Path.GetFileName(target);
            int length = OperatingSystem.IsWindows() ? name.Length : Encoding.UTF8.GetByteCount(name);
            var entry = new Entry(target, Claim(Path.GetDirectoryName(target)!).MakePart(length));
            _entries.Add(entry);
            return entry;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(target, error);
        }
    }

    private FolderClaim Claim(string folder)
    {
        if (!_claims.TryGetValue(folder, out FolderClaim? claim))
        {
            Directory.CreateDirectory(folder);
            FolderClaim.Sweep(folder);
            claim = FolderClaim.Take(folder);
            _claims.Add(folder, claim);
        }

        return claim;
    }

    private void Release()
    {
        foreach (Entry entry in _entries)
        {
            entry.Stream?.Abandon();
        }

        foreach (FolderClaim claim in _claims.Values)
        {
            claim.Dispose();
        }

        _claims.Clear();
    }

    private sealed class Entry(string target, string part)
    {
        public string Target { get; } = target;

        public string Part { get; } = part;

        public OutputStream? Stream { get; set; }
    }
}
