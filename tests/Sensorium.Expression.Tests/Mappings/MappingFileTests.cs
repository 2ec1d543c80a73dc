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

    [Fact]
    public void Parse_NoTexture_IsAllowed() =>
        Assert.Null(MappingFile.Parse(DataText.Changed(File, root => DataText.Remove(root, "point.texture")), "own.json").Point.Texture);

    [Fact]
    public void Parse_TextWithoutKorean_UsesTheEnglish() =>
        Assert.Equal(
            new LocalizedText("Mine", "Mine"),
            MappingFile.Parse(DataText.Changed(File, root => DataText.Set(root, "name", "{\"en\": \"Mine\"}")), "own.json").Name);
}
