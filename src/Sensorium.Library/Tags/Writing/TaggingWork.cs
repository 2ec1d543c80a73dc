using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>One file that gets other tags: gathers what is to change, makes the new file, and puts it into the old one's place.</summary>
internal sealed class TaggingWork : IDisposable
{
    private static readonly TagField[] Fields = [TagField.Mood, TagField.Tempo, TagField.Key];

    private readonly ICatalogue _catalogue;
    private readonly FileEntry _file;
    private readonly string _real;
    private readonly List<TagChange> _notes;
    private readonly bool _writes;
    private readonly TimeProvider _clock;
    private readonly string _fingerprint;
    private readonly FileStamp _stamp;
    private readonly TagBytes _bytes;
    private readonly ITagForm _form;
    private readonly SongTags _tags;
    private readonly List<FieldEdit> _edits = [];
    private readonly List<TagDifference> _differences = [];
    private readonly List<TagDifference> _kept = [];
    private readonly List<long> _undone = [];

    /// <summary>Opens the file.</summary>
    /// <param name="catalogue">The library.</param>
    /// <param name="file">The file as the library knows it.</param>
    /// <param name="real">Where it lies once links are followed.</param>
    /// <param name="notes">What was written into it before, by number.</param>
    /// <param name="writes">Whether anything may be written.</param>
    /// <param name="clock">Tells the time.</param>
    public TaggingWork(ICatalogue catalogue, FileEntry file, string real, List<TagChange> notes, bool writes, TimeProvider clock)
    {
        (_catalogue, _file, _real, _notes, _writes, _clock) = (catalogue, file, real, notes, writes, clock);
        _fingerprint = Fingerprint.Of(real);
        _stamp = StampOf(real, _fingerprint);
        _bytes = new TagBytes(real);
        try
        {
            _form = TagForms.Of(_bytes);
            _tags = Read(_bytes);
        }
        catch
        {
            _bytes.Dispose();
            throw;
        }

        IsKnown = ForgetInterrupted() || file.Stamp.Fingerprint == _fingerprint;
    }

    /// <summary>Whether the file's content is the one that was listened to.</summary>
    public bool IsKnown { get; }

    /// <summary>Asks for a text in a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="wanted">The text; null for nothing to say.</param>
    /// <param name="replaces">Whether to write over what others wrote.</param>
    public void Ask(TagField field, string? wanted, bool replaces)
    {
        string name = _form.NameOf(field);
        string? now = TextOf(_tags, field);
        if (wanted is null || wanted == now)
        {
            return;
        }

        bool isOurs = now is not null && _notes.LastOrDefault(note => note.Field == name)?.After == now;
        if (now is null || replaces || isOurs)
        {
            _edits.Add(FieldEdit.Write(field, wanted));
            _differences.Add(new TagDifference(name, now, wanted));
        }
        else
        {
            _kept.Add(new TagDifference(name, now, wanted));
        }
    }

    /// <summary>Takes back what was written, as far as nobody else wrote in between.</summary>
    /// <returns>Why it cannot be taken back; null where it can.</returns>
    public LocalizedText? TakeBack()
    {
        if (_notes.Count > 0 && (_notes[^1].Written != _fingerprint || _notes[^1].Form != _form.Name))
        {
            return TagWriteErrors.ChangedSinceWriting();
        }

        // From the last writing back to the first that followed on another.
        string state = _fingerprint;
        Dictionary<string, TagChange> first = [];
        foreach (IGrouping<string, TagChange> writing in _notes.GroupBy(note => note.Written).Reverse().TakeWhile(writing => writing.Key == state))
        {
            foreach (TagChange note in writing)
            {
                first[note.Field] = note;
                state = note.Former;
                _undone.Add(note.Id);
            }
        }

        foreach (TagField field in Fields)
        {
            if (first.TryGetValue(_form.NameOf(field), out TagChange? note))
            {
                _edits.Add(FieldEdit.Restore(field, Convert.FromBase64String(note.Raw)));
                _differences.Add(new TagDifference(note.Field, TextOf(_tags, field), note.Before));
            }
        }

        return null;
    }

    /// <summary>The outcome of a file that is left.</summary>
    public TagOutcome Leave(LocalizedText reason) => Outcome(TagState.Left, reason);

    /// <summary>Writes the file, where that is asked for and anything changes.</summary>
    /// <returns>What became of it.</returns>
    public TagOutcome Finish()
    {
        if (_edits.Count == 0)
        {
            return Outcome(TagState.Same, null);
        }

        TagRewrite rewrite = _form.Rewrite(_bytes, _edits);
        if ((File.GetAttributes(_real) & FileAttributes.ReadOnly) != 0)
        {
            return Leave(TagWriteErrors.WriteProtected());
        }

        return !_writes ? Outcome(TagState.Proposed, null) : Replace(rewrite) is { } reason ? Outcome(TagState.Failed, reason) : Outcome(TagState.Written, null);
    }

