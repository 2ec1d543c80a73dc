using System.Text;
using System.Text.Json;
using Sensorium.Library;
using Sensorium.Library.Tests;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

/// <summary>A music server in the library, as a person meets it.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Library_OfARealServer_IsMatchedDeliveredAndForgottenWithoutASecretAnywhere()
    {
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using TemporaryFolder home = new();
        string address = ServerPlace.AddressOf(server.Settings.Url);
        List<ProgramResult> all = [];
        async Task<ProgramResult> Run(params string[] words)
        {
            ProgramResult result = await ProgramRun.RunAsync(words, home.FullPath, Environment(home, server.Settings));
            all.Add(result);
            return result;
        }

        ProgramResult added = await Run("library", "add", "--subsonic");
        ProgramResult scanned = await Run("library", "scan", "--json");
        ProgramResult status = await Run("library", "--json");
        ProgramResult match = await Run("match", "--text", "calm", "--min-fit", "0", "--json");
        ProgramResult plain = await Run("match", "--text", "calm", "--min-fit", "0", "--plain", "--out", home["list.m3u8"], "--no-memory");
        ProgramResult saved = await Run("match", "--text", "calm", "--min-fit", "0", "--subsonic");
        ProgramResult tag = await Run("library", "tag", "--write");
        ProgramResult map = await Run("library", "map", "--out", home["map.html"]);
        ProgramResult export = await Run("library", "export", home["songs.csv"]);
        ProgramResult why = await Run("match", "--text", "calm", "--why", "Two", "--like", "Two", "--json");
        ProgramResult memory = await Run("match", "--memory");

        Assert.All(all, result => Assert.True(result.ExitCode == 0, result.ToString()));
        Assert.Contains($"In the library: {address}", added.Output, StringComparison.Ordinal);
        Assert.Contains("Found 3: analysed 3", added.Output, StringComparison.Ordinal);
        using JsonDocument rescan = Valid(scanned.Output), state = Valid(status.Output);
        Assert.Equal((3, 3), (rescan.RootElement.GetProperty("unchanged").GetInt32(), server.Fetches));
        Assert.Equal(address, Assert.Single(state.RootElement.GetProperty("servers").EnumerateArray()).GetString());
        Assert.Empty(JsonSchema.Read("match").Faults(match.Output));
        string[] paths = [.. JsonDocument.Parse(match.Output).RootElement.GetProperty("songs").EnumerateArray().Select(song => song.GetProperty("path").GetString()!)];
        Assert.Equal(3, paths.Length);
        Assert.All(paths, path => Assert.StartsWith(address + "#song=", path, StringComparison.Ordinal));
        Assert.Contains($", on {server.Settings.Url.Authority}.", plain.Output, StringComparison.Ordinal);
        Assert.Contains("left out 3 of 3 songs", plain.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(home["list.m3u8"]));

        // Supysonic knows playlists, and no queues.
        Assert.Contains("Subsonic took 3 of 3 songs.", saved.Output, StringComparison.Ordinal);
        Assert.Contains("savePlayQueue", saved.Error, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', paths.Select(path => ServerPlace.Of(path)!.Value.SongId)), await server.QueryAsync("select tracks from playlist"));
        Assert.Contains("left 3, failed 0", tag.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("://", File.ReadAllText(home["map.html"]), StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(home["songs.csv"]).Length);
        Assert.Contains("\"why\":[", why.Output, StringComparison.Ordinal);
        JsonElement liked = Assert.Single(JsonDocument.Parse(memory.Output).RootElement.GetProperty("feedback").EnumerateArray());
        Assert.Equal("like", liked.GetProperty("kind").GetString());

        ProgramResult byPath = await Run("match", paths[0], "--min-fit", "0", "--json");
        Assert.DoesNotContain(paths[0], JsonDocument.Parse(byPath.Output).RootElement.GetProperty("songs").EnumerateArray().Select(song => song.GetProperty("path").GetString()));
        await server.GoDownAsync();
        ProgramResult down = await Run("library", "scan");
        Assert.Equal(0, down.ExitCode);
        Assert.Contains("cannot be reached", down.Error, StringComparison.Ordinal);
        Assert.Contains("Songs in the library: 3.", down.Output, StringComparison.Ordinal);
        Assert.Contains("Forgotten: 4.", (await Run("library", "forget", address + "/")).Output, StringComparison.Ordinal);

        string stored = string.Concat(Directory.GetFiles(home.FullPath, "*", SearchOption.AllDirectories).Select(file => $"{file}\n{Encoding.UTF8.GetString(File.ReadAllBytes(file))}\n"));
        string said = string.Concat(all.Select(result => result.Output + result.Error));
        Assert.All(
            (string[])[SupysonicServer.Password, Uri.EscapeDataString(SupysonicServer.Password), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(SupysonicServer.Password)), "&t=", "&s="],
            secret => Assert.DoesNotContain(secret, stored + said, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Directory.GetFiles(home["data/library/fetched"]));
    }

    [Fact]
    public async Task Match_PlayAndPostcard_FetchTheSongAndShowNoToken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for a player is a shell script.");
        await using SupysonicServer server = await SupysonicServer.StartAsync();
        using TemporaryFolder home = new();
        ServerPlace place = await PlaceOfAsync(server, "Three");
        SomeSongs.Add(home["data"], place.Path, "Three");
        Directory.CreateDirectory(home["bin"]);
        await File.WriteAllTextAsync(home["bin/mpv"], $"#!/bin/sh\necho \"$@\" > '{home["said"]}'\nfor last; do :; done\ncp \"$last\" '{home["heard"]}'\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(home["bin/mpv"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        (string, string?)[] environment = [.. Environment(home, server.Settings), ("PATH", $"{home["bin"]}:{System.Environment.GetEnvironmentVariable("PATH")}")];
        ProgramResult played = await ProgramRun.RunAsync(["match", "--text", "dark", "--min-fit", "0", "--play"], home.FullPath, environment);
        ProgramResult memory = await ProgramRun.RunAsync(["match", "--memory"], home.FullPath, environment);
        ProgramResult card = await ProgramRun.RunAsync(["match", TestPictures.WriteBoat(home["boat.png"]), "--min-fit", "0", "--postcard", home["card.mp4"]], home.FullPath, environment);

        Assert.True(played.ExitCode == 0, played.ToString());
        Assert.Contains("mpv took 1 of 1 songs.", played.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(server.PathOf("Bob/Second/01.mp3")), File.ReadAllBytes(home["heard"]));
        Assert.DoesNotContain("://", File.ReadAllText(home["said"]), StringComparison.Ordinal);
        Assert.Equal("play", Assert.Single(JsonDocument.Parse(memory.Output).RootElement.GetProperty("feedback").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Empty(Directory.GetFiles(home["data/library/fetched"]));
        Assert.SkipWhen(card.Error.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase), "ONNX Runtime, which finds faces, is not here.");
        Assert.True(card.ExitCode == 0, card.ToString());
        Assert.True(new FileInfo(home["card.mp4"]).Length > 1000);
        Assert.Empty(Directory.GetFiles(home["data/library/fetched"]));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", null, "cannot be reached")]
    [InlineData("https://other.example.org", "http://127.0.0.1:1", "is not the one")]
    [InlineData("https://me:sesame@music.example.org", null, "without a name")]
    [InlineData("--subsonic", null, "A music server is needed")]
    [InlineData("http://", null, "no address of a music server")]
    public async Task Add_AServerThatIsNotThere_IsASentence(string word, string? configured, string words)
    {
        using TemporaryFolder home = new();

        ProgramResult result = await ProgramRun.RunAsync(
            ["library", "add", word], home.FullPath, ("SENSORIUM_HOME", home["data"]), (SubsonicSettings.UrlVariable, configured), (SubsonicSettings.UserVariable, "me"), (SubsonicSettings.PasswordVariable, "sesame"));
        ProgramResult status = await ProgramRun.RunAsync(["library", "--json"], home.FullPath, ("SENSORIUM_HOME", home["data"]));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", result.Error, StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(status.Output).RootElement.GetProperty("servers").EnumerateArray());
    }

    [Fact]
    public async Task Match_ToASubsonicServer_NotesThePlaysAndLetsThemWait()
    {
        await using FakeServer server = new();
        server.Answer(200, "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"playlist\":{\"id\":\"p\",\"name\":\"n\"}}}");
        using TemporaryFolder home = new();
        string address = ServerPlace.AddressOf(server.Url);
        SomeSongs.Add(home["data"], new ServerPlace(address, "one").Path, "First");
        SomeSongs.Add(home["data"], new ServerPlace(address, "two").Path, "Second");
        (string, string?)[] environment = Environment(home, new SubsonicSettings { Url = server.Url, User = "me", Password = "hush" });
        Task<ProgramResult> MatchAsync(params string[] more) => ProgramRun.RunAsync(["match", "--text", "dark", "--min-fit", "0", "--variety", "0", .. more], home.FullPath, environment);

        string[] before = Titles(await MatchAsync("--json"));
        ProgramResult silent = await MatchAsync("--count", "1", "--subsonic", "--no-memory");
        string[] same = Titles(await MatchAsync("--json"));
        ProgramResult sent = await MatchAsync("--count", "1", "--subsonic", server.Url.AbsoluteUri);
        string[] after = Titles(await MatchAsync("--json"));
        ProgramResult memory = await ProgramRun.RunAsync(["match", "--memory"], home.FullPath, environment);

        Assert.Equal((0, 0), (silent.ExitCode, sent.ExitCode));
        Assert.Contains("Subsonic took 1 of 1 songs.", sent.Output, StringComparison.Ordinal);
        Assert.Equal(before, same);
        Assert.Equal(before.Reverse(), after);
        JsonElement note = Assert.Single(JsonDocument.Parse(memory.Output).RootElement.GetProperty("feedback").EnumerateArray());
        Assert.Equal("play", note.GetProperty("kind").GetString());
        string id = before[0] == "First" ? "one" : "two";
        Assert.Contains(server.Requests, request => request.Head.Contains($"/savePlayQueue?id={id}&current={id}", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Requests, request => request.Head.Contains("getAlbum", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_WithAServer_ListsItOnceAndFoldersAgainAndAgain()
    {
        await using FakeServer server = new();
        server.Answer(200, "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"albumList2\":{}}}");
        using TemporaryFolder home = new();
        Dictionary<string, string?> variables = Environment(home, new SubsonicSettings { Url = server.Url, User = "me", Password = "hush" }).ToDictionary(pair => pair.Name, pair => pair.Value);
        LibraryFlow flow = new(new SensoriumHome(variables.GetValueOrDefault), variable: variables.GetValueOrDefault);
        using SqliteCatalogue catalogue = flow.Open();
        string address = await flow.AddServerAsync(catalogue, null, TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        List<ScanReport> reports = [];

        await flow.WatchAsync(
            catalogue,
            new Deaf(),
            null,
            report =>
            {
                reports.Add(report);
                if (reports.Count == 3)
                {
                    stop.Cancel();
                }
            },
            new LibraryWatcher { Period = TimeSpan.FromMilliseconds(20) },
            stop.Token);

        Assert.Equal(3, reports.Count);
        Assert.All(reports, report => Assert.Empty(report.MissingServers));
        Assert.Equal(ServerPlace.AddressOf(server.Url), address);
        Assert.Equal(["ping", "getAlbumList2"], server.Requests.Select(request => request.Head.Split('/', '?')[3]));
    }

    private sealed class Deaf : ISongPerceiver
    {
        public int SampleRate => 8000;

        public int Version => 1;

        public ISongListener Listen() => throw new NotSupportedException();
    }

    private static string[] Titles(ProgramResult result) => [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("songs").EnumerateArray().Select(song => song.GetProperty("title").GetString()!)];

    private static async Task<ServerPlace> PlaceOfAsync(SupysonicServer server, string title)
    {
        using SubsonicClient client = new(server.Settings);
        await foreach (SubsonicSong song in client.ReadSongsAsync(TestContext.Current.CancellationToken))
        {
            if (song.Title.StartsWith(title, StringComparison.Ordinal))
            {
                return new ServerPlace(client.Address, song.Id);
            }
        }

        throw new InvalidOperationException("The server has lost it.");
    }

    private static (string Name, string? Value)[] Environment(TemporaryFolder home, SubsonicSettings settings) =>
    [
        ("SENSORIUM_HOME", home["data"]),
        (SubsonicSettings.UrlVariable, settings.Url.AbsoluteUri),
        (SubsonicSettings.UserVariable, settings.User),
        (SubsonicSettings.PasswordVariable, settings.Password),
    ];

    private static JsonDocument Valid(string output)
    {
        Assert.Empty(JsonSchema.Read("library").Faults(output));
        return JsonDocument.Parse(output);
    }
}
