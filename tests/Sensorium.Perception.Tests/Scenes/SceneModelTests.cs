using Sensorium.Imaging;
using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>The model that comes with the program.</summary>
public sealed class SceneModelTests
{
    private static readonly RegionMap Regions = Pictures.OneRegion(new OkLab(0.3f, -0.01f, -0.05f));

    private static readonly SceneModel Model = SceneModel.Open(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "scene")));

    [Fact]
    public void Perceive_ClearDayAndDarkGrey_DifferInValence()
    {
        Picture day = Pictures.Paint(320, 240, (x, y) => y < 140 ? new Rgb(120, 180, (byte)(245 - (y / 8))) : new Rgb((byte)(70 + (x * 7 % 13)), (byte)(150 + (x * 5 % 11)), 60));
        Picture dull = Pictures.Random(3, 320, 240);
        Darken(dull);

        Assert.True(Feel(day).Valence.Mean > Feel(dull).Valence.Mean + 0.05, $"{Feel(day).Valence} {Feel(dull).Valence}");
    }

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(2, 193, 131)]
    [InlineData(3, 64, 90)]
    public void Perceive_MirroredPicture_FeelsNearlyTheSame(ulong seed, int width, int height)
    {
        Picture picture = Pictures.Random(seed, width, height);

        Affect straight = Feel(picture);
        Affect mirrored = Feel(Pictures.Mirror(picture));

        Assert.Equal(straight.Valence.Mean, mirrored.Valence.Mean, 0.06);
        Assert.Equal(straight.Arousal.Mean, mirrored.Arousal.Mean, 0.06);
        Assert.Equal(straight.Warmth!.Value, mirrored.Warmth!.Value, 0.01);
    }

    [Theory]
    [InlineData(255, 90, 20, true)]
    [InlineData(220, 40, 40, true)]
    [InlineData(240, 200, 60, true)]
    [InlineData(40, 90, 220, false)]
    [InlineData(40, 160, 200, false)]
    [InlineData(30, 140, 110, false)]
    public void Perceive_HueOfFireOrWater_IsWarmOrCool(byte r, byte g, byte b, bool warm)
    {
        Assert.Equal(warm, Feel(Pictures.Flat(r, g, b)).Warmth > 0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(2000, 1)]
    [InlineData(2, 3)]
    [InlineData(15, 17)]
    public void Perceive_SmallOrThinPicture_StaysOnThePlane(int width, int height)
    {
        Affect affect = Feel(Pictures.Flat(200, 30, 90, width, height));

        Assert.InRange(affect.Valence.Mean, -1, 1);
        Assert.InRange(affect.Arousal.Mean, -1, 1);
        Assert.InRange(affect.Warmth!.Value, -1, 1);
        Assert.InRange(affect.Valence.Sd, 0.1, 1);
        Assert.InRange(affect.Arousal.Sd, 0.1, 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Perceive_SamePicture_GivesTheSamePercept(ulong seed)
    {
        Picture picture = Pictures.Random(seed, 400, 300);

        Percept first = Model.Perceive(picture, Regions, null, TestContext.Current.CancellationToken);
        Percept second = Model.Perceive(picture, Regions, null, TestContext.Current.CancellationToken);

        Assert.Equal(first.Affect, second.Affect);
        Assert.Equal(first.Emotions, second.Emotions);
        Assert.Equal(first.Evidence, second.Evidence);
    }

    [Fact]
    public void Perceive_TwiceTheResolution_FeelsNearlyTheSame()
    {
        Picture small = Pictures.Random(8, 320, 256);
        Picture large = Pictures.Paint(640, 512, (x, y) =>
        {
            int at = ((y / 2 * 320) + (x / 2)) * 3;
            return new Rgb(small.Pixels[at], small.Pixels[at + 1], small.Pixels[at + 2]);
        });

        Assert.Equal(Feel(small).Valence.Mean, Feel(large).Valence.Mean, 0.005);
        Assert.Equal(Feel(small).Arousal.Mean, Feel(large).Arousal.Mean, 0.005);
    }

    [Fact]
    public void Perceive_DarkPicture_SaysSoInBothLanguages()
    {
        Percept percept = Model.Perceive(Pictures.Flat(30, 36, 44), Regions, null, TestContext.Current.CancellationToken);

        Assert.InRange(percept.Evidence.Count, 3, 6);
        Assert.Contains(percept.Evidence, text => text.English.Contains("dark", StringComparison.Ordinal) || text.English.StartsWith("night", StringComparison.Ordinal));
        Assert.Contains(percept.Evidence, text => text.English.StartsWith("100 % ", StringComparison.Ordinal) && text.Korean.EndsWith(" 100 %", StringComparison.Ordinal));
        Assert.Equal("scene", percept.Source);
        Assert.Equal("scene@2", percept.Model);
    }

    [Fact]
    public void Perceive_LargeSmilingFace_IsMorePleasantThanASadOne()
    {
        Picture picture = Pictures.Random(6, 320, 256);

        Percept smiling = Model.Perceive(picture, Regions, Reading(Emotion.Joy), TestContext.Current.CancellationToken);
        Percept sad = Model.Perceive(picture, Regions, Reading(Emotion.Sadness), TestContext.Current.CancellationToken);

        Assert.True(smiling.Affect.Valence.Mean > sad.Affect.Valence.Mean, $"{smiling.Affect.Valence} {sad.Affect.Valence}");
    }

    [Fact]
    public void Perceive_FacesNotLookedFor_SaysWhyLast()
    {
        LocalizedText reason = new("faces were not looked for", "얼굴은 찾지 않음");
        FacesInScene scene = new(Model, null, reason);
        Picture picture = Pictures.Flat(90, 120, 200);
        FaceReading none = new() { Faces = [], Group = null, Found = 0 };

        Assert.Equal(reason, scene.Perceive(picture, Regions, null, TestContext.Current.CancellationToken).Evidence[^1]);
        Assert.DoesNotContain(reason, scene.Perceive(picture, Regions, none, TestContext.Current.CancellationToken).Evidence);
    }

    [Fact]
    public void Perceive_PerceiverAtHand_LooksForFacesItself()
    {
        DetectedFace face = new() { Box = new(60, 40, 120, 150), Confidence = 0.9 };
        FacesInScene scene = new(Model, new FacePerceiver(new FakeFaces(face), new FakeExpressions()));
        Picture picture = Pictures.Random(7, 320, 256);

        Percept own = scene.Perceive(picture, Regions, null, TestContext.Current.CancellationToken);
        Percept told = Model.Perceive(picture, Regions, new FacePerceiver(new FakeFaces(face), new FakeExpressions()).Read(picture, null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal(told.Affect, own.Affect);
        Assert.Equal(told.Evidence, own.Evidence);
    }

    [Fact]
    public void Open_NoModelAtAll_SaysWhatIsMissing()
    {
        MissingComponentException missing = Assert.Throws<MissingComponentException>(() => SceneModels.Open(new ModelCatalogue([])));

        Assert.Contains("scene", missing.Text.English, StringComparison.Ordinal);
    }

    private static FaceReading Reading(Emotion emotion)
    {
        EmotionScores scores = FakeExpressions.Scores(emotion);
        Percept percept = new()
        {
            Affect = Circumplex.AffectOf(scores),
            Emotions = scores,
            Evidence = [new LocalizedText("a face", "얼굴")],
            Source = "face",
            Model = "fake@1",
        };
        DetectedFace face = new() { Box = new(80, 30, 150, 180), Confidence = 0.95 };
        return new FaceReading { Faces = [new FacePercept(face, percept)], Group = percept, Found = 1 };
    }

    private static void Darken(Picture picture)
    {
        for (int i = 0; i < picture.Pixels.Length; i += 3)
        {
            byte grey = (byte)((picture.Pixels[i] + picture.Pixels[i + 1] + picture.Pixels[i + 2]) / 12);
            picture.Pixels.Slice(i, 3).Fill(grey);
        }
    }

    [Fact]
    public void Open_ManifestWithoutItsFileOrForAnotherTask_SaysSo()
    {
        using TinyPack scene = new(SceneModel.Task, [1, 2, 3]);
        using TinyPack face = new(FaceDetectors.Task, [1, 2, 3]);

        Assert.Contains(".safetensors", Assert.Throws<MalformedInputException>(() => SceneModel.Open(scene.Load())).Text.English, StringComparison.Ordinal);
        Assert.Contains("face-detection", Assert.Throws<UnsupportedInputException>(() => SceneModel.Open(face.Load())).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Perceive_NoRegions_NamesTheCommonestColourItself()
    {
        Picture picture = Pictures.Paint(120, 80, (_, y) => y < 60 ? new Rgb(40, 90, 220) : new Rgb(240, 240, 240));

        Percept percept = Model.Perceive(picture, null, null, TestContext.Current.CancellationToken);

        LocalizedText blue = ColourNames.Of(new Rgb(40, 90, 220)).Text;
        Assert.Contains(percept.Evidence, text => text.English == $"75 % {blue.English}" && text.Korean == $"{blue.Korean} 75 %");
        Assert.Equal(percept.Affect, Feel(picture));
    }

    private static Affect Feel(Picture picture) => Model.Perceive(picture, Regions, null, TestContext.Current.CancellationToken).Affect;
}