    /// <inheritdoc />
    public void Dispose() => _bytes.Dispose();

    private LocalizedText? Replace(TagRewrite rewrite)
    {
        using var batch = new OutputBatch();
        string part = batch.Reserve(_real);
        Write(rewrite, part);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, File.GetUnixFileMode(_real));
        }

        if (Check(part) is not { } tags)
        {
            return TagWriteErrors.CheckFailed();
        }

        _bytes.Dispose();
        if (StampOf(_real, _fingerprint) != _stamp)
        {
            return TagWriteErrors.ChangedSinceScan();
        }

        FileStamp stamp = StampOf(part, Fingerprint.Of(part));
        if (_undone.Count > 0)
        {
            // What stood there is known until the file has it again.
            batch.Commit();
            _catalogue.Retag(new Retagging { FileId = _file.Id, Stamp = stamp, Tags = tags, Undone = _undone });
            return null;
        }

        _catalogue.Retag(new Retagging { FileId = _file.Id, Stamp = stamp, Tags = tags, Noted = Notes(rewrite, stamp) });
        try
        {
            batch.Commit();
            return null;
        }
        catch (OutputFailedException)
        {
            IEnumerable<TagChange> noted = _catalogue.TagChanges().Where(note => note.FileId == _file.Id && note.Written == stamp.Fingerprint);
            _catalogue.Retag(new Retagging { FileId = _file.Id, Stamp = _stamp, Tags = _tags, Undone = [.. noted.Select(note => note.Id)] });
            throw;
        }
    }

    private void Write(TagRewrite rewrite, string part)
    {
        using var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        foreach (FilePiece piece in rewrite.Pieces)
        {
            file.Write(piece.Bytes.Span);
            for (long at = piece.At, end = piece.At + piece.Length; piece.At >= 0 && at < end;)
            {
                ReadOnlySpan<byte> block = _bytes.Take(at, (int)Math.Min(1 << 16, end - at));
                if (block.Length == 0)
                {
                    throw new IOException($"'{_real}' became shorter while it was read.");
                }

                file.Write(block);
                at += block.Length;
            }
        }
    }

    // Reads the new file as a stranger would: the same sound, the wanted fields, and every other tag as it was.
    private SongTags? Check(string part)
    {
        using var bytes = new TagBytes(part);
        ITagForm form = TagForms.Of(bytes);
        SongTags tags = Read(bytes);
        bool isWanted = _differences.All(difference => Fields.Any(field => form.NameOf(field) == difference.Field && TextOf(tags, field) == difference.After));
        SongTags same = tags with { Mood = _tags.Mood, Tempo = _tags.Tempo, Key = _tags.Key, Genres = _tags.Genres };
        return isWanted && same == _tags && tags.Genres.SequenceEqual(_tags.Genres) && TagHash.OfSound(form, bytes).AsSpan().SequenceEqual(TagHash.OfSound(_form, _bytes)) ? tags : null;
    }

    private TagChange[] Notes(TagRewrite rewrite, FileStamp stamp) =>
    [
        .. _edits.Zip(_differences, (edit, difference) => new TagChange
        {
            FileId = _file.Id,
            Field = difference.Field,
            Before = difference.Before,
            After = difference.After!,
            Time = _clock.GetUtcNow(),
            Form = _form.Name,
            Raw = Convert.ToBase64String(rewrite.Former[edit.Field]),
            Former = _fingerprint,
            Written = stamp.Fingerprint,
        }),
    ];

    // A process was killed between the note and the change of the file, or between its undoing and the note on that: notes on it go.
    private bool ForgetInterrupted()
    {
        int from = _notes.FindIndex(note => note.Former == _fingerprint);
        if (from < 0)
        {
            return false;
        }

        long[] gone = [.. _notes.Skip(from).Select(note => note.Id)];
        _notes.RemoveRange(from, _notes.Count - from);
        if (_writes)
        {
            _catalogue.Retag(new Retagging { FileId = _file.Id, Stamp = _stamp, Tags = _tags, Undone = gone });
        }

        return true;
    }

    private TagOutcome Outcome(TagState state, LocalizedText? reason) =>
        new() { Path = _file.Stamp.Path, State = state, Form = _form.Name, Differences = state is TagState.Left ? [] : _differences, Kept = _kept, Reason = reason };

    private FileStamp StampOf(string path, string fingerprint)
    {
        var info = new FileInfo(path);
        return _file.Stamp with { Size = info.Length, Modified = info.LastWriteTimeUtc, Fingerprint = fingerprint };
    }

    private static SongTags Read(TagBytes bytes)
    {
        var fields = new TagFields();
        TagReader.Read(bytes, fields);
        return fields.ToTags();
    }

    private static string? TextOf(SongTags tags, TagField field) => field switch
    {
        TagField.Mood => tags.Mood,
        TagField.Tempo => tags.Tempo?.ToString("0.###"),
        _ => tags.Key,
    };
}
