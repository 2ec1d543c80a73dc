using System.Text.Json;
using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

/// <summary><c>library</c> as a person calls it.</summary>
public sealed class LibraryTests
{
    [Fact]
    public async Task Add_WithoutAScan_NotesTheFolderOnce()
    {
        using TemporaryFolder home = new();
        Directory.CreateDirectory(home["music/inner"]);

        ProgramResult added = await Run(home, "library", "add", home["music"], "--no-scan");
        await Run(home, "library", "add", home["music/inner"], home["music"], "--no-scan");
        ProgramResult status = await Run(home, "library", "--json");

        Assert.Equal((0, string.Empty), (added.ExitCode, added.Error));
        Assert.Contains(home["music"], added.Output, StringComparison.Ordinal);
        using JsonDocument json = Valid(status.Output);
        Assert.Equal(home["music"], Assert.Single(json.RootElement.GetProperty("folders").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Add_AFolderAroundOthers_TakesThemUp()
    {
        using TemporaryFolder home = new();
        Directory.CreateDirectory(home["music/a"]);
        Directory.CreateDirectory(home["music/b"]);
        await Run(home, "library", "add", home["music/a"], home["music/b"], "--no-scan");

        await Run(home, "library", "add", home["music"], "--no-scan");

        using SqliteCatalogue catalogue = Open(home);
        Assert.Equal(home["music"], Assert.Single(catalogue.Roots()).Path);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("forget")]
    [InlineData("export")]
    [InlineData("export", "songs.txt")]
    [InlineData("backup")]
    [InlineData("scan", "--cpu", "0%")]
    [InlineData("scan", "--cpu", "half")]
    [InlineData("add", "no-such-folder")]
    [InlineData("tag", "no song is called so")]
    [InlineData("tag", "--undo", "--replace")]
    public async Task Library_WithUnfitWords_SaysWhatIsTaken(params string[] words)
    {
        using TemporaryFolder home = new();

        ProgramResult result = await Run(home, ["library", .. words]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("sensorium: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusExportMapForgetCheckBackup_OfSongs_DoEach()
    {
        using TemporaryFolder home = new();
        using (SqliteCatalogue catalogue = Open(home))
        {
            catalogue.AddRoot(new LibraryRoot(home["music"], DateTimeOffset.UnixEpoch));
            Store(catalogue, home["music/a.flac"], "One, \"two\" </script>", "Ann");
            Store(catalogue, home["music/비.flac"], "비 오는 밤", null);
            catalogue.StoreSkip(Stamp(home["music/bad\u001b[2J.mp3"]), SkipReason.Broken, new LocalizedText("It is torn.", "찢어졌습니다."));
        }

        ProgramResult status = await Run(home, "library", "status");
        ProgramResult csv = await Run(home, "library", "export", home["songs.csv"]);
        ProgramResult lines = await Run(home, "library", "export", home["songs.jsonl"], "--json");
        ProgramResult map = await Run(home, "library", "map", "--out", home["map.html"], "--lang", "ko");
        ProgramResult check = await Run(home, "library", "check", "--json");
        ProgramResult backup = await Run(home, "library", "backup", home["copy.db"]);
        ProgramResult forgotten = await Run(home, "library", "forget", home["music/a.flac"], "--json");

        Assert.All((ProgramResult[])[status, csv, lines, map, check, backup, forgotten], result => Assert.Equal((0, string.Empty), (result.ExitCode, result.Error)));
        Assert.Contains("Songs: 2, 6:40 of music.", status.Output, StringComparison.Ordinal);
        Assert.Contains("bad?[2J.mp3: It is torn.", status.Output, StringComparison.Ordinal);
        string[] rows = File.ReadAllLines(home["songs.csv"]);
        Assert.Equal(3, rows.Length);
        Assert.Contains("\"One, \"\"two\"\" </script>\"", rows[1], StringComparison.Ordinal);
        string[] songs = File.ReadAllLines(home["songs.jsonl"]);
        Assert.Equal(2, songs.Length);
        Assert.All(songs, song => Assert.Empty(JsonSchema.Read("library-song").Faults(song)));
        using JsonDocument wrote = Valid(lines.Output);
        Assert.Equal(2, wrote.RootElement.GetProperty("songs").GetInt32());
        string page = File.ReadAllText(home["map.html"]);
        Assert.Contains("<html lang=\"ko\">", page, StringComparison.Ordinal);
        Assert.Contains("./music/", page, StringComparison.Ordinal);
        Assert.Single(page.Split("</script>")[1..^1], part => part.Contains("use strict", StringComparison.Ordinal));
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Valid(check.Output).Dispose();
        using JsonDocument left = Valid(forgotten.Output);
        Assert.Equal((1, 1), (left.RootElement.GetProperty("forgotten").GetInt32(), left.RootElement.GetProperty("songs").GetInt32()));
        using SqliteCatalogue copy = new(home["copy.db"]);
        Assert.Equal(2, copy.CountSongs());
    }

    [Fact]
    public async Task Tag_DryRunWriteAndUndo_DoWhatTheySay()
    {
        using TemporaryFolder home = new();
        string path = home["music/한.wav"];
        Directory.CreateDirectory(home["music"]);
        using (FileStream file = File.Create(path))
        {
            WavFile.Write(file, new SoundBuffer(8000, 1, 800));
        }

        File.WriteAllText(home["music/odd.mka"], "\u001aE\u00df\u00a3 no Matroska at all");
        byte[] before = File.ReadAllBytes(path);
        using (SqliteCatalogue catalogue = Open(home))
        {
            Store(catalogue, path, "One", "Ann", Stamped(path));
            Store(catalogue, home["music/odd.mka"], "Two", "Ann", Stamped(home["music/odd.mka"]));
        }

        ProgramResult dry = await Run(home, "library", "tag", "ann");
        byte[] untouched = File.ReadAllBytes(path);
        ProgramResult written = await Run(home, "library", "tag", home["music"], "--write", "--json");
        byte[] tagged = File.ReadAllBytes(path);
        ProgramResult korean = await Run(home, "library", "tag", "--undo", "--lang", "ko");
        ProgramResult undone = await Run(home, "library", "tag", "--undo", "--write", "--json");

        Assert.All((ProgramResult[])[dry, written, korean, undone], result => Assert.Equal((0, string.Empty), (result.ExitCode, result.Error)));
        Assert.Contains("한.wav: TBPM 120.", dry.Output, StringComparison.Ordinal);
        Assert.Contains("odd.mka: Tags are not written into", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", dry.Output, StringComparison.Ordinal);
        Assert.Equal(before, untouched);
        Assert.True(tagged.AsSpan().IndexOf("TBPM"u8) > 0);
        using JsonDocument json = Valid(written.Output);
        Assert.Equal(["written", "left"], json.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("state").GetString()).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("없음", korean.Output, StringComparison.Ordinal);
        Valid(undone.Output).Dispose();
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Check_OfADamagedCatalogue_FailsWithASentence()
    {
        using TemporaryFolder home = new();
        Open(home).Dispose();
        File.WriteAllText(home["data/library/catalogue.db"], new string('x', 5000));

        ProgramResult result = await Run(home, "library", "check");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("damaged", result.Error, StringComparison.Ordinal);
    }

    private static Task<ProgramResult> Run(TemporaryFolder home, params string[] args) => ProgramRun.RunAsync(args, home.FullPath, ("SENSORIUM_HOME", home["data"]));

    private static SqliteCatalogue Open(TemporaryFolder home) => new LibraryFlow(new SensoriumHome(name => name == SensoriumHome.Variable ? home["data"] : null)).Open();

    private static JsonDocument Valid(string output)
    {
        Assert.Empty(JsonSchema.Read("library").Faults(output));
        return JsonDocument.Parse(output);
    }

    private static FileStamp Stamp(string path) => new() { Path = path, Size = 1, Modified = DateTime.UnixEpoch, Fingerprint = new string('0', 32) };

    private static FileStamp Stamped(string path) => new() { Path = path, Size = new FileInfo(path).Length, Modified = File.GetLastWriteTimeUtc(path), Fingerprint = Fingerprint.Of(path) };

    private static void Store(SqliteCatalogue catalogue, string path, string title, string? artist, FileStamp? stamp = null)
    {
        SongReading usual = MadeSong.Reading(0.25, -0.5, 200);
        SongReading reading = usual with { Measures = usual.Measures with { Tempo = 120 }, Sections = [TimeSpan.Zero], Tags = [new SongTag("piano", 0.75)] };
        catalogue.Store(stamp ?? Stamp(path), [new SongPart { Length = reading.Length, Tags = new SongTags { Title = title, Artist = artist }, Song = reading }]);
    }
}
