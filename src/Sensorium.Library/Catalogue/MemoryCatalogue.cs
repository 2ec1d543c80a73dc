namespace Sensorium.Library;

/// <summary>A catalogue that is gone with the process: for tests, and for matching a handful of songs without a library.</summary>
public sealed class MemoryCatalogue : ICatalogue
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, LibraryRoot> _roots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, FileEntry> _files = [];
    private readonly Dictionary<string, long> _paths = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, (long File, SongPart Part)> _songs = [];
    private readonly SortedDictionary<long, Pin> _pins = [];
    private readonly SortedDictionary<long, Feedback> _feedback = [];
    private readonly SortedDictionary<long, TagChange> _changes = [];
    private long _last;

    /// <inheritdoc />
    public IReadOnlyList<LibraryRoot> Roots() => Locked(() => _roots.Values.ToArray());

    /// <inheritdoc />
    public void AddRoot(LibraryRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Locked(() => _roots.TryAdd(root.Path, root));
    }

    /// <inheritdoc />
    public bool RemoveRoot(string path) => Locked(() => _roots.Remove(path));

    /// <inheritdoc />
    public IReadOnlyList<FileEntry> Files() => Locked(() => _files.Values.ToArray());

    /// <inheritdoc />
    public FileEntry? FindFile(string path) => Locked(() => _paths.TryGetValue(path, out long id) ? _files[id] : null);

    /// <inheritdoc />
    public IReadOnlyList<FileEntry> FilesLike(string fingerprint) => Locked(() => _files.Values.Where(file => file.Stamp.Fingerprint == fingerprint).ToArray());

    /// <inheritdoc />
    public FileEntry Store(FileStamp stamp, IReadOnlyList<SongPart> songs)
    {
        SongCheck.Check(stamp, songs);
        return Locked(() =>
        {
            FileEntry file = Put(new FileEntry { Id = IdAt(stamp.Path), Stamp = stamp, Version = songs[0].Song.Version });
            var old = _songs.Where(pair => pair.Value.File == file.Id).ToDictionary(pair => pair.Value.Part.Track, pair => pair.Key);
            foreach ((int track, long id) in old)
            {
                if (!songs.Any(song => song.Track == track))
                {
                    RemoveSong(id);
                }
            }

            foreach (SongPart song in songs)
            {
                SongPart stored = song with { Song = song.Song with { Percept = song.Song.Percept with { Parts = [] } } };
                _songs[old.TryGetValue(song.Track, out long id) ? id : ++_last] = (file.Id, stored);
            }

            return file;
        });
    }

    /// <inheritdoc />
    public FileEntry StoreSkip(FileStamp stamp, SkipReason reason, LocalizedText? detail)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return Locked(() => Put(new FileEntry { Id = IdAt(stamp.Path), Stamp = stamp, Reason = reason, Detail = detail }));
    }

    /// <inheritdoc />
    public void Move(IReadOnlyList<FileMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        Locked(() =>
        {
            foreach (FileMove move in moves)
            {
                _paths.Remove(_files[move.FileId].Stamp.Path);
            }

            foreach (FileMove move in moves)
            {
                if (_paths.TryGetValue(move.Stamp.Path, out long other))
                {
                    RemoveFile(other);
                }

                Put(_files[move.FileId] with { Stamp = move.Stamp, IsGone = false });
            }

            return 0;
        });
    }

    /// <inheritdoc />
    public void MarkGone(IReadOnlyCollection<long> fileIds, bool gone)
    {
        ArgumentNullException.ThrowIfNull(fileIds);
        Locked(() =>
        {
            foreach (long id in fileIds.Where(_files.ContainsKey))
            {
                _files[id] = _files[id] with { IsGone = gone };
            }

            return 0;
        });
    }

    /// <inheritdoc />
    public int Forget(IReadOnlyCollection<long> fileIds)
    {
        ArgumentNullException.ThrowIfNull(fileIds);
        return Locked(() => fileIds.Distinct().Count(RemoveFile));
    }

    /// <inheritdoc />
    public int CountSongs() => Locked(() => _songs.Values.Count(song => IsUsable(song.File)));

    /// <inheritdoc />
    public IEnumerable<LibrarySong> LoadSongs(bool whole = false)
    {
        LibrarySong[] songs = Locked(() => _songs.Where(pair => IsUsable(pair.Value.File)).Select(pair => Song(pair.Key)!).ToArray());
        return whole ? songs : songs.Select(song => song with { Song = song.Song with { Curve = [], Sections = [], Percept = song.Song.Percept with { Evidence = [] } } });
    }

    /// <inheritdoc />
    public LibrarySong? FindSong(long id) => Locked(() => Song(id));

    /// <inheritdoc />
    public IReadOnlyList<SongPart> SongsOf(long fileId) => Locked(() => _songs.Values.Where(song => song.File == fileId).Select(song => song.Part).OrderBy(part => part.Track).ToArray());

    /// <inheritdoc />
    public Pin AddPin(Pin pin)
    {
        SongCheck.Check(pin);
        return Locked(() => Add(_pins, pin with { Id = NewNote(pin.SongId) }, static note => note.Id));
    }

    /// <inheritdoc />
    public IReadOnlyList<Pin> Pins() => Locked(() => _pins.Values.ToArray());

    /// <inheritdoc />
    public int ErasePins(long? id = null) => Locked(() => Erase(_pins, pin => id is null || pin.Id == id));

    /// <inheritdoc />
    public Feedback AddFeedback(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        Feedback plain = feedback with { Before = Plain(feedback.Before), After = Plain(feedback.After), Goal = Plain(feedback.Goal) };
        return Locked(() =>
        {
            Feedback note = feedback with { Id = NewNote(feedback.SongId) };
            Add(_feedback, plain with { Id = note.Id }, static stored => stored.Id);
            return note;
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<Feedback> Feedbacks() => Locked(() => _feedback.Values.ToArray());

    /// <inheritdoc />
    public int EraseFeedback(long? songId = null) => Locked(() => Erase(_feedback, note => songId is null || note.SongId == songId));

    /// <inheritdoc />
    public void Retag(Retagging retagging)
    {
        ArgumentNullException.ThrowIfNull(retagging);
        Locked(() =>
        {
            if (!_files.TryGetValue(retagging.FileId, out FileEntry? file))
            {
                return 0;
            }

            FileStamp stamp = retagging.Stamp;
            Put(file with { Stamp = file.Stamp with { Size = stamp.Size, Modified = stamp.Modified, Fingerprint = stamp.Fingerprint } });
            foreach ((long id, (long owner, SongPart part)) in _songs.Where(pair => pair.Value.File == file.Id).ToArray())
            {
                SongTags tags = part.Tags with { Mood = retagging.Tags.Mood, Tempo = retagging.Tags.Tempo, Key = retagging.Tags.Key };
                _songs[id] = (owner, part with { Tags = tags });
            }

            foreach (TagChange change in retagging.Noted)
            {
                Add(_changes, change with { Id = ++_last, FileId = file.Id }, static note => note.Id);
            }

            return Erase(_changes, change => retagging.Undone.Contains(change.Id));
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<TagChange> TagChanges() => Locked(() => _changes.Values.ToArray());

    /// <inheritdoc />
    public IReadOnlyList<LocalizedText> Check() => [];

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static Affect? Plain(Affect? mood) => mood is { } affect ? new Affect { Valence = affect.Valence, Arousal = affect.Arousal } : null;

    private static T Add<T>(SortedDictionary<long, T> notes, T note, Func<T, long> id)
    {
        notes.Add(id(note), note);
        return note;
    }

    private static int Erase<T>(SortedDictionary<long, T> notes, Func<T, bool> which)
    {
        long[] ids = [.. notes.Where(pair => which(pair.Value)).Select(pair => pair.Key)];
        Array.ForEach(ids, id => notes.Remove(id));
        return ids.Length;
    }

    private bool IsUsable(long file) => _files[file] is { Reason: null, IsGone: false };

    private long IdAt(string path) => _paths.TryGetValue(path, out long id) ? id : ++_last;

    private FileEntry Put(FileEntry file)
    {
        _files[file.Id] = file;
        _paths[file.Stamp.Path] = file.Id;
        return file;
    }

    private bool RemoveFile(long id)
    {
        if (!_files.Remove(id, out FileEntry? file))
        {
            return false;
        }

        _paths.Remove(file.Stamp.Path);
        foreach (long song in _songs.Where(pair => pair.Value.File == id).Select(pair => pair.Key).ToArray())
        {
            RemoveSong(song);
        }

        Erase(_changes, change => change.FileId == id);
        return true;
    }

    private void RemoveSong(long id)
    {
        _songs.Remove(id);
        Erase(_pins, pin => pin.SongId == id);
        Erase(_feedback, note => note.SongId == id);
    }

    private LibrarySong? Song(long id) => _songs.TryGetValue(id, out (long File, SongPart Part) song)
        ? new LibrarySong { Id = id, Path = _files[song.File].Stamp.Path, Start = song.Part.Start, Length = song.Part.Length, Tags = song.Part.Tags, Song = song.Part.Song }
        : null;

    private long NewNote(long songId) => _songs.ContainsKey(songId) ? ++_last : throw CatalogueErrors.NoSong(songId);

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
