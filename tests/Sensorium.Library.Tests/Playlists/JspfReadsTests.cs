namespace Sensorium.Library.Tests;

/// <summary>No player that is installed anywhere reads JSPF; Python's own JSON and URL modules do, and find the files.</summary>
public sealed class JspfReadsTests
{
    private const string Program = """
        import json, os, sys, urllib.parse
        here = os.path.dirname(os.path.abspath(sys.argv[1]))
        for track in json.load(open(sys.argv[1], encoding="utf-8"))["playlist"]["track"]:
            url = urllib.parse.urlsplit(urllib.parse.urljoin("file://" + urllib.parse.quote(here) + "/", track["location"][0]))
            path = urllib.parse.unquote(url.path)
            print(url.scheme, os.path.isfile(path), track["duration"], track["title"], sep="|")
        """;

    [Fact]
    public async Task Python_FindsEveryFile()
    {
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : PlayerTool.Need("python3");
        using var folder = new PlayerFolder();
        string[] names = ["a b.mp3", "100% #1 🎵?.mp3", "%41.mp3", "\u1100\u1161\u11a8.mp3"];
        foreach (string name in names)
        {
            File.WriteAllText(folder[name], string.Empty);
        }

        PlaylistFile.Write(folder["x.jspf"], new Playlist { Entries = [.. names.Select(name => new PlaylistEntry { Location = folder[name], Title = "한\n글\"", Length = TimeSpan.FromSeconds(1.25) })] });
        string said = await PlayerTool.RunAsync(python, folder.Path, "-c", Program, folder["x.jspf"]);
        Assert.Equal(Enumerable.Repeat("file|True|1250|한 글\"", names.Length), said.TrimEnd().Split('\n'));
    }
}
