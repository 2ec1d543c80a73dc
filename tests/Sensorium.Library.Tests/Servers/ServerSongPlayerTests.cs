namespace Sensorium.Library.Tests;

public sealed class ServerSongPlayerTests
{
    private const string Address = "https://music.example.org";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlayAsync_FilesAndSongsOfAServer_PlaysCopiesAndFetchesTheNextMeanwhile()
    {
        using var folder = new TempFolder();
        var server = new Shelf(folder["fetched"]);
        List<string> played = [];
        var inner = new FilePlayer(async location =>
        {
            // The next one is asked for before this one has ended.
            await server.Asked(Math.Min(played.Count(path => path.StartsWith(folder["fetched"], StringComparison.Ordinal)) + 1, 2));
            Assert.True(location == "/here.mp3" || File.Exists(location), location);
            played.Add(location);
        });
        PlaylistEntry[] entries = [Entry("a"), new() { Location = "/here.mp3" }, Entry("lost"), Entry("b")];
        List<PlaylistEntry> begun = [];

        Delivery delivery = await new ServerSongPlayer(inner, _ => server).PlayAsync(entries, new Told(begun.Add), Stop);

        Assert.Equal([entries[0], entries[1], entries[3]], delivery.Taken);
        Assert.Equal(delivery.Taken, begun);
        Undelivered left = Assert.Single(delivery.Left);
        Assert.Equal((entries[2], "It is lost."), (left.Entry, left.Reason.English));
        Assert.Equal(["a", "lost", "b"], server.Fetched);
        Assert.Equal("/here.mp3", played[1]);
        Assert.All(played, path => Assert.DoesNotContain("music.example.org", path, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(folder["fetched"]));
        Assert.True(server.IsDisposed);
    }

    [Fact]
    public async Task PlayAsync_Cancelled_LeavesNoCopy()
    {
        using var folder = new TempFolder();
        var server = new Shelf(folder["fetched"]);
        using var stop = new CancellationTokenSource();
        var inner = new FilePlayer(_ => stop.CancelAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ServerSongPlayer(inner, _ => server).PlayAsync([Entry("a"), Entry("b")], null, stop.Token));

        Assert.Empty(Directory.GetFiles(folder["fetched"]));
    }

    [Fact]
    public async Task SavePlaylistAsync_SongsOfThatServer_GoByTheirIdentifiers()
    {
        await using var server = new FakeServer();
        server.Answer(200, "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"playlist\":{\"id\":\"p\",\"name\":\"n\"}}}");
        using var client = new SubsonicClient(new SubsonicSettings { Url = server.Url, User = "me", Password = "hush" });
        var list = new Playlist { Title = "n", Entries = [new() { Location = new ServerPlace(client.Address, "7&8").Path, Title = "No tag leads here" }] };
        var delivery = new SubsonicDelivery(client);

        Assert.Empty((await delivery.SavePlaylistAsync(list, replaces: false, Stop)).Left);
        Assert.Empty((await delivery.SavePlayQueueAsync(list, Stop)).Left);

        Assert.Equal(["getPlaylists", "createPlaylist", "savePlayQueue"], server.Requests.Select(request => request.Head.Split('/', '?')[3]));
        Assert.Contains("songId=7%268", server.Requests[1].Head, StringComparison.Ordinal);
        Assert.Contains("id=7%268&current=7%268", server.Requests[2].Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavePlaylistAsync_AFileThatTheServerHasByteForByte_GoesByItsIdentifierThere()
    {
        await using var server = new FakeServer();
        server.Answer(200, "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"playlist\":{\"id\":\"p\",\"name\":\"n\"}}}");
        using var client = new SubsonicClient(new SubsonicSettings { Url = server.Url, User = "me", Password = "hush" });
        using var catalogue = new MemoryCatalogue();
        FileStamp file = Songs.Stamp("/music/untitled.mp3");
        catalogue.Store(file, [Songs.Part(1)]);
        catalogue.StoreSkip(file with { Path = new ServerPlace("https://another.example", "9").Path }, SkipReason.InFolder, null);
        catalogue.StoreSkip(file with { Path = new ServerPlace(client.Address, "42").Path }, SkipReason.InFolder, null);
        var list = new Playlist { Title = "n", Entries = [new() { Location = file.Path }] };

        Assert.Empty((await new SubsonicDelivery(client, catalogue).SavePlaylistAsync(list, replaces: false, Stop)).Left);

        Assert.Contains("songId=42", server.Requests[^1].Head, StringComparison.Ordinal);
    }

    private static PlaylistEntry Entry(string id) => new() { Location = new ServerPlace(Address, id).Path };

    private sealed class FilePlayer(Func<string, Task> play) : ILocalPlayer
    {
        public string Name => "test";

        public async Task<Delivery> PlayAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress = null, CancellationToken cancellationToken = default)
        {
            PlaylistEntry entry = Assert.Single(entries);
            progress?.Report(entry);
            await play(entry.Location);
            cancellationToken.ThrowIfCancellationRequested();
            return new Delivery(entries, []);
        }
    }

    private sealed class Shelf(string path) : ISongServer
    {
        private readonly FetchFolder _folder = new(path);
        private readonly Dictionary<int, TaskCompletionSource> _asked = new() { [1] = new(), [2] = new(), [3] = new() };

        public List<string> Fetched { get; } = [];

        public bool IsDisposed { get; private set; }

        public Task Asked(int count) => _asked[count].Task;

        public IAsyncEnumerable<FoundFile> ListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<SongFile> FetchAsync(string songId, CancellationToken cancellationToken = default)
        {
            Fetched.Add(songId);
            _asked[Fetched.Count].TrySetResult();
            return songId == "lost"
                ? Task.FromException<SongFile>(new PlayerFailedException(new LocalizedText("It is lost.", "없습니다.")))
                : _folder.MakeAsync(file => file.WriteAsync(new byte[10], cancellationToken).AsTask());
        }

        public void Dispose() => IsDisposed = true;
    }
}
