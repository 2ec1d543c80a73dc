using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>The user's own collection: folders and music servers, songs, and what was heard in them. Everything lies in Sensorium's own folder.</summary>
/// <param name="home">Sensorium's own folder.</param>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
/// <param name="variable">Looks up an environment variable, where music servers and who asks them are named; null asks the process's own. Default null.</param>
public sealed class LibraryFlow(SensoriumHome home, TimeProvider? timeProvider = null, Func<string, string?>? variable = null)
{
    private const string Folder = "library";
    private const string Fetched = "fetched";
    private const string FileName = "catalogue.db";
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The catalogue's file; it need not exist.</summary>
    public string CataloguePath { get; } = Path.Combine(home.Path, Folder, FileName);

    /// <summary>Opens the catalogue; it is made when missing.</summary>
    /// <returns>The catalogue; to be disposed of.</returns>
    /// <exception cref="MalformedInputException">It is damaged.</exception>
    /// <exception cref="UnsupportedInputException">A newer version of the program wrote it.</exception>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    public SqliteCatalogue Open() => new(Path.Combine(home.CreateFolder(Folder), FileName));

    /// <summary>Adds a folder. One inside a folder of the library is in it already; folders of the library inside of it are taken up in it.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The folder of the library that holds it now, absolute.</returns>
    /// <exception cref="MalformedInputException">There is no such folder.</exception>
    public string Add(ICatalogue catalogue, string folder)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(path))
        {
            throw LibraryErrors.NoFolder(folder);
        }

        foreach (LibraryRoot root in catalogue.Roots())
        {
            if (LibraryPaths.IsAtOrBelow(path, root.Path))
            {
                return root.Path;
            }

            if (LibraryPaths.IsAtOrBelow(root.Path, path))
            {
                catalogue.RemoveRoot(root.Path);
            }
        }

        catalogue.AddRoot(new LibraryRoot(path, _timeProvider.GetUtcNow()));
        return path;
    }

    /// <summary>Adds a music server, once it has answered who asks.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="address">Its address; null takes the environment's.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <returns>Its address as the library keeps it, without any secret.</returns>
    /// <exception cref="MalformedInputException">The address is none, or name and password are missing.</exception>
    /// <exception cref="UnsupportedInputException">No server is named, or the environment names another one.</exception>
    /// <exception cref="PlayerFailedException">It cannot be reached, or refuses.</exception>
    public async Task<string> AddServerAsync(ICatalogue catalogue, string? address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        using var client = new SubsonicClient(SubsonicSettings.ForLibrary(variable, address), _timeProvider);
        await client.PingAsync(cancellationToken);
        catalogue.AddRoot(new LibraryRoot(client.Address, _timeProvider.GetUtcNow()));
        return client.Address;
    }

    /// <summary>Opens a music server of the library.</summary>
    /// <param name="address">Its address.</param>
    /// <returns>The server; to be disposed of.</returns>
    /// <exception cref="SensoriumException">It is not the one that the environment names, or who asks is not told.</exception>
    public ISongServer OpenServer(string address) => new SubsonicLibrary(
        SubsonicSettings.ForLibrary(variable, address), new FetchFolder(Path.Combine(home.CreateFolder(Folder), Fetched)), timeProvider: _timeProvider);

    /// <summary>Scans the folders and servers of the library; see <see cref="LibraryScanner"/>.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="perceiver">Hears how songs feel.</param>
    /// <param name="options">How to go about it; null for the defaults.</param>
    /// <param name="progress">Told how far it has come. Default null.</param>
    /// <param name="cancellationToken">Stops the scan; what is done stays.</param>
    /// <returns>What was found and done.</returns>
    /// <exception cref="OutputFailedException">Another scan is at work.</exception>
    public async Task<ScanReport> ScanAsync(
        SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions? options = null, IProgress<ScanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        using ScanLock held = ScanLock.Take(catalogue.Path);
        FetchFolder.Tidy(Path.Combine(home.Path, Folder, Fetched));
        var analyst = new SongAnalyst(perceiver, timeProvider: _timeProvider);
        return await new LibraryScanner(catalogue, analyst, _timeProvider, OpenServer).ScanAsync(options, progress, cancellationToken);
    }

    /// <summary>Scans now, and again whenever the folders change, until it is stopped. Servers tell of no changes: they are scanned once, at the beginning.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="perceiver">Hears how songs feel.</param>
    /// <param name="options">How to go about it; null for the defaults.</param>
    /// <param name="scanned">Told of each scan.</param>
    /// <param name="watcher">Tells when folders change; null for one with the defaults.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>When it was ended.</returns>
    public Task WatchAsync(
        SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions? options, Action<ScanReport> scanned, LibraryWatcher? watcher = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(scanned);
        ScanOptions next = options ?? new ScanOptions();
        return (watcher ?? new LibraryWatcher(_timeProvider)).WatchAsync(
            [.. catalogue.Roots().Select(root => root.Path).Where(root => !ServerPlace.IsOnServer(root))],
            async token =>
            {
                ScanOptions now = next;
                next = next with { Servers = false };
                scanned(await ScanAsync(catalogue, perceiver, now, null, token));
            },
            cancellationToken);
    }

    /// <summary>Tells what the library holds.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <returns>Counts and folders.</returns>
    public static LibraryStatus Status(ICatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        int songs = 0;
        TimeSpan length = TimeSpan.Zero;
        foreach (LibrarySong song in catalogue.LoadSongs())
        {
            songs++;
            length += song.Length;
        }

        IReadOnlyList<FileEntry> files = catalogue.Files();
        return new LibraryStatus
        {
            Roots = catalogue.Roots(),
            Files = files.Count,
            Songs = songs,
            Length = length,
            Gone = files.Count(file => file.IsGone),
            Unfit = [.. files.Where(file => file is { Reason: not null and not SkipReason.InFolder, IsGone: false }).Select(file => new SkippedFile(file.Stamp.Path, file.Reason!.Value, file.Detail))],
        };
    }

    /// <summary>Forgets a file, or a folder or a server with all that is below it, with pins and feedback; nothing on the disk is touched.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="path">The file, folder, server or song of a server; it need not exist any more.</param>
    /// <returns>How many files were forgotten; folders and servers of the library count too.</returns>
    public static int Forget(ICatalogue catalogue, string path)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        string full = LibraryPaths.Full(path);
        int roots = catalogue.Roots().Where(root => LibraryPaths.IsAtOrBelow(root.Path, full)).Count(root => catalogue.RemoveRoot(root.Path));
        return roots + catalogue.Forget([.. catalogue.Files().Where(file => LibraryPaths.IsAtOrBelow(file.Stamp.Path, full)).Select(file => file.Id)]);
    }

    /// <summary>Forgets every file that is gone, with pins and feedback.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <returns>How many were forgotten.</returns>
    public static int ForgetGone(ICatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Forget([.. catalogue.Files().Where(file => file.IsGone).Select(file => file.Id)]);
    }
}
