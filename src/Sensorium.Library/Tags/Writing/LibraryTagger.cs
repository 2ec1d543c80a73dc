namespace Sensorium.Library;

/// <summary>
/// Writes mood, tempo and key of songs into their files, and takes them back. Only these fields are touched: the new file is made beside the old
/// one, its sound and all its other tags are compared with the old one's, the catalogue notes what stood there and how the file will be, and only
/// then it takes the old one's place. A process that ends at any moment leaves one of the two whole.
/// </summary>
public sealed class LibraryTagger
{
    private readonly ICatalogue _catalogue;
    private readonly TimeProvider _clock;
    private readonly Lazy<ILookup<long, TagChange>> _notes;

    /// <summary>Creates the tagger. It takes each file once; while it writes, no scan may be at work.</summary>
    /// <param name="catalogue">The library.</param>
    /// <param name="clock">Tells the time of changes; null takes the system's. Default null.</param>
    public LibraryTagger(ICatalogue catalogue, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _clock = clock ?? TimeProvider.System;
        _notes = new(() => catalogue.TagChanges().ToLookup(note => note.FileId));
    }

    /// <summary>Files with changes that can be undone.</summary>
    public IReadOnlySet<long> Changed => _notes.Value.Select(group => group.Key).ToHashSet();

    /// <summary>Writes what was heard in a song into its file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="writes">Whether to write; otherwise it is only said what would change.</param>
    /// <param name="replaces">Whether to write over what others wrote; otherwise only what is empty, or was written here, changes. Default false.</param>
    /// <returns>What became of it; a file that cannot be written is no error.</returns>
    public TagOutcome Tag(FileEntry file, bool writes, bool replaces = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Do(file, writes, work =>
        {
            if (_catalogue.SongsOf(file.Id) is not [{ Track: 0 } song])
            {
                return work.Leave(TagWriteErrors.SeveralSongs());
            }

            if (!work.IsKnown)
            {
                return work.Leave(TagWriteErrors.ChangedSinceScan());
            }

            SongMarks marks = SongMarks.Of(song.Song);
            work.Ask(TagField.Mood, marks.Mood, replaces);
            work.Ask(TagField.Tempo, marks.Tempo, replaces);
            work.Ask(TagField.Key, marks.Key, replaces);
            return work.Finish();
        });
    }

    /// <summary>Puts back what stood in a file before <see cref="Tag"/> changed it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="writes">Whether to write; otherwise it is only said what would change.</param>
    /// <returns>What became of it; one that somebody else changed since is left.</returns>
    public TagOutcome Undo(FileEntry file, bool writes)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Do(file, writes, work => work.TakeBack() is { } reason ? work.Leave(reason) : work.Finish());
    }

    private TagOutcome Do(FileEntry file, bool writes, Func<TaggingWork, TagOutcome> what)
    {
        string path = file.Stamp.Path;
        if (ServerPlace.IsOnServer(path))
        {
            return new TagOutcome { Path = path, State = TagState.Left, Reason = TagWriteErrors.OnServer() };
        }

        try
        {
            if (RealPath.Of(path) is not { } real || !File.Exists(real))
            {
                return new TagOutcome { Path = path, State = TagState.Left, Reason = TagWriteErrors.NotThere() };
            }

            using var work = new TaggingWork(_catalogue, file, real, [.. _notes.Value[file.Id]], writes, _clock);
            return what(work);
        }
        catch (Exception error) when (error is UnsupportedInputException or MalformedInputException or LimitReachedException)
        {
            return new TagOutcome { Path = path, State = TagState.Left, Reason = ((SensoriumException)error).Text };
        }
        catch (OutputFailedException error)
        {
            return new TagOutcome { Path = path, State = TagState.Failed, Reason = error.Text };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new TagOutcome { Path = path, State = TagState.Failed, Reason = new LocalizedText(error.Message, error.Message) };
        }
    }
}
