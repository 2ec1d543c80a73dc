using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task Doctor_Json_DescribesEveryComponent()
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--json"]);

        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement root = json.RootElement;
        Assert.Equal("sensorium-doctor-1", root.GetProperty("schema").GetString());
        Assert.Equal(root.GetProperty("ready").GetBoolean() ? 0 : 2, result.ExitCode);
        Assert.Equal(
            ["dotnet", "ffmpeg", "ffprobe", "libjpeg-turbo", "onnxruntime", "fluidsynth", "soundfont", "webp", "avif", "heic", "chat-endpoint", "transcription-endpoint", "music-service", "player", "mpd", "subsonic", "node", "chromium"],
            root.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()));
        Assert.All(root.GetProperty("components").EnumerateArray(), component =>
        {
            Assert.Equal(component.GetProperty("found").GetBoolean(), component.GetProperty("location").ValueKind == JsonValueKind.String);
            Assert.Equal(component.GetProperty("name").GetString() == "onnxruntime" ? 6 : 5, component.GetProperty("install").GetArrayLength());
            Assert.Contains(component.GetProperty("need").GetString(), (string[])["always", "sometimes", "build", "tests"]);
        });
    }

    [Fact]
    public async Task Doctor_AnsweredProperties_AreThoseOfTheSchema()
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--json"]);
        using JsonDocument answer = JsonDocument.Parse(result.Output);
        using JsonDocument schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "schemas", "doctor.schema.json"), TestContext.Current.CancellationToken));

        JsonElement component = schema.RootElement.GetProperty("properties").GetProperty("components").GetProperty("items").GetProperty("properties");
        Assert.Equal(Names(schema.RootElement.GetProperty("properties")), Names(answer.RootElement));
        Assert.All(answer.RootElement.GetProperty("components").EnumerateArray(), item => Assert.Equal(Names(component), Names(item)));
    }

    [Fact]
    public async Task Doctor_NothingOnPath_NamesWhatIsMissingAndExitsWithTwo()
    {
        using TemporaryFolder empty = new();
        string dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : FindDotnet();

        using ProgramRun run = ProgramRun.StartProgram(dotnet, [ProgramRun.CommandLine, "doctor", "--plain"], null, ("PATH", empty.FullPath), ("SENSORIUM_FFMPEG", null), ("SENSORIUM_FFPROBE", null));
        ProgramResult result = await run.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ffmpeg is missing, required", result.Output, StringComparison.Ordinal);
        Assert.Contains("Missing: ffmpeg, ffprobe", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_LibraryVariableNamesNoLibrary_IsMissing()
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--plain"], null, ("SENSORIUM_FLUIDSYNTH", "/no/such/library.so"), ("SENSORIUM_SOUNDFONT", "/no/such.sf2"), ("SENSORIUM_ONNXRUNTIME", "/no/such/runtime.so"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("FluidSynth is missing", result.Output, StringComparison.Ordinal);
        Assert.Contains("SoundFont is missing", result.Output, StringComparison.Ordinal);
        Assert.Contains("ONNX Runtime is missing, required", result.Output, StringComparison.Ordinal);
        Assert.Contains("To get it: npm ci --ignore-scripts", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ServicesThatAreConfigured_AreShownWithoutSecrets()
    {
        ProgramResult result = await ProgramRun.RunAsync(
            ["doctor", "--json"],
            null,
            ("SENSORIUM_CHAT_URL", "http://me:s3cret@localhost:1/v1?token=s3cret"),
            ("SENSORIUM_CHAT_KEY", "s3cret"),
            ("SENSORIUM_MUSIC_URL", "https://me:s3cret@music.example/api?key=s3cret#s3cret"),
            ("SENSORIUM_MUSIC_KIND", "ace-step"),
            ("SENSORIUM_MUSIC_KEY", "s3cret"),
            ("MPD_HOST", "s3cret@localhost:1"),
            ("SENSORIUM_SUBSONIC_URL", "https://me:s3cret@music.example/sub?p=s3cret"),
            ("SENSORIUM_SUBSONIC_USER", "s3cret"),
            ("SENSORIUM_SUBSONIC_PASSWORD", "s3cret"));

        Assert.DoesNotContain("s3cret", result.Output + result.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Dictionary<string, string?> found = json.RootElement.GetProperty("components").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("location").GetString());
        Assert.Equal(("http://localhost:1/v1", "https://music.example/api", "localhost:1", "https://music.example/sub"), (found["chat-endpoint"], found["music-service"], found["mpd"], found["subsonic"]));
    }

    [Fact]
    public async Task Doctor_ServicesThatAreConfiguredWrongly_AreMissing()
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--plain"], null, ("SENSORIUM_MUSIC_URL", "not an address s3cret"), ("MPD_HOST", "///s3cret:x:"), ("SENSORIUM_SUBSONIC_URL", "https://music.example"));

        Assert.Contains("Music service is missing, optional", result.Output, StringComparison.Ordinal);
        Assert.Contains("Subsonic server is missing, optional", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Quiet_SaysNothing()
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--quiet"]);

        Assert.Empty(result.Output);
        Assert.Empty(result.Error);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];

    private static string FindDotnet() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            .First(File.Exists);
}
