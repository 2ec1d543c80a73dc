namespace Sensorium.Library.Tests;

/// <summary>Supysonic is of before tokens and saved queues (API 1.10.2): the password goes as such, over this machine only.</summary>
public sealed class SupysonicTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SavePlaylistAsync_RealServer_ReceivesIt()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using var client = new SubsonicClient(server.Settings);
        SubsonicServer about = await client.PingAsync(Stop);
        Assert.True(about.ApiVersion >= new Version(1, 8));
        Assert.Empty(await client.GetExtensionsAsync(Stop));

        List<SubsonicSong> songs = [];
        await foreach (SubsonicSong song in client.ReadSongsAsync(Stop))
        {
            songs.Add(song);
        }

        Assert.Equal(
            [("Three (feat. Ann)", "Bob", "Second", "Bob/Second/01.mp3"), ("Two", "Ann", "First", "Ann/First/02.mp3"), ("한글 노래", "Ann", "First", "Ann/First/01 한글.mp3")],
            songs.OrderBy(song => song.Title, StringComparer.Ordinal).Select(song => (song.Title, song.Artist, song.Album, song.Path)));
        Assert.All(songs, song => Assert.InRange(song.Length!.Value.TotalSeconds, 2, 5));

        var list = new Playlist
        {
            Title = "Rain\n& \"sea\" 비",
            Annotation = "calm",
            Entries =
            [
                Entry("/other/Bob/Second/01.mp3", null, null, 4),
                new PlaylistEntry { Location = "/nowhere/x.mp3", Title = "Nobody has it", Creator = "Ann" },
                Entry("/renamed.mp3", "한글 노래", "Ann", 2),
            ],
        };
        var delivery = new SubsonicDelivery(client);
        Delivery result = await delivery.SavePlaylistAsync(list, replaces: false, Stop);
        Assert.Equal([list.Entries[1]], result.Left.Select(left => left.Entry));
        string[] ids = [songs.Single(song => song.Artist == "Bob").Id, songs.Single(song => song.Title == "한글 노래").Id];
        Assert.Equal($"Rain & \"sea\" 비|calm|{string.Join(',', ids)}", await server.QueryAsync("select name, comment, tracks from playlist"));

        // The same name again is no accident that goes unnoticed.
        Assert.Contains("already", (await Assert.ThrowsAsync<PlayerFailedException>(() => delivery.SavePlaylistAsync(list, replaces: false, Stop))).Message, StringComparison.Ordinal);
        await delivery.SavePlaylistAsync(list with { Entries = [list.Entries[2]] }, replaces: true, Stop);
        Assert.Equal($"1|{ids[1]}", await server.QueryAsync("select count(*), tracks from playlist"));

        SubsonicPlaylist stored = Assert.Single(await client.GetPlaylistsAsync(Stop));
        await client.AddToPlaylistAsync(stored.Id, [ids[0]], Stop);
        Assert.Equal([ids[1], ids[0]], (await client.GetPlaylistAsync(stored.Id, Stop)).Select(song => song.Id));

        // More songs than an address can hold.
        SubsonicPlaylist many = await client.SavePlaylistAsync("many", [.. Enumerable.Repeat(ids[0], 500)], cancellationToken: Stop);
        Assert.Equal(500, (await client.GetPlaylistAsync(many.Id, Stop)).Count);

        SubsonicRefusedException queue = await Assert.ThrowsAsync<SubsonicRefusedException>(() => delivery.SavePlayQueueAsync(list, Stop));
        Assert.Contains("savePlayQueue", queue.Message, StringComparison.Ordinal);
        using var stranger = new SubsonicClient(server.Settings with { Password = "wrong" });
        SubsonicRefusedException refused = await Assert.ThrowsAsync<SubsonicRefusedException>(() => stranger.PingAsync(Stop));
        Assert.Equal(40, refused.Code);
    }

    private static PlaylistEntry Entry(string path, string? title, string? artist, double seconds) =>
        new() { Location = Path.GetFullPath(path), Title = title, Creator = artist, Length = TimeSpan.FromSeconds(seconds) };
}
