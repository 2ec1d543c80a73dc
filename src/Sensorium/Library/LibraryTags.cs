using Sensorium.Library;

namespace Sensorium;

/// <summary>Writes what was heard in songs into their files, where a person asks for it, and takes it back.</summary>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
public sealed class LibraryTags(TimeProvider? timeProvider = null)
{
    /// <summary>Goes through the files that are asked for, in the order of their paths.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="request">Which files, and how.</param>
    /// <param name="done">Told of each file.</param>
    /// <param name="cancellationToken">Stops between two files; what is written stays written.</param>
    /// <returns>How many files were asked for.</returns>
    /// <exception cref="MalformedInputException">Something that was asked for is not in the library.</exception>
    /// <exception cref="OutputFailedException">It is to be written while a scan is at work.</exception>
    public int Run(SqliteCatalogue catalogue, TagRequest request, Action<TagOutcome> done, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(done);
        using ScanLock? held = request.Writes ? ScanLock.Take(catalogue.Path) : null;
        var tagger = new LibraryTagger(catalogue, timeProvider);
        IReadOnlySet<long> changed = tagger.Changed;
        IReadOnlyList<FileEntry> files = [.. Find(catalogue, request.What).Where(file => !request.Undoes || changed.Contains(file.Id))];
        foreach (FileEntry file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            done(request.Undoes ? tagger.Undo(file, request.Writes) : tagger.Tag(file, request.Writes, request.Replaces));
        }

        return files.Count;
    }

    private static IEnumerable<FileEntry> Find(SqliteCatalogue catalogue, IReadOnlyList<string> what)
    {
        FileEntry[] files = [.. catalogue.Files().Where(file => file is { Reason: null, IsGone: false }).OrderBy(file => file.Stamp.Path, StringComparer.Ordinal)];
        if (what.Count == 0)
        {
            return files;
        }

        Lazy<ILookup<string, LibrarySong>> songs = new(() => catalogue.LoadSongs().ToLookup(song => song.Path));
        HashSet<long> wanted = [];
        foreach (string words in what)
        {
            string path = LibraryPaths.Full(words.Length == 0 ? "." : words);
            FileEntry[] found = [.. files.Where(file => LibraryPaths.IsAtOrBelow(file.Stamp.Path, path))];
            found = found.Length > 0 || words.Length == 0
                ? found
                : [.. files.Where(file => file.Stamp.Path.Contains(words, StringComparison.OrdinalIgnoreCase) || songs.Value[file.Stamp.Path].Any(song => SongFinder.NameOf(song).Contains(words, StringComparison.OrdinalIgnoreCase)))];
            if (found.Length == 0)
            {
                throw LibraryErrors.NothingCalled(words);
            }

            wanted.UnionWith(found.Select(file => file.Id));
        }

        return files.Where(file => wanted.Contains(file.Id));
    }
}
