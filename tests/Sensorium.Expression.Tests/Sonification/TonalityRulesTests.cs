using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Expression.Tests;

public sealed class TonalityRulesTests
{
    private static readonly RegionMap Picture = RegionMapBuilder.Harbour();
    private static readonly double[] Steps = [.. Enumerable.Range(-20, 41).Select(i => i / 20.0)];
    private static readonly Arbitrary<(double, double)> Feelings =
        (from v in Gen.Choose(-1000, 1000) from a in Gen.Choose(-1000, 1000) select (v / 1000.0, a / 1000.0)).ToArbitrary();

    private static Tonality Choose(double valence, double arousal, double? warmth = null, double? lowest = null, double? highest = null) =>
        TonalityRules.Choose(Samples.Feeling(valence, arousal, warmth), default, Picture, Samples.Perceptual, lowest, highest);

    [Fact]
    public void Choose_HigherValence_NeverDarkensTheMode()
    {
        Mode[] modes = [.. Steps.Select(valence => Choose(valence, 0).Key.Mode)];

        Assert.All(modes.Zip(modes.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.Equal(Enum.GetValues<Mode>().Length, modes.Distinct().Count());
    }

    [Fact]
    public void Choose_HigherArousal_QuickensAndLoudens()
    {
        Tonality[] all = [.. Steps.Select(arousal => Choose(0, arousal))];

        Assert.All(all.Zip(all.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Tempo >= pair.First.Tempo);
            Assert.True(pair.Second.Dynamics >= pair.First.Dynamics);
            Assert.True(pair.Second.Register >= pair.First.Register);
        });
        Assert.True(all[^1].Tempo - all[0].Tempo > 80);
    }

    [Fact]
    public void Choose_AnyFeeling_HasBarsOfWholeHundredthsOfASecond() => Prop.ForAll(Feelings, feeling =>
    {
        Tonality tonality = Choose(feeling.Item1, feeling.Item2);
        double hundredths = tonality.BarSeconds * 100;
        return Math.Abs(hundredths - Math.Round(hundredths)) < 1e-6 && tonality.Tempo is >= 49.9 and <= 160.1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Choose_AnyFeeling_ScaleIsPentatonicRisingAndWithinRange() => Prop.ForAll(Feelings, feeling =>
    {
        Tonality tonality = Choose(feeling.Item1, feeling.Item2);
        return tonality.Scale.All(note => note is >= 45 and <= 81)
            && tonality.Scale.Zip(tonality.Scale.Skip(1)).All(pair => pair.First < pair.Second)
            && tonality.Scale.Select(note => note % 12).Distinct().Count() == 5
            && tonality.Scale.All(note => tonality.Key.Degrees.Contains((note - tonality.Key.Tonic + 12) % 12));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(220, 440, 57, 69)]
    [InlineData(55, 3520, 33, 105)]
    public void Choose_UsersRange_IsKept(double lowest, double highest, int first, int last)
    {
        IReadOnlyList<int> scale = Choose(0, 0, lowest: lowest, highest: highest).Scale;

        Assert.InRange(scale[0], first, first + 2);
        Assert.InRange(scale[^1], last - 2, last);
    }

    [Theory]
    [InlineData(.5, "warm")]
    [InlineData(0.0, "neutral")]
    [InlineData(-.5, "cool")]
    [InlineData(null, "neutral")]
    public void Choose_Warmth_ChoosesTheFamily(double? warmth, string family) => Assert.Equal(family, Choose(0, 0, warmth).Family);

    [Fact]
    public void Choose_GreyPicture_IsInD()
    {
        RegionMap grey = RegionMapBuilder.Stripes(new Rgb(40, 40, 40), new Rgb(200, 200, 200));

        Assert.Equal(2, TonalityRules.Choose(Samples.Feeling(0, 0), default, grey, Samples.Perceptual).Key.Tonic);
    }

    [Fact]
    public void Choose_OtherLeadingHue_ChangesTheTonic()
    {
        Rgb[] colours = [new(220, 30, 30), new(230, 200, 40), new(40, 160, 60), new(40, 60, 200)];

        int[] tonics = [.. colours.Select(colour => TonalityRules.Choose(Samples.Feeling(0, 0), default, RegionMapBuilder.Stripes(colour), Samples.Perceptual).Key.Tonic)];

        Assert.Equal(colours.Length, tonics.Distinct().Count());
    }

    [Fact]
    public void Choose_AnyPicture_LightnessRangeHoldsEveryRegionAndIsWideEnough() => Prop.ForAll(Samples.Colours.ListOf(3).ToArbitrary(), colours =>
    {
        RegionMap picture = RegionMapBuilder.Stripes([.. colours]);
        Tonality tonality = TonalityRules.Choose(Samples.Feeling(0, 0), default, picture, Samples.Perceptual);
        return tonality.LightestLightness - tonality.DarkestLightness > .2999
            && tonality.DarkestLightness > -1e-6
            && tonality.LightestLightness < 1 + 1e-6
            && picture.Regions.All(region => region.Colour.L >= tonality.DarkestLightness - 1e-6 && region.Colour.L <= tonality.LightestLightness + 1e-6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Expressed_CentreAndFarAway_AreNeutralAndClamped()
    {
        FeelingMapping mapping = new() { ValenceCentre = .1, ValenceGain = 2, ArousalCentre = -.2, ArousalGain = 3 };

        Assert.Equal((0.0, 0.0), TonalityRules.Expressed(Samples.Feeling(.1, -.2), mapping));
        Assert.Equal((-1.0, 1.0), TonalityRules.Expressed(Samples.Feeling(-1, 1), mapping));
        Assert.Equal(.4, TonalityRules.Expressed(Samples.Feeling(.3, 0), mapping).Valence, 12);
    }

    [Theory]
    [InlineData(.5, Emotion.Neutral, 1, "warm")]
    [InlineData(-.5, Emotion.Neutral, 1, "cool")]
    [InlineData(0, Emotion.Neutral, 1, "neutral")]
    [InlineData(0, Emotion.Surprise, 1, "neutral")]
    [InlineData(0, Emotion.Joy, .6, "warm")]
    [InlineData(0, Emotion.Fear, .6, "cool")]
    [InlineData(0, Emotion.Anger, .6, "cool")]
    [InlineData(0, Emotion.Disgust, .6, "cool")]
    [InlineData(0, Emotion.Sadness, .9, "cool")]
    [InlineData(0, Emotion.Sadness, .4, "neutral")]
    [InlineData(0, Emotion.Joy, .2, "neutral")]
    [InlineData(.6, Emotion.Fear, .6, "warm")]
    [InlineData(-.6, Emotion.Joy, .6, "cool")]
    [InlineData(.2, Emotion.Fear, .6, "neutral")]
    public void FamilyOf_WarmthAndCoreEmotion_LeanTogether(double warmth, Emotion core, double share, string family)
    {
        double[] weights = new double[EmotionScores.Count];
        Array.Fill(weights, (1 - share) / (EmotionScores.Count - 1));
        weights[(int)core] = share;

        Assert.Equal(family, TonalityRules.FamilyOf(warmth, EmotionScores.FromWeights(weights)));
    }

    [Fact]
    public void FamilyOf_NothingKnown_IsNeutral()
    {
        Assert.Equal("neutral", TonalityRules.FamilyOf(null, default));
    }
}
