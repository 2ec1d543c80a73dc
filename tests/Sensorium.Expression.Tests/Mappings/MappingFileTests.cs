using System.Text;

namespace Sensorium.Expression.Tests;

public sealed class MappingFileTests
{
    private const string File = "mappings/perceptual.json";

    [Fact]
    public void BuiltIn_EveryId_Parses()
    {
        Assert.Equal(["hsv", "perceptual"], MappingFile.BuiltInIds);
        Assert.All(MappingFile.BuiltInIds, id => Assert.Equal(id, MappingFile.BuiltIn(id)!.Id));
    }

    [Fact]
    public void BuiltIn_UnknownId_IsNull() => Assert.Null(MappingFile.BuiltIn("no-such"));

    [Fact]
    public void Parse_ByteOrderMarkCommentsAndTrailingCommas_AreAllowed()
    {
        string text = DataText.Read(File).ToJsonString();
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("// my own\n" + text[..^1] + ",}")];

        Assert.Equal("perceptual", MappingFile.Parse(bytes, "own.json").Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    public void Parse_NotAMapping_SaysWhichFileAndWhereToLook(string text)
    {
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(Encoding.UTF8.GetBytes(text), "own.json"));

        Assert.Contains("own.json", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("docs/schemas", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("own.json", error.Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "\"\"", "id takes")]
    [InlineData("version", "0", "version")]
    [InlineData("feeling.valenceGain", "1e999", "feeling")]
    [InlineData("feeling.arousalCentre", "-1.5", "feeling")]
    [InlineData("point.pitch.lowestHz", "20", "point.pitch")]
    [InlineData("scan.pitch.highestHz", "200", "scan.pitch")]
    [InlineData("point.pitch.from", "\"hue\"", "point.pitch.from")]
    [InlineData("point.pitch.from", "\"chroma\"", "point.pitch.from")]
    [InlineData("point.timbre.from", "\"value\"", "point.timbre.from")]
    [InlineData("point.timbre.anchors.1.hue", "20", "rising")]
    [InlineData("point.timbre.anchors.7.hue", "360", "rising")]
    [InlineData("point.timbre.anchors.2.role", "\"brown\"", "\"brown\"")]
    [InlineData("point.timbre.anchors.2", "null", "anchors")]
    [InlineData("point.timbre.anchors", "[]", "anchors")]
    [InlineData("point.timbre.neutral.light", "\"snow\"", "\"snow\"")]
    [InlineData("point.timbre.neutral.above", "0.01", "neutral.below")]
    [InlineData("point.timbre.neutral.darkBelow", "0.9", "darkBelow")]
    [InlineData("point.timbre.plateau", "0.5", "plateau")]
    [InlineData("point.loudness.spanDb", "41", "point.loudness")]
    [InlineData("point.loudness.full", "0", "point.loudness")]
    [InlineData("point.loudness.from", "\"hue\"", "point.loudness")]
    [InlineData("point.brightness.lowestHz", "50", "point.brightness")]
    [InlineData("point.brightness.highestHz", "1e999", "point.brightness")]
    [InlineData("point.texture.depth", "1.2", "point.texture")]
    [InlineData("point.texture.highestHz", "17", "point.texture")]
    [InlineData("point.panDegrees", "91", "panDegrees")]
    [InlineData("deficiency.positiveRole", "\"rot\"", "\"rot\"")]
    [InlineData("deficiency.negativeGate", "[1, 1]", "Gate")]
    [InlineData("deficiency.positiveGate.0", "1.5", "Gate")]
    [InlineData("deficiency.threshold", "0.5", "threshold")]
    [InlineData("point", "null", "point")]
    [InlineData("point.pitch", "null", "pitch")]
    [InlineData("name", "null", "en")]
    [InlineData("name", "{\"de\": \"Name\"}", "de")]
    [InlineData("point.pitch.from", "\"brightness\"", "from")]
    [InlineData("point.pitch.from", "0", "from")]
    [InlineData("point.pitch.lowestHertz", "110", "lowestHertz")]
    public void Parse_OneFault_NamesIt(string path, string value, string named)
    {
        byte[] bytes = DataText.Changed(File, root => DataText.Set(root, path, value));

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(bytes, "own.json"));

        Assert.Contains(named, error.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deficiency")]
    [InlineData("point.pitch.lowestHz")]
    [InlineData("point.timbre.anchors.0.hue")]
    [InlineData("point.timbre.anchors.0.role")]
    [InlineData("scan.panDegrees")]
    public void Parse_MissingKey_NamesIt(string path)
    {
        byte[] bytes = DataText.Changed(File, root => DataText.Remove(root, path));

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(bytes, "own.json"));

        Assert.Contains(path.Split('.')[^1], error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ManyFaults_ReportsAllOfThemInBothLanguages()
    {
        byte[] bytes = DataText.Changed(File, root =>
        {
            DataText.Set(root, "point.panDegrees", "200");
            DataText.Set(root, "scan.pitch.lowestHz", "5");
            DataText.Set(root, "point.timbre.neutral.dark", "\"brown\"");
            DataText.Set(root, "deficiency.pitchShift", "2");
        });

        LocalizedText text = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(bytes, "own.json")).Text;

        Assert.All(["point.panDegrees", "scan.pitch", "\"brown\"", "deficiency", "own.json"], part =>
        {
            Assert.Contains(part, text.English, StringComparison.Ordinal);
            Assert.Contains(part, text.Korean, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(" takes ", text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"id\": hello}", "line 2, column 9", "2번째 줄 9번째 칸")]
    [InlineData("", "line 1, column 1", "1번째 줄 1번째 칸")]
    [InlineData("{\n  \"version\": \"1\"}", "version (line 2): \"1\" is not allowed here; allowed: a whole number.", "version(2번째 줄): 여기에 \"1\" 값은 쓸 수 없습니다.")]
    [InlineData("{\n\n  \"colour\": {\"a\": [1]}}", "Line 3: unknown key \"colour\"", "3번째 줄: \"colour\" 키는 없습니다.")]
    [InlineData("{\"point\": {\"pitch\": {\"from\": \"light\"}}}", "point.pitch (line 1): missing keys lowestHz, highestHz.", "point.pitch(1번째 줄): 빠진 키: lowestHz, highestHz.")]
    [InlineData("{\"point\": {\"pitch\": {\"from\": \"light\"}}}", "point.pitch.from (line 1): \"light\" is not allowed here; allowed: lightness,", "쓸 수 있는 값: lightness,")]
    [InlineData("{\"point\": {\"timbre\": {\"anchors\": [{\"role\": \"red\", \"hue\": 1}, 3]}}}", "point.timbre.anchors[1] (line 1): 3 is not allowed here", "point.timbre.anchors[1](1번째 줄)")]
    [InlineData("{\"id\": \"\\ud800\"}", "stands for no character", "글자가 아닌")]
    [InlineData("[]", "Line 1: a list [ … ] is not allowed here; allowed: an object { … }.", "1번째 줄: 여기에 목록 [ … ] 값은 쓸 수 없습니다.")]
    public void Parse_StructuralFault_SaysWhereAndWhatWithoutNamesOfTheProgram(string text, string english, string korean)
    {
        LocalizedText told = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(Encoding.UTF8.GetBytes(text), "own.json")).Text;

        Assert.Contains(english, told.English, StringComparison.Ordinal);
        Assert.Contains(korean, told.Korean, StringComparison.Ordinal);
        Assert.All([told.English, told.Korean], sentence =>
        {
            Assert.DoesNotContain("Sensorium.", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("BytePositionInLine", sentence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Parse_SeveralStructuralFaults_ReportsAllOfThem()
    {
        byte[] bytes = DataText.Changed(File, root =>
        {
            DataText.Remove(root, "scan.panDegrees");
            DataText.Set(root, "point.pitch.from", "\"brightness\"");
            DataText.Set(root, "point.pitch.lowestHertz", "110");
        });

        string text = Assert.Throws<MalformedInputException>(() => MappingFile.Parse(bytes, "own.json")).Text.English;

        Assert.All(["missing key panDegrees", "\"brightness\" is not allowed", "unknown key \"lowestHertz\""], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_NotUtf8_SaysSo() =>
        Assert.Contains("UTF-8", Assert.Throws<MalformedInputException>(() => MappingFile.Parse([0x7B, 0xFF, 0x7D], "own.json")).Text.English, StringComparison.Ordinal);

    [Fact]
    public void Parse_NoTexture_IsAllowed() =>
        Assert.Null(MappingFile.Parse(DataText.Changed(File, root => DataText.Remove(root, "point.texture")), "own.json").Point.Texture);

    [Fact]
    public void Parse_TextWithoutKorean_UsesTheEnglish() =>
        Assert.Equal(
            new LocalizedText("Mine", "Mine"),
            MappingFile.Parse(DataText.Changed(File, root => DataText.Set(root, "name", "{\"en\": \"Mine\"}")), "own.json").Name);
}
