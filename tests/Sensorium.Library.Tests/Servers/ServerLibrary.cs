using Sensorium.Media;

namespace Sensorium.Library.Tests;

/// <summary>A catalogue in a file with a real server as its root, and a folder beside it.</summary>
internal sealed class ServerLibrary : IDisposable
{
    // On a busy machine a decoder may take long to start.
    private static readonly SoundStreamLimits Patient = new() { MostWait = TimeSpan.FromMinutes(10) };

    private readonly TempFolder _folder = new();

    public ServerLibrary(SupysonicServer server)
    {
        Settings = server.Settings;
        Address = ServerPlace.AddressOf(Settings.Url);
        Catalogue = new SqliteCatalogue(_folder["catalogue.db"]);
        Catalogue.AddRoot(new LibraryRoot(Address, DateTimeOffset.UnixEpoch));
    }

    public SubsonicSettings Settings { get; set; }

    public string Address { get; }

    public SqliteCatalogue Catalogue { get; }

    public LevelPerceiver Perceiver { get; set; } = new();

    public string Music => _folder["music"];

    public string Fetched => _folder["fetched"];

    public string this[string name] => _folder[name];

    /// <summary>Makes the folder a root, too.</summary>
    public void AddFolder()
    {
        Directory.CreateDirectory(Music);
        Catalogue.AddRoot(new LibraryRoot(Music, DateTimeOffset.UnixEpoch));
    }

    public async Task<ScanReport> ScanAsync(ScanOptions? options = null, CancellationToken? token = null, IProgress<ScanProgress>? progress = null)
    {
        var scanner = new LibraryScanner(Catalogue, new SongAnalyst(Perceiver, limits: Patient), servers: _ => new SubsonicLibrary(Settings, new FetchFolder(Fetched)));
        ScanReport report = await scanner.ScanAsync(options, progress, token ?? TestContext.Current.CancellationToken);
        Assert.Equal(report.Found, report.Analysed + report.Copied + report.Unchanged + report.Moved + report.Left + report.Skipped.Count);
        Assert.Empty(Directory.Exists(Fetched) ? Directory.GetFiles(Fetched) : []);
        return report;
    }

    public LibrarySong Song(string title) => Catalogue.LoadSongs().Single(song => song.Title == title);

    /// <summary>All that lies in the catalogue's files, as text.</summary>
    public string Stored()
    {
        Catalogue.Backup(_folder["copy.db"]);
        return string.Concat(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(Music, StringComparison.Ordinal)).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
            return $"{file}\n{reader.ReadToEnd()}\n";
        }));
    }

    public void Dispose()
    {
        Catalogue.Dispose();
        _folder.Dispose();
    }
}
