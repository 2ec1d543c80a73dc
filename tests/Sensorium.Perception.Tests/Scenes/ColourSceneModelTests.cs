using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class ColourSceneModelTests
{
    private static readonly RegionMap Regions = Pictures.OneRegion(new OkLab(0.3f, -0.01f, -0.05f));

    [Theory]
    [InlineData(255, 170, 30)]
    [InlineData(235, 70, 110)]
    [InlineData(40, 200, 90)]
    public void Perceive_DarkBlueGrey_IsLessPleasantAndCalmerThanBrightSaturated(byte r, byte g, byte b)
    {
        Affect dull = Feel(Pictures.Flat(40, 46, 58));
        Affect vivid = Feel(Pictures.Flat(r, g, b));

        Assert.True(dull.Valence.Mean < vivid.Valence.Mean - 0.15);
        Assert.True(dull.Arousal.Mean < vivid.Arousal.Mean - 0.01);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(70)]
    public void Perceive_DarkGrey_IsUnpleasant(byte level)
    {
        // With raw HSV in place of standardised values the published formula can never be negative.
        Assert.True(Feel(Pictures.Flat(level, level, level)).Valence.Mean < 0);
    }

    [Fact]
    public void Perceive_LighterColour_IsNeverLessPleasant()
    {
        Prop.ForAll(Gen.Choose(0, 359).Zip(Gen.Choose(20, 70)).ToArbitrary(), pair =>
        {
            float hue = pair.Item1 * MathF.PI / 180;
            OkLab darker = new(pair.Item2 / 100f, 0.055f * MathF.Cos(hue), 0.055f * MathF.Sin(hue));
            OkLab lighter = darker with { L = darker.L + 0.12f };
            return ValenceWithoutBrown(lighter) >= ValenceWithoutBrown(darker) - 0.004;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(7, 9));
    }

    [Fact]
    public void Perceive_MoreChroma_IsNeverCalmer()
    {
        // Kept on both sides of the brown border, where a step is meant.
        Prop.ForAll(Gen.Choose(110, 340).Zip(Gen.Choose(4, 9)).ToArbitrary(), pair =>
        {
            float hue = pair.Item1 * MathF.PI / 180;
            float chroma = pair.Item2 / 100f;
            OkLab weak = new(0.6f, chroma * MathF.Cos(hue), chroma * MathF.Sin(hue));
            OkLab strong = new(0.6f, (chroma + 0.02f) * MathF.Cos(hue), (chroma + 0.02f) * MathF.Sin(hue));
            return Feel(Pictures.Flat(strong)).Arousal.Mean >= Feel(Pictures.Flat(weak)).Arousal.Mean - 0.006;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(7, 9));
    }

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(2, 193, 131)]
    [InlineData(3, 64, 90)]
    public void Perceive_MirroredPicture_FeelsTheSame(ulong seed, int width, int height)
    {
        Picture picture = Pictures.Random(seed, width, height);

        Affect straight = Feel(picture);
        Affect mirrored = Feel(Pictures.Mirror(picture));

        Assert.Equal(straight.Valence.Mean, mirrored.Valence.Mean, 0.01);
        Assert.Equal(straight.Arousal.Mean, mirrored.Arousal.Mean, 0.01);
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

    [Fact]
    public void Perceive_MidGrey_HasTheWarmthOfTheFormula()
    {
        // The formula gives -.5 without chroma; the photographs' mean and standard deviation are -.3356 and .3400.
        Assert.Equal(Math.Tanh((-0.5 + 0.3356) / 0.68), Feel(Pictures.Flat(128, 128, 128)).Warmth!.Value, 0.01);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(2000, 1)]
    [InlineData(2, 3)]
    public void Perceive_SmallOrThinPicture_StaysOnThePlane(int width, int height)
    {
        Affect affect = Feel(Pictures.Flat(200, 30, 90, width, height));

        Assert.InRange(affect.Valence.Mean, -1, 1);
        Assert.InRange(affect.Arousal.Mean, -1, 1);
        Assert.InRange(affect.Warmth!.Value, -1, 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Perceive_SamePicture_GivesTheSamePercept(ulong seed)
    {
        Picture picture = Pictures.Random(seed, 400, 300);
        ColourSceneModel model = new();

        Percept first = model.Perceive(picture, Regions, TestContext.Current.CancellationToken);
        Percept second = model.Perceive(picture, Regions, TestContext.Current.CancellationToken);

        Assert.Equal(first.Affect, second.Affect);
        Assert.Equal(first.Evidence, second.Evidence);
    }

    [Fact]
    public void Perceive_TwiceTheResolution_FeelsNearlyTheSame()
    {
        Picture small = Pictures.Random(8, 384, 256);
        Picture large = Pictures.Paint(768, 512, (x, y) =>
        {
            int at = ((y / 2 * 384) + (x / 2)) * 3;
            return new Rgb(small.Pixels[at], small.Pixels[at + 1], small.Pixels[at + 2]);
        });

        Assert.Equal(Feel(small).Valence.Mean, Feel(large).Valence.Mean, 0.005);
        Assert.Equal(Feel(small).Arousal.Mean, Feel(large).Arousal.Mean, 0.005);
    }

    [Fact]
    public void Perceive_DarkPicture_SaysSoInBothLanguages()
    {
        Percept percept = new ColourSceneModel().Perceive(Pictures.Flat(30, 36, 44), Regions, TestContext.Current.CancellationToken);

        Assert.InRange(percept.Evidence.Count, 3, 6);
        Assert.Contains(percept.Evidence, text => text.English.StartsWith("dark (lightness 0.", StringComparison.Ordinal) && text.Korean.StartsWith("어두움: 밝기 0.", StringComparison.Ordinal));
        Assert.Contains(percept.Evidence, text => text.English.StartsWith("100 % ", StringComparison.Ordinal) && text.Korean.EndsWith(" 100 %", StringComparison.Ordinal));
        Assert.Equal("scene", percept.Source);
        Assert.Equal("scene-colour@1", percept.Model);
    }

    [Fact]
    public void Rows_Order_IsThatOfTheFeatures()
    {
        Assert.Equal(Enum.GetValues<SceneFeature>(), ColourSceneTable.Rows.Select(row => row.Feature));
    }

    private static Affect Feel(Picture picture) => new ColourSceneModel().Perceive(picture, Regions, TestContext.Current.CancellationToken).Affect;

    // Brown turns into orange or yellow as it gets lighter, which has a prior of its own.
    private static double ValenceWithoutBrown(OkLab colour) =>
        colour.HueDegrees is > 30 and < 105 ? colour.L : Feel(Pictures.Flat(colour)).Valence.Mean;
}
