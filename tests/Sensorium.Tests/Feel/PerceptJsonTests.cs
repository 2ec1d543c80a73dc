using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class PerceptJsonTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("percept");

    private static readonly string[] Keys =
    [
        "input", "kind", "width", "height", "seconds", "valence", "arousal", "warmth", "emotions", "core", "intensity", "unsure", "evidence", "notes", "faces", "sources",
    ];

    [Fact]
    public void Write_FacesAndScene_FitsTheSchemaInTheStatedOrder()
    {
        string json = Json(Fused(), Language.English);

        Assert.Empty(Schema.Faults(json));
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        Assert.Equal(Keys, root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["joy", "sadness", "anger", "surprise", "fear", "contempt", "disgust", "neutral"], root.GetProperty("emotions").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["face", "scene"], root.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("source").GetString()));
        Assert.Equal(1, root.GetProperty("sources").EnumerateArray().Sum(source => source.GetProperty("weight").GetDouble()), 0.002);
        Assert.Equal(12.3, root.GetProperty("faces")[0].GetProperty("box").GetProperty("x").GetDouble());
        Assert.False(root.GetProperty("faces")[0].TryGetProperty("attributes", out _));
        Assert.Equal("a cut file", root.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public void Write_OneSource_IsListedWithItsModel()
    {
        FeelResult result = Fused() with { Percept = FeelWorld.Of(-0.0004, 0.12345), Faces = [], Warning = null };

        string json = Json(result, Language.Korean);

        Assert.Empty(Schema.Faults(json));
        Assert.Contains("\"valence\":{\"mean\":0,\"sd\":0.3},\"arousal\":{\"mean\":0.123,\"sd\":0.3}", json, StringComparison.Ordinal);
        Assert.Contains("\"model\":\"stand-in-scene@1\",\"weight\":1,", json, StringComparison.Ordinal);
        Assert.Contains("민무늬 벽", System.Text.RegularExpressions.Regex.Unescape(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AgeAndGender_StandInTheFace()
    {
        FacePercept face = Fused().Faces[0] with { Attributes = new FaceAttributes { Model = "ages@2", Age = 34.25, Gender = new("woman", "여성"), GenderShare = 0.9 } };
        FacePercept unknown = face with { Attributes = new FaceAttributes { Model = "ages@2" } };

        string json = Json(Fused() with { Faces = [face, unknown] }, Language.English);

        Assert.Empty(Schema.Faults(json));
        Assert.Contains("\"attributes\":{\"model\":\"ages@2\",\"age\":34.25,\"gender\":\"woman\",\"genderShare\":0.9}", json, StringComparison.Ordinal);
        Assert.Contains("\"attributes\":{\"model\":\"ages@2\",\"age\":null,\"gender\":null,\"genderShare\":null}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"core\":\"joy\"", "\"core\":\"bliss\"")]
    [InlineData("\"unsure\":false", "\"unsure\":\"no\"")]
    [InlineData("\"kind\":\"picture\"", "\"kind\":\"smell\"")]
    [InlineData("\"warmth\":", "\"heat\":")]
    [InlineData("\"weight\":", "\"weight\":7,\"was\":")]
    public void Schema_AFault_IsRefused(string right, string wrong)
    {
        string json = Json(Fused(), Language.English);

        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Faults(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Shares_AnyScores_AddUpToOneWithinAThousandthEach() => Prop.ForAll(
        Gen.Choose(0, 1000).ArrayOf(EmotionScores.Count).Where(weights => weights.Sum() > 0).ToArbitrary(),
        weights =>
        {
            EmotionScores scores = EmotionScores.FromWeights([.. weights.Select(weight => (double)weight)]);

            double[] shares = PerceptJson.Shares(scores);

            Assert.Equal(1000, shares.Sum(share => (int)Math.Round(share * 1000)));
            Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.InRange(shares[(int)emotion], scores[emotion] - 0.001, scores[emotion] + 0.001));
        }).QuickCheckThrowOnFailure();

    private static FeelResult Fused()
    {
        Percept face = new()
        {
            Affect = new Affect { Valence = new(0.61, 0.28), Arousal = new(0.2, 0.3) },
            Emotions = EmotionScores.FromWeights([8, 1, 0, 1, 0, 0, 0, 2]),
            Evidence = [new("a glad face", "기쁜 얼굴")],
            Source = "face",
            Model = "stand-in-expression@1",
        };
        return new FeelResult
        {
            Input = "folder/사진.jpg",
            Kind = "picture",
            Width = 640,
            Height = 480,
            Bytes = 1234,
            Percept = new PerceptFusion().Fuse([face, FeelWorld.Of(0.2, -0.1)]),
            Faces = [new FacePercept(new DetectedFace { Box = new(12.345, -3, 100, 120), Confidence = 0.98765 }, face)],
            Warning = new("a cut file", "잘린 파일"),
        };
    }

    private static string Json(FeelResult result, Language language)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PerceptJson.Write(writer, result, language);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
