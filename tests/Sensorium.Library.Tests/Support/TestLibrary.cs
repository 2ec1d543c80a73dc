using Sensorium.Media;

namespace Sensorium.Library.Tests;

/// <summary>A folder with a catalogue of it.</summary>
internal sealed class TestLibrary : IDisposable
{
    // On a busy machine a decoder may take long to start.
    private static readonly SoundStreamLimits Patient = new() { MostWait = TimeSpan.FromMinutes(10) };

    private readonly TempFolder _folder = new();

    public TestLibrary()
    {
        Directory.CreateDirectory(Music);
        Catalogue = new MemoryCatalogue();
        Catalogue.AddRoot(new LibraryRoot(Music, DateTimeOffset.UnixEpoch));
    }

    public string Music => _folder["music"];

    public ICatalogue Catalogue { get; }

    public LevelPerceiver Perceiver { get; set; } = new();

    public string this[string name] => Path.Combine(Music, name);

    public string Write(string name, byte[] content) => _folder.Write(Path.Combine("music", name), content);

    public async Task<ScanReport> ScanAsync(ScanOptions? options = null, IProgress<ScanProgress>? progress = null, CancellationToken? token = null)
    {
        ScanReport report = await new LibraryScanner(Catalogue, new SongAnalyst(Perceiver, limits: Patient)).ScanAsync(options, progress, token ?? TestContext.Current.CancellationToken);
        Assert.Equal(report.Found, report.Analysed + report.Copied + report.Unchanged + report.Moved + report.Left + report.Skipped.Count);
        return report;
    }

    public long IdOf(string name) => Catalogue.LoadSongs().Single(song => song.Path == this[name]).Id;

    public void Dispose()
    {
        Catalogue.Dispose();
        _folder.Dispose();
    }
}
