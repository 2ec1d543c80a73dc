using System.Collections.Concurrent;

namespace Sensorium.Media;

/// <summary>
/// The right to keep temporary files in a folder, held as a locked file beside them. The system drops the lock when the process
/// ends, however it ends, so that a later run can tell leftovers from the files of a run that is still at work.
/// </summary>
internal sealed class FolderClaim : IDisposable
{
    private const string Prefix = ".sensorium-";
    private const string LockEnding = ".lock";
    private const string PartEnding = ".part";

    // Where a file system knows no locks, the process id tells; for our own process, this list.
    private static readonly ConcurrentDictionary<string, bool> Ours = new();
    private readonly string _folder;
    private readonly string _stamp;
    private readonly FileStream _lock;
    private readonly List<string> _parts = [];

    private FolderClaim(string folder, string stamp, FileStream held)
    {
        _folder = folder;
        _stamp = stamp;
        _lock = held;
    }

    /// <summary>Claims a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>The claim, to be disposed of.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static FolderClaim Take(string folder)
    {
        for (int attempt = 1; ; attempt++)
        {
            // A fresh GUID keeps runs apart; it never reaches a result.
            string stamp = $"{Environment.ProcessId}-{Guid.NewGuid():N}"[..^16];
            string path = Path.Combine(folder, Prefix + stamp + LockEnding);
            Ours[stamp] = true;
            FileStream? held = null;
            try
            {
                held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

                // Between making the file and locking it, a sweeping run may have taken it for a leftover.
                if (File.Exists(path))
                {
                    return new FolderClaim(folder, stamp, held);
                }
            }
            catch (IOException) when (attempt < 4 && File.Exists(path))
            {
            }
            catch
            {
                Ours.TryRemove(stamp, out _);
                throw;
            }

            held?.Dispose();
            Ours.TryRemove(stamp, out _);
        }
    }

    /// <summary>Makes one more temporary file in the folder, empty.</summary>
    /// <param name="nameLength">
    /// The file's name is at least this long, so that a target name which the disk refuses is refused here and not at the end.
    /// </param>
    /// <returns>A path that no one else uses.</returns>
    public string MakePart(int nameLength)
    {
        string start = $"{Prefix}{_stamp}-{_parts.Count}";
        string path = Path.Combine(_folder, start + new string('-', Math.Max(0, nameLength - start.Length - PartEnding.Length)) + PartEnding);
        using (new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            _parts.Add(path);
            return path;
        }
    }

    /// <summary>Removes the temporary files of runs that are dead; whatever cannot be removed stays, and nothing is thrown.</summary>
    /// <param name="folder">The folder to sweep.</param>
    public static void Sweep(string folder)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, $"{Prefix}*{LockEnding}"))
            {
                string stamp = Path.GetFileName(path)[Prefix.Length..^LockEnding.Length];
                if (!MayBeAlive(stamp))
                {
                    SweepOne(folder, path, stamp);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Gives the folder free and removes what is left of this claim.</summary>
    public void Dispose()
    {
        _parts.ForEach(TryDelete);

        TryDelete(_lock.Name);
        _lock.Dispose();

        // Windows removes an open file only once it is closed.
        TryDelete(_lock.Name);
        Ours.TryRemove(_stamp, out _);
    }

    private static void SweepOne(string folder, string lockPath, string stamp)
    {
        FileStream held;
        try
        {
            held = new FileStream(lockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }

        using (held)
        {
            foreach (string part in Directory.EnumerateFiles(folder, $"{Prefix}{stamp}-*{PartEnding}"))
            {
                TryDelete(part);
            }

            // The lock goes last: while it is there, a sweep that was cut short is taken up again.
            TryDelete(lockPath);
        }

        TryDelete(lockPath);
    }

    private static bool MayBeAlive(string stamp)
    {
        int dash = stamp.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1 || !int.TryParse(stamp.AsSpan(0, dash), out int id))
        {
            return true;
        }

        if (id == Environment.ProcessId)
        {
            return Ours.ContainsKey(stamp);
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
