namespace Sensorium.Library;

/// <summary>
/// All that the library knows: folders, files, songs, and what listeners told about them. Safe to use from several threads; each change is
/// whole or not at all, and stays after a crash. Paths are compared letter by letter.
/// </summary>
public interface ICatalogue : IDisposable
{
    /// <summary>The folders of the library, by path.</summary>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<LibraryRoot> Roots();

    /// <summary>Adds a folder; one that is there already stays as it is.</summary>
    /// <param name="root">The folder.</param>
    void AddRoot(LibraryRoot root);

    /// <summary>Takes a folder out; its files stay until they are forgotten.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>Whether it was there.</returns>
    bool RemoveRoot(string path);

    /// <summary>Every file, those that are unfit or gone as well, by number.</summary>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<FileEntry> Files();

    /// <summary>The file at a path.</summary>
    /// <param name="path">The path, absolute.</param>
    /// <returns>The file; null where the catalogue has none.</returns>
    FileEntry? FindFile(string path);

    /// <summary>Files with the same content, by number.</summary>
    /// <param name="fingerprint">Their fingerprint.</param>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<FileEntry> FilesLike(string fingerprint);

    /// <summary>Stores what was found in a file. Songs of the same file and track keep their number; others of the file are removed. Storing twice is storing once.</summary>
    /// <param name="stamp">How the file is.</param>
    /// <param name="songs">Its songs, one for each track, at least one, all of one version.</param>
    /// <returns>The file.</returns>
    FileEntry Store(FileStamp stamp, IReadOnlyList<SongPart> songs);

    /// <summary>Stores that a file is unfit. Songs that it had are hidden, not removed: they come back when it is whole again.</summary>
    /// <param name="stamp">How the file is.</param>
    /// <param name="reason">Why.</param>
    /// <param name="detail">What was wrong, in a sentence; null where the reason says it all.</param>
    /// <returns>The file.</returns>
    FileEntry StoreSkip(FileStamp stamp, SkipReason reason, LocalizedText? detail);

    /// <summary>Gives files new places, all at once: two may change places. What else was at those places is taken as gone and forgotten.</summary>
    /// <param name="moves">Each file at most once.</param>
    void Move(IReadOnlyList<FileMove> moves);

    /// <summary>Marks files as gone or as there again.</summary>
    /// <param name="fileIds">The files.</param>
    /// <param name="gone">Whether they are gone.</param>
    void MarkGone(IReadOnlyCollection<long> fileIds, bool gone);

    /// <summary>Removes files with their songs, pins, feedback and notes on tags, for good.</summary>
    /// <param name="fileIds">The files; unknown ones are passed over.</param>
    /// <returns>How many were removed.</returns>
    int Forget(IReadOnlyCollection<long> fileIds);

    /// <summary>How many songs can be used.</summary>
    /// <returns>At least 0.</returns>
    int CountSongs();

    /// <summary>Songs that can be used, by number, one after the other.</summary>
    /// <param name="whole">With curve, sections and evidence; without them 100,000 songs come in about a second. Default false.</param>
    /// <returns>A stream; what changes meanwhile is not seen.</returns>
    IEnumerable<LibrarySong> LoadSongs(bool whole = false);

    /// <summary>A song with all that is known of it, whether its file is there or not.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The song; null where there is none.</returns>
    LibrarySong? FindSong(long id);

    /// <summary>The songs of a file, by track, with all that is known of them.</summary>
    /// <param name="fileId">The file's number.</param>
    /// <returns>Empty where it has none.</returns>
    IReadOnlyList<SongPart> SongsOf(long fileId);

    /// <summary>Stores a pin.</summary>
    /// <param name="pin">The pin; its number is passed over.</param>
    /// <returns>The pin with its number.</returns>
    /// <exception cref="MalformedInputException">There is no such song.</exception>
    Pin AddPin(Pin pin);

    /// <summary>Every pin, by number.</summary>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<Pin> Pins();

    /// <summary>Erases pins.</summary>
    /// <param name="id">The pin; null erases all.</param>
    /// <returns>How many were erased.</returns>
    int ErasePins(long? id = null);

    /// <summary>Stores what a listener told.</summary>
    /// <param name="feedback">The note; its number is passed over.</param>
    /// <returns>The note with its number.</returns>
    /// <exception cref="MalformedInputException">There is no such song.</exception>
    Feedback AddFeedback(Feedback feedback);

    /// <summary>Everything that listeners told, by number.</summary>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<Feedback> Feedbacks();

    /// <summary>Erases what listeners told.</summary>
    /// <param name="songId">The song; null erases all.</param>
    /// <returns>How many notes were erased.</returns>
    int EraseFeedback(long? songId = null);

    /// <summary>
    /// Notes that a file gets other tags: how it is then, what its songs say then, and what changed, all or nothing. Called before the file itself is
    /// replaced, so that what stood in it is never lost.
    /// </summary>
    /// <param name="retagging">All of it; a file that is not known is passed over.</param>
    void Retag(Retagging retagging);

    /// <summary>Every change of a tag that was not undone, by number.</summary>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<TagChange> TagChanges();

    /// <summary>Looks whether all is whole.</summary>
    /// <returns>A sentence for each fault; empty where all is well.</returns>
    IReadOnlyList<LocalizedText> Check();
}
