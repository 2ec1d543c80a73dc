using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sensorium.Expression.Tests;

public sealed class SoundMapJsonTests
{
    private static readonly SoundMap Map = Samples.Map();

    private static JsonElement Written(SoundMap map) => JsonDocument.Parse(SoundMapJson.Write(map, null, "sensorium 0.1.0")).RootElement;

    [Fact]
    public void Write_AnyMap_HasTheStatedKeysInOrder()
    {
        JsonElement root = Written(Map);

        Assert.Equal(
            ["schema", "generator", "picture", "seed", "feeling", "music", "mapping", "colours", "regions", "piece"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["id", "level", "parent", "children", "name", "basic", "rgb", "oklab", "hsv", "area", "anchor", "centre", "box", "outlines", "neighbours", "contrast", "label", "sound"],
            root.GetProperty("regions")[1].EnumerateObject().Select(property => property.Name));
        Assert.Equal(SoundMapJson.Schema, root.GetProperty("schema").GetString());
    }

    [Fact]
    public void Write_EveryRegion_StandsAtItsId()
    {
        JsonElement regions = Written(Map).GetProperty("regions");

        Assert.Equal(Map.Regions.Regions.Count, regions.GetArrayLength());
        Assert.All(Enumerable.Range(0, regions.GetArrayLength()), id =>
        {
            Assert.Equal(id, regions[id].GetProperty("id").GetInt32());
            Assert.Equal(Map.Regions.Regions[id].Rgb.ToHex(), regions[id].GetProperty("rgb").GetString());
            Assert.Equal(Map.Sounds[id].Point.Pitch, regions[id].GetProperty("sound").GetProperty("point").GetProperty("pitch").GetInt32());
        });
    }

    [Fact]
    public void Write_LabelsAndParents_AreNullWhereThereAreNone()
    {
        JsonElement regions = Written(Map).GetProperty("regions");

        Assert.Equal("sky", regions[1].GetProperty("label").GetString());
        Assert.Equal(JsonValueKind.Null, regions[2].GetProperty("label").ValueKind);
        Assert.Equal(JsonValueKind.Null, regions[0].GetProperty("parent").ValueKind);
        Assert.Equal(0, regions[1].GetProperty("parent").GetInt32());
    }

    [Fact]
    public void Write_Numbers_HaveAtMostFourDecimalsAndNoMinusZero()
    {
        JsonNode root = JsonNode.Parse(SoundMapJson.Write(Map, null, "sensorium 0.1.0"))!;

        foreach (string number in Numbers(root).ToArray())
        {
            int point = number.IndexOf('.', StringComparison.Ordinal);
            Assert.True(point < 0 || number.Length - point - 1 <= 4, number);
            Assert.NotEqual("-0", number);
            Assert.DoesNotContain("E", number, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Write_SameMap_GivesTheSameTextWithLineFeedsOnly()
    {
        string text = SoundMapJson.Write(Map, null, "sensorium 0.1.0");

        Assert.Equal(text, SoundMapJson.Write(Samples.Map(), null, "sensorium 0.1.0"));
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.Contains("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NotIndented_IsTheSameDocumentOnOneLine()
    {
        string line = SoundMapJson.Write(Map, null, "sensorium 0.1.0", indented: false);

        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(line).RootElement, Written(Map)));
    }

    [Fact]
    public void Write_KoreanAndQuotes_SurviveARoundTrip()
    {
        SoundMap map = Map with { Name = "항구 \"노을\"\\.png", Labels = new Dictionary<int, string> { [1] = "</script> & 하늘" } };

        JsonElement root = Written(map);

        Assert.Equal(map.Name, root.GetProperty("picture").GetProperty("name").GetString());
        Assert.Equal("</script> & 하늘", root.GetProperty("regions")[1].GetProperty("label").GetString());
        Assert.Contains("항구", SoundMapJson.Write(map, null, "sensorium 0.1.0"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutWarmth_WritesNull()
    {
        SoundMap map = Map with { Feeling = Samples.Percept(warmth: null) };

        Assert.Equal(JsonValueKind.Null, Written(map).GetProperty("feeling").GetProperty("warmth").ValueKind);
    }

    [Fact]
    public void Write_Mapping_ReadsBackAsTheSameMapping()
    {
        string mapping = Written(Map).GetProperty("mapping").GetRawText();

        Mapping back = MappingFile.Parse(System.Text.Encoding.UTF8.GetBytes(mapping), "map.json");

        Assert.Equal(mapping, Written(Map with { Mapping = back }).GetProperty("mapping").GetRawText());
        Assert.Equal(Samples.Perceptual.Point.Timbre.Anchors, back.Point.Timbre.Anchors);
    }

    [Fact]
    public void Write_NotANumber_IsRefusedRatherThanWritten()
    {
        Percept broken = Samples.Percept() with { Affect = Samples.Feeling(double.NaN, 0) };

        Assert.ThrowsAny<ArgumentException>(() => SoundMapJson.Write(Map with { Feeling = broken }, null, "sensorium 0.1.0"));
    }

    [Fact]
    public void Write_Piece_HasEveryNoteByStart()
    {
        Piece piece = new PieceComposer(Map, Samples.Orchestra).Compose();

        JsonElement notes = JsonDocument.Parse(SoundMapJson.Write(Map, piece, "sensorium 0.1.0")).RootElement.GetProperty("piece").GetProperty("notes");

        double[] starts = [.. notes.EnumerateArray().Select(note => note.GetProperty("start").GetDouble())];
        Assert.Equal(piece.Notes.Count, starts.Length);
        Assert.Equal(starts.Order(), starts);
    }

    private static IEnumerable<string> Numbers(JsonNode? node) => node switch
    {
        JsonObject inner => inner.Where(property => property.Key != "mapping").SelectMany(property => Numbers(property.Value)),
        JsonArray list => list.SelectMany(Numbers),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value.ToJsonString()],
        _ => [],
    };
}
