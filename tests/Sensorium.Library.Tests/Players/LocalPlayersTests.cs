namespace Sensorium.Library.Tests;

public sealed class LocalPlayersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlayAsync_FFplay_PlaysEachAndNamesTheOthers()
    {
        ILocalPlayer player = FFplay();
        using var folder = new PlayerFolder();
        string song = await PlayerTool.ToneAsync(folder["-a %d \"b\".mp3"], 0.3);
        File.WriteAllBytes(folder["broken.mp3"], new byte[5000]);
        PlaylistEntry[] entries =
        [
            new() { Location = song },
            new() { Location = folder["broken.mp3"] },
            new() { Location = folder["gone.mp3"] },
            new() { Location = song, Start = TimeSpan.FromSeconds(0.1), Length = TimeSpan.FromSeconds(0.1) },
        ];
        List<PlaylistEntry> begun = [];
        Delivery delivery = await player.PlayAsync(entries, new Told(begun.Add), Stop);
        Assert.Equal([entries[0], entries[3]], delivery.Taken);
        Assert.Equal([entries[1], entries[2]], delivery.Left.Select(left => left.Entry));
        Assert.Equal([entries[0], entries[1], entries[3]], begun);
    }

    [Fact]
    public async Task PlayAsync_Cancelled_EndsTheMusic()
    {
        ILocalPlayer player = FFplay();
        using var folder = new PlayerFolder();
        var song = new PlaylistEntry { Location = await PlayerTool.ToneAsync(folder["long.mp3"], 3000) };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var told = new Told(_ => end.CancelAfter(TimeSpan.FromSeconds(1)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => player.PlayAsync([song], told, end.Token));
    }

    [Fact]
    public void Find_NothingInstalled_SaysWhatToInstall()
    {
        Assert.Contains("apt install mpv", Assert.Throws<MissingComponentException>(() => LocalPlayers.Find(variable: _ => null)).Message, StringComparison.Ordinal);
        Assert.Throws<MissingComponentException>(() => LocalPlayers.Find("mpv", _ => null));
        Assert.Throws<UnsupportedInputException>(() => LocalPlayers.Find("winamp"));
        Assert.Equal("mpd", LocalPlayers.Find("MPD", _ => null).Name);
        Assert.Equal("mpd", LocalPlayers.Find(variable: name => name == "MPD_HOST" ? "localhost" : null).Name);
    }

    private static ILocalPlayer FFplay()
    {
        PlayerTool.Need("ffplay");
        Environment.SetEnvironmentVariable("SDL_AUDIODRIVER", "dummy");
        return LocalPlayers.Find("ffplay");
    }
}
