using Dapper;
using Microsoft.Data.Sqlite;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>
/// The catalogue as an SQLite file. Changes are whole or not at all and survive the end of the process at any moment (write-ahead log); readers
/// never wait. Several processes may have it open: changes wait up to ten seconds for each other.
/// </summary>
public sealed class SqliteCatalogue : ICatalogue
{
    private const string FileColumns = "id, path, size, modified, fingerprint, cue, version, reason, detail_en AS detailEnglish, detail_ko AS detailKorean, gone";

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    /// <summary>Opens a catalogue; the file and its folder are made when missing.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MalformedInputException">The file is damaged.</exception>
    /// <exception cref="UnsupportedInputException">A newer version of the program wrote it.</exception>
    /// <exception cref="OutputFailedException">It cannot be written, or another process holds it for too long.</exception>
    public SqliteCatalogue(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        _connection = CatalogueDatabase.Open(Path);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public IReadOnlyList<LibraryRoot> Roots() =>
        Read(c => c.Query<RootRow>("SELECT path, added FROM roots ORDER BY path").Select(row => new LibraryRoot(row.Path, Time(row.Added))).ToArray());

    /// <inheritdoc />
    public void AddRoot(LibraryRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Change((c, t) => c.Execute("INSERT INTO roots (path, added) VALUES (@Path, @added) ON CONFLICT DO NOTHING", new { root.Path, added = root.Added.UtcTicks }, t));
    }

    /// <inheritdoc />
    public bool RemoveRoot(string path) => Change((c, t) => c.Execute("DELETE FROM roots WHERE path = @path", new { path }, t)) > 0;

    /// <inheritdoc />
    public IReadOnlyList<FileEntry> Files() => Read(c => c.Query<FileRow>($"SELECT {FileColumns} FROM files ORDER BY id").Select(Entry).ToArray());

    /// <inheritdoc />
    public FileEntry? FindFile(string path) => Read(c => Find(c, null, path));

    /// <inheritdoc />
    public IReadOnlyList<FileEntry> FilesLike(string fingerprint) =>
        Read(c => c.Query<FileRow>($"SELECT {FileColumns} FROM files WHERE fingerprint = @fingerprint ORDER BY id", new { fingerprint }).Select(Entry).ToArray());

    /// <inheritdoc />
    public FileEntry Store(FileStamp stamp, IReadOnlyList<SongPart> songs)
    {
        SongCheck.Check(stamp, songs);
        return Change((c, t) =>
        {
            long file = StoreFile(c, t, stamp, songs[0].Song.Version, null, null);
            SongTable.Replace(c, t, file, songs);
            return Find(c, t, stamp.Path)!;
        });
    }

    /// <inheritdoc />
    public FileEntry StoreSkip(FileStamp stamp, SkipReason reason, LocalizedText? detail)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return Change((c, t) =>
        {
            StoreFile(c, t, stamp, 0, SkipReasons.Id(reason), detail);
            return Find(c, t, stamp.Path)!;
        });
    }

    /// <inheritdoc />
    public void Move(IReadOnlyList<FileMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        Change((c, t) =>
        {
            // First out of the way, so that files may change places; no path holds a zero character.
            foreach (FileMove move in moves)
            {
                c.Execute("UPDATE files SET path = @way WHERE id = @FileId", new { move.FileId, way = $"\0{move.FileId}" }, t);
            }

            foreach (FileMove move in moves)
            {
                FileStamp to = move.Stamp;
                c.Execute("DELETE FROM files WHERE path = @Path", new { to.Path }, t);
                c.Execute(
                    "UPDATE files SET path = @Path, size = @Size, modified = @modified, fingerprint = @Fingerprint, cue = @Cue, gone = 0 WHERE id = @FileId",
                    new { move.FileId, to.Path, to.Size, modified = to.Modified.Ticks, to.Fingerprint, to.Cue },
                    t);
            }

            return 0;
        });
    }

