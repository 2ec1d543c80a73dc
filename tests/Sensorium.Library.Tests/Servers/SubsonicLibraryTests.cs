namespace Sensorium.Library.Tests;

/// <summary>What a server may answer when the sound of a song is asked for.</summary>
public sealed class SubsonicLibraryTests
{
    private const string Json = "application/json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FetchAsync_ASong_IsAFileUntilItIsNotNeeded()
    {
        await using var server = new FakeServer();
        server.Answer(200, Bytes(200_000), "audio/mpeg");
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder);

        using (SongFile file = await library.FetchAsync("a b", Stop))
        {
            Assert.Equal(Bytes(200_000), File.ReadAllBytes(file.Path));
            FetchFolder.Tidy(folder["fetched"]);
            Assert.True(File.Exists(file.Path), "A file in use was taken for a leftover.");
            Assert.DoesNotContain("a b", file.Path, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(folder["fetched"]));
        Assert.StartsWith("GET /v1/rest/download?id=a%20b&u=me&t=", Assert.Single(server.Requests).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_WhatAServerSays_IsTakenAsItIsMeant()
    {
        await using var server = new FakeServer();
        server.Answer(200, Said("\"albumList2\":{\"album\":[{\"id\":\"gone\"},{\"id\":\"a\"}]}"))
            .Answer(200, Refusal(70), Json)
            .Answer(200, Said("""
                "album":{"song":[
                  {"id":"1 2","title":"One\n","artist":"Ann","displayAlbumArtist":"Various","album":"First","track":3,"year":1999,"genres":[{"name":"Rock"},{"name":"Caf\udce9"}],
                   "musicBrainzId":"6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11","size":"1234","created":"2020-01-02T03:04:05.5Z","duration":7,"isDir":false},
                  {"id":"bare"},
                  {"id":"lost","title":"Lost","artist":"[Unknown Artist]","size":-1},
                  {"id":"film","title":"Film","size":5,"isVideo":true}]}
                """))
            .Answer(200, Said("\"albumList2\":{}"));
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder);
        List<FoundFile> songs = [];
        await foreach (FoundFile song in library.ListAsync(Stop))
        {
            songs.Add(song);
        }

        string address = ServerPlace.AddressOf(server.Url);
        Assert.Equal([$"{address}#song=1%202", $"{address}#song=bare", $"{address}#song=lost"], songs.Select(song => song.Path));
        Assert.Equal((1234, new DateTime(2020, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc), (SkipReason?)null), (songs[0].Size, songs[0].Modified, songs[0].Reason));
        SongTags tags = songs[0].Told!;
        Assert.Equal(("One", "Ann", "Various", "First", 3, 1999), (tags.Title, tags.Artist, tags.AlbumArtist, tags.Album, tags.TrackNumber, tags.Year));
        Assert.Equal(["Rock", "Caf\uFFFD"], tags.Genres);
        Assert.Equal("6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11", tags.MusicBrainzId);
        Assert.True(songs[1].Told!.SaysTheSame(new SongTags()));
        Assert.Equal((0, DateTime.UnixEpoch, (SkipReason?)null), (songs[1].Size, songs[1].Modified, songs[1].Reason));
        Assert.Equal((SkipReason.NotFetched, null), (songs[2].Reason, songs[2].Told!.Artist));
    }

    [Theory]
    [InlineData(200, 50)]
    [InlineData(404, null)]
    [InlineData(501, 0)]
    [InlineData(200, null)]
    public async Task FetchAsync_DownloadNotAllowedOrNotKnown_TakesTheRawStream(int status, int? code)
    {
        await using var server = new FakeServer();
        server.Answer(status, code is { } number ? Refusal(number) : "<html>"u8.ToArray(), code is null ? "text/html" : Json).Answer(200, Bytes(1000), "application/octet-stream");
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder);

        using SongFile file = await library.FetchAsync("7", Stop);

        Assert.Equal(Bytes(1000), File.ReadAllBytes(file.Path));
        Assert.StartsWith("GET /v1/rest/stream?id=7&format=raw&u=me&t=", server.Requests[1].Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_AnEmptyFile_IsNoSong()
    {
        await using var server = new FakeServer();
        server.Answer(200, [], "audio/mpeg");
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder);

        PlayerFailedException error = await Assert.ThrowsAsync<PlayerFailedException>(() => library.FetchAsync("7", Stop));

        Assert.Contains("empty file", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task FetchAsync_ServerWithoutTokens_IsAskedAgainWithThePassword()
    {
        await using var server = new FakeServer();
        server.Answer(200, Refusal(41), Json).Answer(200, Bytes(10), "audio/flac");
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder);

        using SongFile file = await library.FetchAsync("7", Stop);

        Assert.Equal(10, new FileInfo(file.Path).Length);
        Assert.Contains("/download?id=7&u=me&p=enc:", Uri.UnescapeDataString(server.Requests[1].Head), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_WhatCannotBeHad_IsASentenceAndLeavesNothing()
    {
        await using var server = new FakeServer();
        server.Answer(200, Refusal(70), Json).Answer(200, Bytes(5000), "audio/mpeg").Answer(302, [], Json, "Location: https://elsewhere.example.org/\r\n");
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(server, folder, new FetchLimits { MostBytes = 4999 });

        SubsonicRefusedException gone = await Assert.ThrowsAsync<SubsonicRefusedException>(() => library.FetchAsync("7", Stop));
        LimitReachedException large = await Assert.ThrowsAsync<LimitReachedException>(() => library.FetchAsync("7", Stop));
        PlayerFailedException moved = await Assert.ThrowsAsync<PlayerFailedException>(() => library.FetchAsync("7", Stop));

        Assert.Equal(70, gone.Code);
        Assert.Contains("4,999 bytes", large.Message, StringComparison.Ordinal);
        Assert.Contains("elsewhere.example.org", moved.Message, StringComparison.Ordinal);
        Assert.All((string[])[gone.Message, large.Message, moved.Message], message => Assert.DoesNotMatch("[?&]t=|hush", message));
        Assert.Empty(Directory.GetFiles(folder["fetched"]));
    }

    [Fact]
    public async Task FetchAsync_SilenceAndHangUps_AreTheServersFault()
    {
        await using var silent = new FakeServer();
        silent.Answer(200, "{}", TimeSpan.FromHours(1));
        await using var rude = new FakeServer();
        rude.Answer(0, [], Json);
        using var folder = new TempFolder();
        using SubsonicLibrary library = Open(silent, folder, wait: TimeSpan.FromSeconds(0.5)), other = Open(rude, folder);

        Assert.Contains("did not answer", (await Assert.ThrowsAsync<ServerUnreachableException>(() => library.FetchAsync("7", Stop))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<ServerUnreachableException>(() => other.FetchAsync("7", Stop))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder["fetched"]));
    }

    private static SubsonicLibrary Open(FakeServer server, TempFolder folder, FetchLimits? limits = null, TimeSpan? wait = null) => new(
        new SubsonicSettings { Url = server.Url, User = "me", Password = "hush", MostTime = wait ?? TimeSpan.FromMinutes(2) }, new FetchFolder(folder["fetched"]), limits);

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7))];

    private static string Said(string what) => $"{{\"subsonic-response\":{{\"status\":\"ok\",\"version\":\"1.16.1\",{what}}}}}";

    private static byte[] Refusal(int code) =>
        System.Text.Encoding.UTF8.GetBytes($"{{\"subsonic-response\":{{\"status\":\"failed\",\"version\":\"1.16.1\",\"error\":{{\"code\":{code},\"message\":\"why\"}}}}}}");
}
