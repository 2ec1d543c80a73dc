using System.Text.Json.Nodes;

namespace Sensorium.Expression.Tests;

/// <summary>docs/schemas against what the program reads and writes.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema MappingSchema = JsonSchema.Read("mapping");
    private static readonly JsonSchema SoundSetSchema = JsonSchema.Read("soundset");
    private static readonly JsonSchema SoundMapSchema = JsonSchema.Read("soundmap");

    [Fact]
    public void Mapping_EveryBuiltIn_FitsTheSchema() => Assert.All(MappingFile.BuiltInIds, id =>
        Assert.Empty(MappingSchema.Faults(DataText.Read($"mappings/{id}.json").ToJsonString())));

    [Fact]
    public void SoundSet_EveryBuiltIn_FitsTheSchema() => Assert.All(SoundSetFile.BuiltInIds, id =>
        Assert.Empty(SoundSetSchema.Faults(DataText.Read($"sounds/{id}.json").ToJsonString())));

    /// <summary>What the schema refuses the program refuses too, and the other way round.</summary>
    [Theory]
    [InlineData("version", "0")]
    [InlineData("feeling.arousalGain", "11")]
    [InlineData("point.pitch.from", "\"chroma\"")]
    [InlineData("point.pitch.lowestHz", "54")]
    [InlineData("scan.pitch.highestHz", "3521")]
    [InlineData("point.timbre.from", "\"lightness\"")]
    [InlineData("point.timbre.anchors.0.role", "\"brown\"")]
    [InlineData("point.timbre.anchors.7.hue", "360")]
    [InlineData("point.timbre.plateau", "0.5")]
    [InlineData("point.timbre.neutral.lightAbove", "1.1")]
    [InlineData("point.loudness.from", "\"hue\"")]
    [InlineData("point.loudness.full", "0")]
    [InlineData("point.loudness.spanDb", "-1")]
    [InlineData("point.brightness.highestHz", "20001")]
    [InlineData("point.texture.depth", "2")]
    [InlineData("scan.panDegrees", "91")]
    [InlineData("deficiency.pitchShift", "0.6")]
    [InlineData("deficiency.positiveGate", "[1, 1, 1, 1]")]
    [InlineData("deficiency.negativeRole", "\"brown\"")]
    [InlineData("name", "{\"ko\": \"이름\"}")]
    [InlineData("point", "null")]
    [InlineData("tempo", "120")]
    public void Mapping_AFault_IsRefusedBySchemaAndProgram(string path, string value)
    {
        byte[] bytes = DataText.Changed("mappings/perceptual.json", root => DataText.Set(root, path, value));

        Assert.NotEmpty(MappingSchema.Faults(System.Text.Encoding.UTF8.GetString(bytes)));
        Assert.Throws<MalformedInputException>(() => MappingFile.Parse(bytes, "own.json"));
    }

    [Theory]
    [InlineData("roles.red.program", "128")]
    [InlineData("roles.red.octave", "3")]
    [InlineData("roles.red.levelDb", "7")]
    [InlineData("roles.red.highest", "128")]
    [InlineData("roles.red.file", "\"oboe.wav\"")]
    [InlineData("roles.red", "{\"name\": {\"en\": \"a\"}, \"file\": \"a.wav\"}")]
    [InlineData("roles.red", "{\"name\": {\"en\": \"a\"}}")]
    [InlineData("roles.brown", "{\"name\": {\"en\": \"a\"}, \"program\": 1}")]
    [InlineData("accompaniment", "{}")]
    [InlineData("id", "\"\"")]
    public void SoundSet_AFault_IsRefusedBySchemaAndProgram(string path, string value)
    {
        byte[] bytes = DataText.Changed("sounds/orchestra.json", root => DataText.Set(root, path, value));

        Assert.NotEmpty(SoundSetSchema.Faults(System.Text.Encoding.UTF8.GetString(bytes)));
        Assert.Throws<MalformedInputException>(() => SoundSetFile.Parse(bytes, "own.json"));
    }

    [Theory]
    [InlineData("perceptual")]
    [InlineData("hsv")]
    public void SoundMap_Written_FitsTheSchema(string mapping)
    {
        SoundMap map = Samples.Map(mapping: MappingFile.BuiltIn(mapping));
        string withPiece = SoundMapJson.Write(map, new PieceComposer(map, Samples.Orchestra).Compose(), "sensorium 0.1.0");

        Assert.Empty(SoundMapSchema.Faults(withPiece));
        Assert.Empty(SoundMapSchema.Faults(SoundMapJson.Write(map, null, "sensorium 0.1.0", indented: false)));
        Assert.Empty(MappingSchema.Faults(JsonNode.Parse(withPiece)!["mapping"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("schema", "\"sensorium-soundmap-2\"")]
    [InlineData("picture.width", "0")]
    [InlineData("feeling.valence.mean", "1.5")]
    [InlineData("music.key.mode", "\"major\"")]
    [InlineData("music.scale", "[60]")]
    [InlineData("colours.space", "\"rgb\"")]
    [InlineData("regions", "[]")]
    [InlineData("regions.1.rgb", "\"#12345G\"")]
    [InlineData("regions.1.area", "1.01")]
    [InlineData("regions.1.parent", "\"0\"")]
    [InlineData("regions.1.anchor", "[0.5]")]
    [InlineData("regions.1.sound.point.pitch", "60.5")]
    [InlineData("regions.1.sound.deutan.gate", "[2]")]
    [InlineData("regions.1.sound.scan.layers", "[]")]
    [InlineData("regions.1.sound.scan.layers.0.role", "\"brown\"")]
    [InlineData("regions.1.volume", "1")]
    [InlineData("piece.notes.0.length", "0")]
    public void SoundMap_AFault_IsRefused(string path, string value)
    {
        SoundMap map = Samples.Map();
        JsonObject root = JsonNode.Parse(SoundMapJson.Write(map, new PieceComposer(map, Samples.Orchestra).Compose(), "sensorium 0.1.0"))!.AsObject();
        DataText.Set(root, path, value);

        Assert.NotEmpty(SoundMapSchema.Faults(root.ToJsonString()));
    }
}
