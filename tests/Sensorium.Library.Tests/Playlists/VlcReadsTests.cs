using System.Text.RegularExpressions;

namespace Sensorium.Library.Tests;

/// <summary>VLC opens the very files that were meant, in order. It does not run for the superuser, so that tests lend it another user.</summary>
public sealed partial class VlcReadsTests
{
    private static readonly string[] Names = ["a b.mp3", "100% #1 🎵?.mp3", "%41.mp3", "\u1100\u1161\u11a8.mp3", "quote\".mp3", "new\nline.mp3", "c:d/e&<f>.mp3", " lead.mp3", "#x.mp3"];

    [Theory]
    [InlineData("list.m3u8", PlaylistPaths.Relative)]
    [InlineData("list.m3u8", PlaylistPaths.Absolute)]
    [InlineData("list.xspf", PlaylistPaths.Relative)]
    [InlineData("list.xspf", PlaylistPaths.Absolute)]
    public async Task Vlc_PlaysEveryFileInOrder(string name, PlaylistPaths paths)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow these names.");
        using var folder = new PlayerFolder();
        string first = await PlayerTool.ToneAsync(folder["tone.mp3"], 0.3);
        string[] songs = [.. Names.Select(song => folder["music/" + song])];
        foreach (string song in songs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(song)!);
            File.Copy(first, song);
        }

        PlaylistFile.Write(folder[name], new Playlist { Title = "Mine", Entries = [.. songs.Select((song, i) => new PlaylistEntry { Location = song, Title = $"Song {i}", Length = TimeSpan.FromSeconds(0.3) })] }, paths);
        string log = await RunAsync(folder, folder[name]);
        Assert.Equal(songs, Opened(log, folder[name]));
    }

    [Theory]
    [InlineData("list.m3u8")]
    [InlineData("list.xspf")]
    public async Task Vlc_PartOfAFile_BeginsAndEndsThere(string name)
    {
        using var folder = new PlayerFolder();
        string song = await PlayerTool.ToneAsync(folder["whole.mp3"], 600);
        var part = new PlaylistEntry { Location = song, Title = "Part", Start = TimeSpan.FromSeconds(300), Length = TimeSpan.FromSeconds(0.5) };
        PlaylistFile.Write(folder[name], new Playlist { Entries = [part] });

        // It ends long before ten minutes are over: a player that passes over the end would run into the test's limit.
        string log = await RunAsync(folder, folder[name]);
        Assert.Contains("starting at time: 300", log, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(PlayerFolder folder, string playlist)
    {
        string vlc = PlayerTool.Need("vlc");
        string[] arguments = ["-I", "dummy", "-vv", "--no-color", "--no-video", "--aout", "adummy", "--play-and-exit", playlist, "vlc://quit"];
        if (!Environment.IsPrivilegedProcess)
        {
            return Demuxing(await PlayerTool.RunAsync(vlc, folder.Path, arguments));
        }

        string setpriv = PlayerTool.Need("setpriv");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);
        }

        return Demuxing(await PlayerTool.RunAsync(setpriv, folder.Path, ["--reuid=65534", "--regid=65534", "--clear-groups", vlc, .. arguments]));
    }

    private static string Demuxing(string log)
    {
        Assert.SkipUnless(log.Contains("libvlc debug", StringComparison.Ordinal), "VLC's plugins are not installed: without them it says nothing.");
        return log;
    }

    private static List<string> Opened(string log, string playlist) => LocationLine().Matches(log)
        .Select(match => Uri.UnescapeDataString(match.Groups[1].Value))
        .Where(path => path != playlist)
        .Aggregate(new List<string>(), (sofar, path) =>
        {
            // Each is named once for every kind of demuxer that is tried.
            if (sofar.LastOrDefault() != path)
            {
                sofar.Add(path);
            }

            return sofar;
        });

    [GeneratedRegex(@"creating demux: access='file' demux='any' location='([^']*)'")]
    private static partial Regex LocationLine();
}