    /// <inheritdoc />
    public void MarkGone(IReadOnlyCollection<long> fileIds, bool gone)
    {
        ArgumentNullException.ThrowIfNull(fileIds);
        Change((c, t) => c.Execute("UPDATE files SET gone = @gone WHERE id = @id", fileIds.Select(id => new { id, gone = gone ? 1 : 0 }), t));
    }

    /// <inheritdoc />
    public int Forget(IReadOnlyCollection<long> fileIds)
    {
        ArgumentNullException.ThrowIfNull(fileIds);
        return Change((c, t) => c.Execute("DELETE FROM files WHERE id = @id", fileIds.Select(id => new { id }), t));
    }

    /// <inheritdoc />
    public int CountSongs() => Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM songs s JOIN files f ON f.id = s.file WHERE f.reason IS NULL AND f.gone = 0"));

    /// <inheritdoc />
    public IEnumerable<LibrarySong> LoadSongs(bool whole = false)
    {
        using SqliteConnection reader = CatalogueDatabase.OpenReader(Path);
        foreach (LibrarySong song in SongTable.Load(reader, whole))
        {
            yield return song;
        }
    }

    /// <inheritdoc />
    public LibrarySong? FindSong(long id) => Read(c => SongTable.Find(c, id));

    /// <inheritdoc />
    public IReadOnlyList<SongPart> SongsOf(long fileId) => Read(c => SongTable.Of(c, fileId));

    /// <inheritdoc />
    public Pin AddPin(Pin pin)
    {
        SongCheck.Check(pin);
        return Change((c, t) => pin with { Id = NoteTable.Add(c, t, pin) });
    }

    /// <inheritdoc />
    public IReadOnlyList<Pin> Pins() => Read(NoteTable.Pins);

    /// <inheritdoc />
    public int ErasePins(long? id = null) => Change((c, t) => c.Execute("DELETE FROM pins WHERE @id IS NULL OR id = @id", new { id }, t));

    /// <inheritdoc />
    public Feedback AddFeedback(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return Change((c, t) => feedback with { Id = NoteTable.Add(c, t, feedback) });
    }

    /// <inheritdoc />
    public IReadOnlyList<Feedback> Feedbacks() => Read(NoteTable.Feedbacks);

    /// <inheritdoc />
    public int EraseFeedback(long? songId = null) => Change((c, t) => c.Execute("DELETE FROM feedback WHERE @songId IS NULL OR song = @songId", new { songId }, t));

