using System.Text;
using System.Text.Json.Nodes;

namespace Sensorium.Inference.Tests;

/// <summary>model.json: what is read, and that every fault is named.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly ModelFixture _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Load_WholeManifest_ReadsEverything()
    {
        _models.Make("tiny");
        ModelManifest manifest = _models.Load("tiny").Manifest;
        Assert.Equal("tiny@1", manifest.Name);
        Assert.Equal("scene", manifest.Task);
        Assert.Equal(new LocalizedText("Tiny", "꼬마"), manifest.Title);
        Assert.Equal(new ModelLicence("MIT", true, new(string.Empty, string.Empty)), manifest.Licence);
        Assert.Equal("made by a test", manifest.Source);
        Assert.Null(manifest.Card);
        ModelFileEntry file = Assert.Single(manifest.Files);
        Assert.Equal("tiny.onnx", file.Path);
        Assert.Equal(64, file.Sha256.Length);
        Assert.Equal(file.Sha256.ToLowerInvariant(), file.Sha256);
        Assert.Equal((48, 48, "grey", "NCHW"), (manifest.Input!.Width, manifest.Input.Height, manifest.Input.Colour, manifest.Input.Layout));
        Assert.Equal([128.0], manifest.Input.Mean);
        Assert.Equal([64.0], manifest.Input.Scale);
        Assert.Equal([new ModelLabel("joy", new("joy", "기쁨")), new ModelLabel("fear", new("fear", "fear"))], manifest.Labels);
        Assert.Equal(0.5, manifest.Parameters.GetProperty("minScore").GetDouble());
    }

    [Fact]
    public void Load_OnlyWhatIsNeeded_FillsInTheRest()
    {
        JsonObject manifest = _models.Make("tiny");
        foreach (string key in (string[])["description", "input", "labels", "parameters"])
        {
            manifest.Remove(key);
        }

        _models.Write("tiny", (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(manifest.ToJsonString())]);
        ModelManifest read = _models.Load("tiny").Manifest;
        Assert.Equal(string.Empty, read.Description.Korean);
        Assert.Null(read.Input);
        Assert.Empty(read.Labels);
        Assert.Equal("{}", read.Parameters.GetRawText());
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "id", "\"Face Expression\"", "id must be a name of at most 64 lower-case letters" },
        { "id", "\"../etc\"", "id must be a name" },
        { "id", "7", "id must be a text" },
        { "version", "0", "version must be a whole number from 1" },
        { "version", "1.5", "version must be a whole number" },
        { "version", "\"1\"", "version must be a whole number" },
        { "task", "\"\"", "task must be a text" },
        { "title", "\"Tiny\"", "title must be an object" },
        { "title", "{\"ko\": \"꼬마\"}", "title.en is missing." },
        { "title", "{\"en\": \"Tiny\", \"de\": \"Winzig\"}", "title: unknown key \"de\"; allowed: en, ko." },
        { "licence", "{\"name\": \"MIT\"}", "licence.commercial is missing." },
        { "licence", "{\"name\": \"MIT\", \"commercial\": \"yes\"}", "licence.commercial must be true or false" },
        { "source", "null", "source must be a text" },
        { "card", "3", "card must be a text" },
        { "files", "[]", "files must be a list [ … ] of 1 to" },
        { "files", "{}", "files must be a list" },
        { "files", "[3]", "files[0] must be an object" },
        { "files", "[{\"path\": \"../x.onnx\", \"bytes\": 1, \"sha256\": \"00\"}]", "files[0].path must be a path inside the folder" },
        { "files", "[{\"path\": \"/x.onnx\", \"bytes\": 1, \"sha256\": \"00\"}]", "files[0].path must be a path inside the folder" },
        { "files", "[{\"path\": \"a\\\\x.onnx\", \"bytes\": 1, \"sha256\": \"00\"}]", "files[0].path must be a path inside the folder" },
        { "files", "[{\"path\": \"C:x.onnx\", \"bytes\": 1, \"sha256\": \"00\"}]", "files[0].path must be a path inside the folder" },
        { "files", "[{\"path\": \"x.onnx\", \"bytes\": 0, \"sha256\": \"00\"}]", "files[0].bytes must be a whole number from 1" },
        { "files", "[{\"path\": \"x.onnx\", \"bytes\": 9000000000000000000, \"sha256\": \"00\"}]", "files[0].bytes must be a whole number from 1 to 1099511627776" },
        { "files", "[{\"path\": \"x.onnx\", \"bytes\": 1, \"sha256\": \"zz\"}]", "files[0].sha256 must be 64 hexadecimal digits" },
        { "input", "{\"width\": 0}", "input.width must be a whole number from 1 to 65536" },
        { "input", "{\"colour\": \"blue\"}", "input.colour must be one of grey, rgb, bgr" },
        { "input", "{\"layout\": \"CHW\"}", "input.layout must be one of NCHW, NHWC" },
        { "input", "{\"mean\": [1, \"2\"]}", "input.mean must be a list of numbers" },
        { "input", "{\"scale\": [0]}", "input.scale must be numbers other than 0" },
        { "labels", "[{\"id\": \"a\", \"en\": \"a\"}, {\"id\": \"a\", \"en\": \"b\"}]", "labels[1].id must be each id once" },
        { "labels", "[{\"id\": \"a\"}]", "labels[0].en is missing." },
        { "parameters", "[]", "parameters must be an object" },
        { "colour", "1", "unknown key \"colour\"; allowed: $schema, id, version" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_UnfitValue_IsNamed(string key, string value, string expected)
    {
        JsonObject manifest = _models.Make("tiny");
        manifest[key] = JsonNode.Parse(value);
        _models.Write("tiny", manifest);
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => _models.Load("tiny"));
        Assert.Contains(expected, error.Text.English, StringComparison.Ordinal);
        Assert.Contains("model.json", error.Text.Korean, StringComparison.Ordinal);
        Assert.Contains("니다.", error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ManyFaults_NamesAll()
    {
        JsonObject manifest = _models.Make("tiny");
        manifest.Remove("id");
        manifest.Remove("licence");
        manifest["version"] = "x";
        _models.Write("tiny", manifest);
        string message = Assert.Throws<MalformedInputException>(() => _models.Load("tiny")).Message;
        Assert.All(["id is missing.", "licence is missing.", "version must be"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("{\"id\": \"a\", \"id\": \"b\"}")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    public void Load_NoManifest_SaysSo(string content)
    {
        _models.Write("tiny", Encoding.UTF8.GetBytes(content));
        Assert.Throws<MalformedInputException>(() => _models.Load("tiny"));
    }

    [Fact]
    public void Load_NoFile_SaysWhatAModelIs() =>
        Assert.Contains("a model is a folder with a model.json", Assert.Throws<MalformedInputException>(() => _models.Load("none")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_HugeManifest_IsRefused()
    {
        _models.Write("tiny", new byte[(1 << 20) + 1]);
        Assert.Throws<LimitReachedException>(() => _models.Load("tiny"));
    }

    [Fact]
    public void Load_MutatedManifest_IsReadOrRefusedInWords()
    {
        byte[] sound = Encoding.UTF8.GetBytes(_models.Make("tiny").ToJsonString());
        Pcg32 random = new(20);
        int cases = Repository.IsFull ? 20_000 : 2_000;
        int refused = 0;
        for (int i = 0; i < cases; i++)
        {
            byte[] mutated = Mutation.Of(sound, random);
            try
            {
                Assert.NotEmpty(ManifestReader.Parse(mutated, "model.json").Files);
            }
            catch (MalformedInputException error)
            {
                refused++;
                Assert.StartsWith("model.json", error.Text.Korean, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, cases / 2, cases);
    }

    [Fact]
    public void FilePath_OnlyListedFiles_AreGiven()
    {
        _models.Make("tiny");
        ModelFolder model = _models.Load("tiny");
        Assert.Equal(Path.Combine(_models.Root, "tiny", "tiny.onnx"), model.FilePath("tiny.onnx"));
        Assert.Contains("lists tiny.onnx", Assert.Throws<MalformedInputException>(() => model.FilePath("other.onnx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ChangedFiles_TellsHow()
    {
        _models.Make("tiny");
        string file = Path.Combine(_models.Root, "tiny", "tiny.onnx");
        ModelFolder model = _models.Load("tiny");
        Assert.Equal(ModelFileState.Sound, Assert.Single(model.Verify(Cancel)).State);
        byte[] content = File.ReadAllBytes(file);
        content[^1] ^= 1;
        File.WriteAllBytes(file, content);
        Assert.Equal(ModelFileState.WrongContent, Assert.Single(model.Verify(Cancel)).State);
        File.WriteAllBytes(file, content[1..]);
        Assert.Equal(ModelFileState.WrongSize, Assert.Single(model.Verify(Cancel)).State);
        File.Delete(file);
        Assert.Equal(ModelFileState.Missing, Assert.Single(model.Verify(Cancel)).State);
        Assert.Throws<MalformedInputException>(() => InferenceSession.Open(model.FilePath("tiny.onnx")));
    }
}
