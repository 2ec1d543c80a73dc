using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>Scans of a real Supysonic.</summary>
public sealed class ServerScanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scan_AServer_FetchesEachSongOnceAndKeepsNoSecret()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);

        ScanReport first = await library.ScanAsync();
        int fetched = server.Fetches;
        ScanReport second = await library.ScanAsync();

        Assert.Equal((3, 3, 0), (first.Found, first.Analysed, first.Skipped.Count));
        Assert.Equal((3, 3, 0), (second.Found, second.Unchanged, second.Analysed));
        Assert.Equal((3, 3, 3), (fetched, server.Fetches, library.Perceiver.Begun));
        LibrarySong song = library.Song("한글 노래");
        Assert.Equal(("Ann", "First"), (song.Tags.Artist, song.Tags.Album));
        Assert.InRange(song.Length.TotalSeconds, 1.9, 2.2);
        ServerPlace place = song.Server!.Value;
        Assert.Equal((library.Address, song.Path), (place.Server, place.Path));
        Assert.Equal("1", await server.QueryAsync("select count(*) from track where lower(hex(id)) = '" + place.SongId.Replace("-", string.Empty, StringComparison.Ordinal) + "'"));
        string stored = library.Stored();
        Assert.Contains(place.Path, stored, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(library.Catalogue.Check());
    }

    [Fact]
    public async Task Scan_ChangedRemovedAddedAndRetold_FollowsTheServer()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);
        await library.ScanAsync();
        long two = library.Song("Two").Id, three = library.Song("Three (feat. Ann)").Id;
        File.Delete(server.PathOf("Ann/First/01 한글.mp3"));
        await PlayerTool.ToneAsync(server.PathOf("Ann/First/02.mp3"), 5, "Two", "Ann", "First", "volume=0.5");
        await PlayerTool.ToneAsync(server.PathOf("Cat/New/01.mp3"), 1, "Four", "Cat", "New", "volume=0.25");
        File.SetLastWriteTimeUtc(server.PathOf("Ann/First/02.mp3"), File.GetLastWriteTimeUtc(server.PathOf("Ann/First/02.mp3")).AddMinutes(1));
        await server.LookAsync();
        await server.QueryAsync("update track set title = 'Drei' where title like 'Three%'", writes: true);

        ScanReport report = await library.ScanAsync();

        Assert.Equal((3, 2, 1, 1), (report.Found, report.Analysed, report.Unchanged, report.Gone));
        Assert.Equal(5, server.Fetches);
        Assert.Equal(["Drei", "Four", "Two"], library.Catalogue.LoadSongs().Select(song => song.Title).Order(StringComparer.Ordinal));
        Assert.Equal((two, three), (library.Song("Two").Id, library.Song("Drei").Id));
        Assert.InRange(library.Song("Two").Length.TotalSeconds, 4.9, 5.2);
        Assert.Equal((3, 0), (await library.ScanAsync() is var again ? again.Unchanged : 0, again.Gone));
        Assert.Equal(5, server.Fetches);
    }

    [Fact]
    public async Task Scan_MovedOnTheServer_KeepsTheNumber()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);
        await library.ScanAsync();
        LibrarySong before = library.Song("Two");
        Directory.CreateDirectory(Path.GetDirectoryName(server.PathOf("Else/02.mp3"))!);
        File.Move(server.PathOf("Ann/First/02.mp3"), server.PathOf("Else/02.mp3"));
        await server.LookAsync();

        ScanReport report = await library.ScanAsync();

        Assert.NotEqual(before.Path, library.Song("Two").Path);
        Assert.Equal((before.Id, 1, 0, 3), (library.Song("Two").Id, report.Moved, report.Gone, library.Perceiver.Begun));
    }

    [Fact]
    public async Task Scan_Cancelled_GoesOnWhereItStopped()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);
        using var stop = new CancellationTokenSource();
        library.Perceiver = new LevelPerceiver { OnListen = number => { if (number == 2) { stop.Cancel(); } } };
        Directory.CreateDirectory(library.Fetched);
        File.WriteAllText(Path.Combine(library.Fetched, "left by another"), "sound");

        ScanReport stopped = await library.ScanAsync(new ScanOptions { Workers = 1 }, stop.Token);
        ScanReport rest = await library.ScanAsync();

        Assert.Equal((1, 2), (stopped.Analysed, stopped.Left));
        Assert.Equal((1, 2, 0), (rest.Unchanged, rest.Analysed, rest.Left));
    }

    [Fact]
    public async Task Scan_KilledAtAnyMoment_GoesOnAndLeavesNothingBehind()
    {
        const int Songs = 40;
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        for (int i = 3; i < Songs; i++)
        {
            string path = server.PathOf($"Many/Album/{i}.wav");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Sounds.Tone(200 + i, 0.1));
        }

        await server.LookAsync();
        using var library = new ServerLibrary(server);
        ServerScanChild.Describe(library[""], server.Settings);

        int midway = await TestChild.KillAsync(() => Start(library[""]), () => library.Catalogue.Files().Count, 2, Songs, new Pcg32(5));
        ScanReport rest = await library.ScanAsync();

        Assert.True(midway > 0, "No kill found the scan at work.");
        Assert.Equal((Songs, 0), (rest.Found, rest.Skipped.Count));
        Assert.InRange(rest.Unchanged, 1, Songs - 1);
        Assert.Equal(Songs, library.Catalogue.CountSongs());
        Assert.Empty(library.Catalogue.Check());
    }

    [Fact]
    public async Task Scan_AServerThatIsDownOrRefuses_KeepsItsSongsAndScansTheRest()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);
        await library.ScanAsync();
        library.AddFolder();
        File.WriteAllBytes(Path.Combine(library.Music, "here.wav"), Sounds.Tone(440));
        library.Settings = server.Settings with { Password = "not this" };

        ScanReport refused = await library.ScanAsync();
        library.Settings = server.Settings;
        await server.GoDownAsync();
        ScanReport down = await library.ScanAsync();
        await server.ComeBackAsync();
        ScanReport back = await library.ScanAsync();

        Assert.Equal((1, 1, 0), (refused.Found, refused.Analysed, refused.Gone));
        MissingServer missing = Assert.Single(refused.MissingServers);
        Assert.Equal(library.Address, missing.Address);
        Assert.Contains("name or password is wrong", missing.Reason.English, StringComparison.Ordinal);
        Assert.DoesNotContain("not this", missing.Reason.English, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", Assert.Single(down.MissingServers).Reason.English, StringComparison.Ordinal);
        Assert.Equal((1, 0), (down.Unchanged, down.Gone));
        Assert.Equal((4, 4, 0), (back.Found, back.Unchanged, back.MissingServers.Count));
        Assert.Equal((4, 3), (library.Catalogue.CountSongs(), server.Fetches));
    }

    [Fact]
    public async Task Scan_TheSameBytesInAFolder_ComeOnceAndAreHeardOnce()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var library = new ServerLibrary(server);
        library.AddFolder();
        string file = Path.Combine(library.Music, "mine.mp3");
        File.Copy(server.PathOf("Ann/First/02.mp3"), file);

        ScanReport report = await library.ScanAsync();
        long id = library.Song("Two").Id;

        Assert.Equal((4, 3), (report.Found, report.Analysed));
        Assert.Equal([(SkipReason.InFolder, 1)], report.SkippedByReason());
        Assert.Equal(file, library.Song("Two").Path);
        Assert.Equal((3, 3), (library.Perceiver.Begun, server.Fetches));
        Assert.Equal((3, 1), (await library.ScanAsync() is var again ? again.Unchanged : 0, again.Skipped.Count));

        // Without the file the server's song stands for it, and after that the file again; nobody listens, and the number stays.
        byte[] bytes = File.ReadAllBytes(file);
        File.Delete(file);
        ScanReport gone = await library.ScanAsync();
        Assert.Equal((2, 1, 0, 0), (gone.Unchanged, gone.Moved, gone.Gone, gone.Skipped.Count));
        Assert.Equal((id, library.Address), (library.Song("Two").Id, library.Song("Two").Server?.Server));
        File.WriteAllBytes(file, bytes);
        ScanReport back = await library.ScanAsync();
        Assert.Equal((3, 1), (back.Unchanged, back.Copied));
        Assert.Equal((id, file), (library.Song("Two").Id, library.Song("Two").Path));
        Assert.Equal((2, 1), (await library.ScanAsync() is var last ? last.Unchanged - 1 : 0, last.Skipped.Count));
        Assert.Equal((3, 3), (library.Perceiver.Begun, server.Fetches));
        Assert.Equal(3, library.Catalogue.CountSongs());
    }

    [Fact]
    public async Task Scan_AServerThatDiesMeanwhile_IsGivenUpAndLeftForTheNextScan()
    {
        using var folder = new TempFolder();
        using var catalogue = new MemoryCatalogue();
        catalogue.AddRoot(new LibraryRoot("https://music.example.org", DateTimeOffset.UnixEpoch));
        var dying = new DyingServer(folder["fetched"], songs: 20, lives: 5);

        ScanReport report = await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver()), servers: _ => dying).ScanAsync(new ScanOptions { Workers = 1 }, cancellationToken: Stop);

        Assert.Equal((20, 5, 13), (report.Found, report.Analysed, report.Left));
        Assert.Equal([(SkipReason.NotFetched, 2)], report.SkippedByReason());
        Assert.Contains("silent", Assert.Single(report.MissingServers).Reason.English, StringComparison.Ordinal);
        Assert.Equal(0, report.Gone);
        Assert.True(dying.IsDisposed);
    }

    [Fact]
    public async Task Scan_WithoutServersOrWithNoneConfigured_LeavesTheirSongsAsTheyAre()
    {
        using var folder = new TempFolder();
        using var catalogue = new MemoryCatalogue();
        catalogue.AddRoot(new LibraryRoot("https://music.example.org", DateTimeOffset.UnixEpoch));
        var server = new DyingServer(folder["fetched"], songs: 2, lives: 2);
        await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver()), servers: _ => server).ScanAsync(cancellationToken: Stop);

        ScanReport without = await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver()), servers: _ => throw new InvalidOperationException()).ScanAsync(new ScanOptions { Servers = false }, cancellationToken: Stop);
        ScanReport unknown = await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver())).ScanAsync(cancellationToken: Stop);

        Assert.Equal((0, 0, 0), (without.Found, without.Gone, without.MissingServers.Count));
        Assert.Equal((0, 0), (unknown.Found, unknown.Gone));
        Assert.Contains("A music server is needed", Assert.Single(unknown.MissingServers).Reason.English, StringComparison.Ordinal);
        Assert.Equal(2, catalogue.CountSongs());
    }

    [Fact]
    public async Task Scan_AFileThatComesBackAsItWas_StandsForTheServersSongAgain()
    {
        using var folder = new TempFolder();
        using var catalogue = new MemoryCatalogue();
        catalogue.AddRoot(new LibraryRoot("https://music.example.org", DateTimeOffset.UnixEpoch));
        catalogue.AddRoot(new LibraryRoot(folder["music"], DateTimeOffset.UnixEpoch));
        string[] files = [folder.Write("music/a.wav", Sounds.Tone(DyingServer.ToneOf("0"))), folder.Write("music/b.wav", Sounds.Tone(DyingServer.ToneOf("0")))];
        Array.ForEach(files, file => File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch));
        var server = new DyingServer(folder["fetched"], songs: 1, lives: 1);
        Task<ScanReport> ScanAsync() => new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver()), servers: _ => server).ScanAsync(cancellationToken: Stop);

        ScanReport first = await ScanAsync();
        Array.ForEach(files, file => File.Move(file, file + ".txt"));
        ScanReport without = await ScanAsync();
        Array.ForEach(files, file => File.Move(file + ".txt", file));
        ScanReport back = await ScanAsync();
        ScanReport last = await ScanAsync();

        Assert.Equal((1, 1, 1), (first.Analysed, first.Copied, first.Skipped.Count));
        Assert.Equal((1, 1), (without.Moved, without.Gone));
        Assert.Equal((3, 0, 0), (back.Found, back.Analysed, back.Gone));
        Assert.Equal((2, 1), (last.Unchanged, last.Skipped.Count(file => file.Reason == SkipReason.InFolder)));
        Assert.Equal(files, catalogue.LoadSongs().Select(song => song.Path).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Secrets =>
    [
        SupysonicServer.Password, Uri.EscapeDataString(SupysonicServer.Password), Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(SupysonicServer.Password)), "&t=", "&s=", "&p=",
    ];

    private static Process Start(string folder) => TestChild.Start(typeof(ServerScanChild), ServerScanChild.Variable, folder);

    private sealed class DyingServer(string folder, int songs, int lives) : ISongServer
    {
        private readonly FetchFolder _folder = new(folder);
        private int _fetched;

        public bool IsDisposed { get; private set; }

        public static int ToneOf(string songId) => 300 + int.Parse(songId, System.Globalization.CultureInfo.InvariantCulture);

        public async IAsyncEnumerable<FoundFile> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (int i = 0; i < songs; i++)
            {
                await Task.Yield();
                yield return new FoundFile(new ServerPlace("https://music.example.org", $"{i}").Path, 1000, DateTime.UnixEpoch, null) { Told = new SongTags { Title = $"Song {i}" } };
            }
        }

        public Task<SongFile> FetchAsync(string songId, CancellationToken cancellationToken = default) => ++_fetched > lives
            ? throw new ServerUnreachableException(new LocalizedText("It fell silent.", "조용합니다."))
            : _folder.MakeAsync(file => file.WriteAsync(Sounds.Tone(ToneOf(songId)), cancellationToken).AsTask());

        public void Dispose() => IsDisposed = true;
    }
}
