using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sensorium.Cli.Tests;

/// <summary><c>models</c> over the program's own models and over folders made here.</summary>
public sealed class ModelsTests : IDisposable
{
    // y = x, float32 [3]: the smallest graph that runs (ONNX IR 8, opset 17).
    private static readonly byte[] Identity = Convert.FromHexString(
        "08083A3A0A100A017812017922084964656E74697479120474696E795A0F0A0178120A0A08080112040A020803620F0A0179120A0A08080112040A02080342040A001011");

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Models_ProgramsOwn_AreListedWithTheirLicences()
    {
        ProgramResult result = await RunAsync("models");
        ProgramResult list = await RunAsync("models", "list");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(list, result);
        Assert.Matches(@"face-expression@\d+ .*research-only, not for commercial use +\d+\.\d MB", result.Output);
        Assert.Contains(Path.Combine(_home.FullPath, "models"), result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("en", "licence research-only, not for commercial use")]
    [InlineData("ko", "라이선스 research-only, 상업적 이용 불가")]
    public async Task Models_Plain_IsOneSentenceAModel(string language, string expected)
    {
        ProgramResult result = await RunAsync("models", "--plain", "--lang", language);

        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Contains(lines, line => line.StartsWith("face-expression@", StringComparison.Ordinal) && line.Contains(expected, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.EndsWith(".", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_OwnAndBroken_NamesTheBrokenAndGoesOn()
    {
        Make("mine", Identity);
        Directory.CreateDirectory(_home["models/empty"]);
        ProgramResult result = await RunAsync("models", "--json");

        Assert.Equal(1, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Contains("mine@1", json.RootElement.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()));
        JsonElement broken = Assert.Single(json.RootElement.GetProperty("broken").EnumerateArray());
        Assert.Equal(_home["models/empty"], broken.GetProperty("folder").GetString());
        Assert.Contains("a model is a folder with a model.json", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Model_TellsLicenceFilesAndTensors()
    {
        Make("mine", Identity);
        ProgramResult result = await RunAsync("models", "show", "mine", "--plain");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("licence: MIT, commercial use allowed.", result.Output, StringComparison.Ordinal);
        Assert.Contains("takes: x: float32 [3].", result.Output, StringComparison.Ordinal);
        Assert.Contains("gives: y: float32 [3].", result.Output, StringComparison.Ordinal);
        Assert.Contains(_home["models/mine"], result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Show_Boxed_IsNoWiderThanTheTerminal()
    {
        Make("mine", Identity);
        ProgramResult result = await RunAsync("models", "show", "mine", "--lang", "ko");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("상업적 이용 가능", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_UnknownOrNothing_SaysWhatThereIs()
    {
        ProgramResult unknown = await RunAsync("models", "show", "nonsense");
        ProgramResult nothing = await RunAsync("models", "show");

        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("There is no model \"nonsense\"", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("face-expression@", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("models show needs a model", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ChangedFile_IsFoundAndNotOpened()
    {
        Make("mine", Identity);
        Make("other", Identity);
        byte[] changed = [.. Identity];
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(_home["models/mine/m.onnx"], changed, TestContext.Current.CancellationToken);
        ProgramResult all = await RunAsync("models", "verify", "--json");
        ProgramResult one = await RunAsync("models", "verify", "mine");

        Assert.Equal(1, all.ExitCode);
        using JsonDocument json = JsonDocument.Parse(all.Output);
        JsonElement[] models = [.. json.RootElement.GetProperty("models").EnumerateArray()];
        Assert.Equal("wrong-content", models.Single(model => model.GetProperty("id").GetString() == "mine").GetProperty("files")[0].GetProperty("state").GetString());
        Assert.All(models.Where(model => model.GetProperty("id").GetString() != "mine"), model => Assert.True(model.GetProperty("sound").GetBoolean()));
        Assert.Equal(2, one.ExitCode);
        Assert.Equal("mine@1 m.onnx: has another content than stated (SHA-256).\n", one.Output);
    }

    [Fact]
    public async Task Verify_NoRuntime_SaysHowToGetIt()
    {
        Make("mine", Identity);
        using ProgramRun run = ProgramRun.Start(["models", "verify", "mine"], null, ("SENSORIUM_HOME", _home.FullPath), ("SENSORIUM_ONNXRUNTIME", ProgramRun.CommandLine));
        ProgramResult result = await run.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("which is not ONNX Runtime's library", result.Error, StringComparison.Ordinal);
        Assert.Contains("npm ci --ignore-scripts", result.Error, StringComparison.Ordinal);
    }

    // A model of unknown origin may be damaged in any way; whatever it is, the program must live to tell.
    [Fact]
    public async Task Verify_DamagedGraphs_NeverEndTheProgram()
    {
        int count = Repository.IsFull ? 400 : 60;
        Pcg32 random = new(7);
        for (int i = 0; i < count; i++)
        {
            Make($"m{i}", Damaged(random));
        }

        ProgramResult result = await RunAsync("models", "verify", "--json");

        Assert.Equal(1, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement[] models = [.. json.RootElement.GetProperty("models").EnumerateArray().Where(model => model.GetProperty("id").GetString()!.StartsWith('m'))];
        Assert.Equal(count, models.Length);
        Assert.InRange(models.Count(model => !model.GetProperty("sound").GetBoolean()), count / 4, count);
    }

    [Fact]
    public async Task Models_AnsweredProperties_AreThoseOfTheSchema()
    {
        using JsonDocument schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "schemas", "models.schema.json"), TestContext.Current.CancellationToken));
        JsonElement known = schema.RootElement.GetProperty("properties").GetProperty("models").GetProperty("items").GetProperty("properties");
        string[] names = [.. known.EnumerateObject().Select(property => property.Name)];
        HashSet<string> seen = [];
        foreach (string[] words in (string[][])[["models"], ["models", "show", "face-expression"], ["models", "verify"]])
        {
            ProgramResult result = await RunAsync([.. words, "--json"]);
            using JsonDocument json = JsonDocument.Parse(result.Output);
            Assert.Equal("sensorium-models-1", json.RootElement.GetProperty("schema").GetString());
            seen.UnionWith(json.RootElement.GetProperty("models").EnumerateArray().SelectMany(model => model.EnumerateObject()).Select(property => property.Name));
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static byte[] Damaged(Pcg32 random)
    {
        List<byte> bytes = [.. Identity];
        for (int changes = 1 + random.Next(3); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveAt(at); break;
                default: bytes.Insert(at, (byte)random.Next(256)); break;
            }
        }

        return [.. bytes];
    }

    private void Make(string id, byte[] graph)
    {
        Directory.CreateDirectory(_home[$"models/{id}"]);
        File.WriteAllBytes(_home[$"models/{id}/m.onnx"], graph);
        string hash = Convert.ToHexStringLower(SHA256.HashData(graph));
        File.WriteAllText(_home[$"models/{id}/model.json"], string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "id": "{{id}}", "version": 1, "task": "scene", "title": {"en": "Mine", "ko": "내 모델"},
              "licence": {"name": "MIT", "commercial": true}, "source": "made by a test",
              "files": [{"path": "m.onnx", "bytes": {{graph.Length}}, "sha256": "{{hash}}"}]
            }
            """));
    }

    private async Task<ProgramResult> RunAsync(params string[] args) => await ProgramRun.RunAsync(args, null, ("SENSORIUM_HOME", _home.FullPath));
}