    /// <inheritdoc />
    public void Retag(Retagging retagging)
    {
        ArgumentNullException.ThrowIfNull(retagging);
        FileStamp stamp = retagging.Stamp;

        // A file is changed next, and what stood in it must outlive even a power cut.
        Durably((c, t) =>
        {
            int known = c.Execute(
                "UPDATE files SET size = @Size, modified = @modified, fingerprint = @Fingerprint WHERE id = @FileId",
                new { retagging.FileId, stamp.Size, modified = stamp.Modified.Ticks, stamp.Fingerprint },
                t);
            if (known > 0)
            {
                SongTags tags = retagging.Tags;
                c.Execute("UPDATE songs SET mood = @Mood, written_tempo = @Tempo, written_key = @Key WHERE file = @FileId", new { retagging.FileId, tags.Mood, tags.Tempo, tags.Key }, t);
                NoteTable.Add(c, t, retagging.Noted);
                c.Execute("DELETE FROM tag_changes WHERE id = @id", retagging.Undone.Select(id => new { id }), t);
            }

            return known;
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<TagChange> TagChanges() => Read(NoteTable.TagChanges);

    /// <inheritdoc />
    public IReadOnlyList<LocalizedText> Check()
    {
        List<LocalizedText> faults = [];
        try
        {
            faults.AddRange(Read(c => c.Query<string>("PRAGMA integrity_check").Where(line => line != "ok").Select(CatalogueErrors.Fault).ToArray()));
            faults.AddRange(Read(c => c.Query<string>("SELECT \"table\" || ' row ' || coalesce(rowid, 0) || ' refers to a missing row' FROM pragma_foreign_key_check").Select(CatalogueErrors.Fault).ToArray()));
            foreach (long id in Read(c => c.Query<long>("SELECT id FROM songs").ToArray()))
            {
                CheckSong(id, faults);
            }
        }
        catch (MalformedInputException error)
        {
            faults.Add(error.Text);
        }

        return faults;
    }

    /// <summary>Writes a copy that can be used as a catalogue itself, while this one stays in use.</summary>
    /// <param name="path">The file; an existing one is replaced once the copy is whole.</param>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    public void Backup(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Read(c =>
        {
            CatalogueDatabase.Copy(c, path);
            return 0;
        });
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static FileEntry? Find(SqliteConnection connection, SqliteTransaction? transaction, string path) =>
        connection.QuerySingleOrDefault<FileRow>($"SELECT {FileColumns} FROM files WHERE path = @path", new { path }, transaction) is { } row ? Entry(row) : null;

    private static long StoreFile(SqliteConnection connection, SqliteTransaction transaction, FileStamp stamp, int version, string? reason, LocalizedText? detail) => connection.ExecuteScalar<long>(
        """
        INSERT INTO files (path, size, modified, fingerprint, cue, version, reason, detail_en, detail_ko)
        VALUES (@Path, @Size, @modified, @Fingerprint, @Cue, @version, @reason, @english, @korean)
        ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified, fingerprint = excluded.fingerprint, cue = excluded.cue,
            version = excluded.version, reason = excluded.reason, detail_en = excluded.detail_en, detail_ko = excluded.detail_ko, gone = 0
        RETURNING id
        """,
        new { stamp.Path, stamp.Size, modified = stamp.Modified.Ticks, stamp.Fingerprint, stamp.Cue, version, reason, english = detail?.English, korean = detail?.Korean },
        transaction);

    private static FileEntry Entry(FileRow row) => new()
    {
        Id = row.Id,
        Stamp = new FileStamp { Path = row.Path, Size = row.Size, Modified = new DateTime(row.Modified, DateTimeKind.Utc), Fingerprint = row.Fingerprint, Cue = row.Cue },
        Version = row.Version,
        Reason = row.Reason is { } reason ? SkipReasons.Of(reason) : null,
        Detail = row.DetailEnglish is { } english ? new LocalizedText(english, row.DetailKorean ?? english) : null,
        IsGone = row.Gone != 0,
    };

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private void CheckSong(long id, List<LocalizedText> faults)
    {
        try
        {
            if (FindSong(id) is { } song && song.Song.Vector.Length != SongReading.VectorLength)
            {
                faults.Add(CatalogueErrors.BadSong(id));
            }
        }
        catch (Exception error) when (error is ArgumentException or FormatException or System.Text.Json.JsonException or InvalidCastException)
        {
            faults.Add(CatalogueErrors.BadSong(id));
        }
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_lock)
        {
            try
            {
                return read(_connection);
            }
            catch (SqliteException error)
            {
                throw CatalogueDatabase.Explain(Path, error);
            }
        }
    }

    private T Change<T>(Func<SqliteConnection, SqliteTransaction, T> change) => Read(connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        T result = change(connection, transaction);
        transaction.Commit();
        return result;
    });

    private T Durably<T>(Func<SqliteConnection, SqliteTransaction, T> change)
    {
        Read(connection => connection.Execute("PRAGMA synchronous = FULL"));
        try
        {
            return Change(change);
        }
        finally
        {
            Read(connection => connection.Execute("PRAGMA synchronous = NORMAL"));
        }
    }

    private sealed class RootRow
    {
        public required string Path { get; init; }

        public long Added { get; init; }
    }

    private sealed class FileRow
    {
        public long Id { get; init; }

        public required string Path { get; init; }

        public long Size { get; init; }

        public long Modified { get; init; }

        public required string Fingerprint { get; init; }

        public string? Cue { get; init; }

        public int Version { get; init; }

        public string? Reason { get; init; }

        public string? DetailEnglish { get; init; }

        public string? DetailKorean { get; init; }

        public long Gone { get; init; }
    }
}
