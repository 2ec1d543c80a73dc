using System.Runtime.Intrinsics;
using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class SceneFeaturesTests
{
    [Fact]
    public void Measure_FlatGrey_HasNoContrastEdgesOrColour()
    {
        SceneFeatures features = SceneFeatures.Measure(Pictures.Flat(128, 128, 128), TestContext.Current.CancellationToken);

        Assert.Equal(ColourConversion.ToOkLab(new Rgb(128, 128, 128)).L, features[SceneFeature.Lightness], 1e-4);
        Assert.Equal(0, features[SceneFeature.Chroma], 1e-3);
        Assert.Equal(0, features[SceneFeature.Contrast], 1e-3);
        Assert.Equal(0, features[SceneFeature.EdgeDensity], 1e-9);
        Assert.Equal(0, features[SceneFeature.Colourfulness], 1e-9);
        Assert.Equal(1, features[SceneFeature.GreyShare]);
        Assert.Equal(1, features[SceneFeature.CalmArea]);
        Assert.Equal(Math.Log(0.01), features[SceneFeature.MassContrast], 1e-3);
    }

    [Fact]
    public void Measure_BlackOverWhite_HasTheClosedFormOfTwoHalves()
    {
        // Half 0 and half 1: standard deviation .5, all of it between cells, light from below.
        Picture picture = Pictures.Paint(96, 96, (_, y) => y < 48 ? new Rgb(0, 0, 0) : new Rgb(255, 255, 255));

        SceneFeatures features = SceneFeatures.Measure(picture, TestContext.Current.CancellationToken);

        Assert.Equal(0.5, features[SceneFeature.Lightness], 1e-3);
        Assert.Equal(0.5, features[SceneFeature.Contrast], 1e-3);
        Assert.Equal(0.5 / 0.51, features[SceneFeature.BroadShare], 1e-3);
        Assert.Equal(-1, features[SceneFeature.LightFromAbove], 1e-3);
        Assert.Equal(Math.Log(0.51), features[SceneFeature.MassContrast], 1e-3);
        Assert.Equal(0, features[SceneFeature.Diagonals], 1e-9);
    }

    [Fact]
    public void Measure_PureRed_HasTheColourfulnessOfHaslerAndSuesstrunk()
    {
        // No spread: .3 * sqrt(255^2 + 127.5^2).
        SceneFeatures features = SceneFeatures.Measure(Pictures.Flat(255, 0, 0), TestContext.Current.CancellationToken);

        Assert.Equal(0.3 * Math.Sqrt((255.0 * 255) + (127.5 * 127.5)), features[SceneFeature.Colourfulness], 1e-6);
    }

    [Fact]
    public void Measure_DiagonalStripes_AreAllDiagonal()
    {
        static Rgb Stripe(int phase) => phase % 24 < 12 ? new Rgb(20, 20, 20) : new Rgb(230, 230, 230);

        SceneFeatures diagonal = SceneFeatures.Measure(Pictures.Paint(120, 120, (x, y) => Stripe(x + y)), TestContext.Current.CancellationToken);
        SceneFeatures level = SceneFeatures.Measure(Pictures.Paint(120, 120, (_, y) => Stripe(y)), TestContext.Current.CancellationToken);

        Assert.True(diagonal[SceneFeature.Diagonals] > 0.9);
        Assert.Equal(0, level[SceneFeature.Diagonals], 1e-5);
    }

    [Fact]
    public void Measure_BlueOverGreen_IsSkyAndGreenery()
    {
        Picture picture = Pictures.Paint(90, 90, (_, y) => y < 45 ? new Rgb(110, 170, 240) : new Rgb(70, 150, 60));

        SceneFeatures features = SceneFeatures.Measure(picture, TestContext.Current.CancellationToken);

        Assert.Equal(1, features[SceneFeature.SkyAbove]);
        Assert.Equal(0.5, features[SceneFeature.Greenery], 1e-6);
    }

    [Fact]
    public void Measure_OneHueAndAllHues_SpanTheVariety()
    {
        SceneFeatures one = SceneFeatures.Measure(Pictures.Flat(60, 120, 220), TestContext.Current.CancellationToken);
        Picture wheel = Pictures.Paint(120, 60, (x, _) => ColourConversion.ToRgb(new OkLab(0.6f, 0.08f * MathF.Cos(x * MathF.Tau / 120), 0.08f * MathF.Sin(x * MathF.Tau / 120))));

        Assert.Equal(0, one[SceneFeature.HueVariety], 1e-9);
        Assert.True(SceneFeatures.Measure(wheel, TestContext.Current.CancellationToken)[SceneFeature.HueVariety] > 0.98);
    }

    [Theory]
    [InlineData(29, false, 0)]
    [InlineData(62, false, 0.44)]
    [InlineData(105, false, 0.52)]
    [InlineData(145, false, 0.39)]
    [InlineData(264, false, 0.35)]
    [InlineData(310, false, 0.25)]
    [InlineData(62, true, -0.36)]
    [InlineData(204.5, false, 0.37)]
    public void HuePleasure_Anchor_IsThePublishedShare(float hue, bool brown, double expected)
    {
        Assert.Equal(expected, HuePleasure.Of(hue, brown), 1e-4);
    }

    [Fact]
    public void HuePleasure_AroundTheCircle_NeverJumps()
    {
        for (int degrees = 0; degrees < 360; degrees++)
        {
            Assert.True(MathF.Abs(HuePleasure.Of(degrees, false) - HuePleasure.Of((degrees + 1) % 360, false)) < 0.02f);
        }
    }

    [Fact]
    public void HuePleasure_EightAtATime_IsTheSame()
    {
        for (int degrees = 0; degrees <= 360; degrees += 8)
        {
            Vector256<float> hues = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7) + Vector256.Create((float)degrees);
            Vector256<float> priors = HuePleasure.Of(hues, Vector256<float>.Zero);
            Vector256<float> browns = HuePleasure.Of(hues, Vector256<float>.AllBitsSet);
            for (int i = 0; i < 8 && degrees + i <= 360; i++)
            {
                Assert.Equal(HuePleasure.Of(degrees + i, false), priors[i], 1e-5f);
                Assert.Equal(HuePleasure.Of(degrees + i, true), browns[i]);
            }
        }
    }

    [Theory]
    [InlineData(1, 160, 120)]
    [InlineData(2, 97, 61)]
    [InlineData(3, 13, 150)]
    [InlineData(4, 5, 3)]
    [InlineData(5, 1, 1)]
    [InlineData(6, 400, 300)]
    public void Measure_AnyPicture_EqualsOnePixelAtATime(ulong seed, int width, int height)
    {
        Picture picture = Pictures.Random(seed, width, height);

        SceneFeatures fast = SceneFeatures.Measure(picture, TestContext.Current.CancellationToken);
        PlainSceneFeatures plain = PlainSceneFeatures.Measure(picture);

        Assert.All(Enum.GetValues<SceneFeature>(), feature => Assert.Equal(plain[feature], fast[feature], 1e-5 * Math.Max(1, Math.Abs(plain[feature]))));
    }
}
