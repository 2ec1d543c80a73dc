namespace Sensorium.Library.Tests;

public sealed class MpdPlayerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task QueueAsync_RealMpd_PlaysWhatItWasGiven()
    {
        await using MpdServer server = await MpdServer.StartAsync();

        // Over TCP MPD does not say where its music lies: the files are found by their paths' ends.
        await using (MpdClient client = await MpdClient.ConnectAsync(server.Tcp, TimeSpan.FromSeconds(60), cancellationToken: Stop))
        {
            Assert.True(client.Version >= new Version(0, 20));
            Delivery delivery = await new MpdPlayer(client).QueueAsync([Entry("/elsewhere/music/" + MpdServer.Songs[1]), Entry("/elsewhere/music/" + MpdServer.Songs[0])], QueueMode.Replace, plays: true, Stop);
            Assert.Equal(2, delivery.Taken.Count);
            Assert.Empty(delivery.Left);
            await ShowsAsync(client, MpdState.Playing, 0, MpdServer.Songs[1], MpdServer.Songs[0]);
            MpdSong? current = await client.CurrentSongAsync(Stop);
            Assert.Equal((MpdServer.Songs[1], "Song 1", "Sine"), (current?.Uri, current?.Title, current?.Artist));
        }

        await using (MpdClient client = await MpdClient.ConnectAsync(server.Socket, TimeSpan.FromSeconds(60), cancellationToken: Stop))
        {
            // A song that is appended disturbs nobody; one that MPD lacks is named.
            PlaylistEntry lacking = Entry(server.PathOf(0) + "x");
            Delivery delivery = await new MpdPlayer(client).QueueAsync([lacking, Entry(server.PathOf(2))], QueueMode.Append, plays: false, Stop);
            Assert.Equal([lacking], delivery.Left.Select(left => left.Entry));
            await ShowsAsync(client, MpdState.Playing, 0, MpdServer.Songs[1], MpdServer.Songs[0], MpdServer.Songs[2]);

            // Where nothing can be taken, nothing is lost.
            delivery = await new MpdPlayer(client).QueueAsync([lacking], QueueMode.Replace, plays: true, Stop);
            Assert.Empty(delivery.Taken);
            Assert.Equal(3, (await client.QueueAsync(Stop)).Count);

            // Files outside the music folder, and parts of files.
            PlaylistEntry part = Entry(server.Outside) with { Start = TimeSpan.FromSeconds(20.5), Length = TimeSpan.FromSeconds(10) };
            delivery = await new MpdPlayer(client).QueueAsync([part], QueueMode.Replace, plays: true, Stop);
            Assert.Empty(delivery.Left);
            await ShowsAsync(client, MpdState.Playing, 0, server.Outside);
            Assert.Equal("20.500-30.500", (await client.QueueAsync(Stop))[0].Range);
        }

        await RefusesAsync(server);
        await LocalPlayerAsync(server);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\n")]
    [InlineData("")]
    public async Task ConnectAsync_NoMpd_SaysSo(string greeting)
    {
        await using var server = new LineServer(greeting);
        PlayerFailedException error = await Assert.ThrowsAsync<PlayerFailedException>(() => MpdClient.ConnectAsync(server.Address, cancellationToken: Stop));
        Assert.Contains(server.Address.ToString(), error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_Nobody_SaysSo()
    {
        MpdAddress address;
        await using (var server = new LineServer("OK MPD 0.23.5\n"))
        {
            address = server.Address;
        }

        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<PlayerFailedException>(() => MpdClient.ConnectAsync(address, cancellationToken: Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_NoAnswer_EndsByItself()
    {
        await using var server = new LineServer("OK MPD 0.23.5\n");
        await using MpdClient client = await MpdClient.ConnectAsync(server.Address, TimeSpan.FromSeconds(1), cancellationToken: Stop);
        Assert.Contains("did not answer", (await Assert.ThrowsAsync<PlayerFailedException>(() => client.StatusAsync(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_EndlessLine_IsRefused()
    {
        await using var server = new LineServer("OK MPD 0.23.5\n" + new string('x', 200_000));
        await using MpdClient client = await MpdClient.ConnectAsync(server.Address, TimeSpan.FromSeconds(60), cancellationToken: Stop);
        Assert.Contains("64 KiB", (await Assert.ThrowsAsync<PlayerFailedException>(() => client.StatusAsync(Stop))).Message, StringComparison.Ordinal);
    }

    private static PlaylistEntry Entry(string path) => new() { Location = path };

    private static async Task ShowsAsync(MpdClient client, MpdState state, int position, params string[] uris)
    {
        MpdStatus status = await client.StatusAsync(Stop);
        Assert.Equal((state, position, uris.Length, null), (status.State, status.Position, status.QueueLength, status.Error));
        Assert.Equal(uris, (await client.QueueAsync(Stop)).Select(song => song.Uri));
    }

    private static async Task RefusesAsync(MpdServer server)
    {
        MpdRefusedException wrong = await Assert.ThrowsAsync<MpdRefusedException>(() => MpdClient.ConnectAsync(server.Tcp with { Password = "other" }, TimeSpan.FromSeconds(60), cancellationToken: Stop));
        Assert.Equal(3, wrong.Code);
        Assert.DoesNotContain("other", wrong.Message, StringComparison.Ordinal);
        await using MpdClient client = await MpdClient.ConnectAsync(server.Tcp with { Password = null }, TimeSpan.FromSeconds(60), cancellationToken: Stop);
        MpdRefusedException denied = await Assert.ThrowsAsync<MpdRefusedException>(() => new MpdPlayer(client).QueueAsync([Entry("/m/" + MpdServer.Songs[0])], QueueMode.Replace, plays: true, Stop));
        Assert.Equal(4, denied.Code);
        Assert.Contains("password@host", denied.Message, StringComparison.Ordinal);
    }

    private static async Task LocalPlayerAsync(MpdServer server)
    {
        List<PlaylistEntry> begun = [];
        var player = new MpdLocalPlayer(server.Socket);
        Delivery delivery = await player.PlayAsync([Entry(server.PathOf(2))], new Told(begun.Add), Stop);
        Assert.Equal(delivery.Taken, begun);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => player.PlayAsync([Entry(server.PathOf(0))], new Told(_ => end.Cancel()), end.Token));
        await using MpdClient client = await MpdClient.ConnectAsync(server.Socket, TimeSpan.FromSeconds(60), cancellationToken: Stop);
        Assert.Equal(MpdState.Stopped, (await client.StatusAsync(Stop)).State);
    }
}
