using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

public sealed class ColourBlindVoiceTests
{
    private static readonly VoiceFactory Voices = Samples.Voices(Samples.Perceptual);

    [Fact]
    public void Deficient_Trichromat_IsThePointVoice() => Prop.ForAll(Samples.Colours.ToArbitrary(), colour =>
        Same(Voices.Point(Samples.At(colour)), Voices.Deficient(Samples.At(colour), ColourVision.Trichromat))).QuickCheckThrowOnFailure();

    /// <summary>Two colours that lose the same differ in pitch and role alone, so that what is lost is never overheard.</summary>
    [Fact]
    public void Deficient_NothingLost_SharesRhythmFilterAndLevel()
    {
        Voice[] greys = [.. new byte[] { 20, 90, 160, 250 }.Select(level =>
            Voices.Deficient(Samples.At(new Rgb(level, level, level)), ColourVision.Deutan))];

        Assert.All(greys, grey => Assert.All(grey.Gate.Zip(greys[0].Gate), pair => Assert.Equal(pair.First, pair.Second, .03)));
        Assert.All(greys, grey => Assert.Equal(greys[0].LowpassHz, grey.LowpassHz, 60.0));
        Assert.All(greys, grey => Assert.Equal(greys[0].LevelDb, grey.LevelDb, .3));
        Assert.True(greys[0].Height < greys[3].Height);
    }

    [Fact]
    public void Deficient_MoreIsLost_EveryCueMovesTheSameWay()
    {
        Voice[] steps = [.. new[] { -.16f, -.08f, 0, .08f, .16f }
            .Select(a => ColourConversion.ToRgb(new OkLab(.62f, a, .04f)))
            .OrderBy(colour => VoiceFactory.LostPart(ColourConversion.ToOkLab(colour), ColourVision.Deutan))
            .Select(colour => Voices.Deficient(Samples.At(colour), ColourVision.Deutan))];

        foreach ((Voice green, Voice red) in steps.Zip(steps.Skip(1)))
        {
            Assert.True(red.Height < green.Height && red.LowpassHz > green.LowpassHz && red.LevelDb > green.LevelDb && red.Gate[1] < green.Gate[1]);
        }
    }

    /// <summary>Where little is lost the instrument stays: of a colour between two hues, the one that is heard more.</summary>
    [Fact]
    public void Deficient_LittleLost_KeepsTheStrongerInstrument()
    {
        DeficiencyMapping lost = Samples.Perceptual.Deficiency;
        int between = 0;
        for (double hue = 0; hue < 360; hue += .1)
        {
            ColourSample sample = Samples.At(.6, .06, hue);
            double size = (Math.Abs(VoiceFactory.LostPart(sample.Colour, ColourVision.Deutan)) - lost.Threshold) / (lost.Full - lost.Threshold);
            Voice point = Voices.Point(sample);
            if (size is > 0 and < .05 && point.Layers.Count == 2)
            {
                between++;
                Assert.Equal(point.Layers.MaxBy(layer => layer.Gain).Role, Assert.Single(Voices.Deficient(sample, ColourVision.Deutan).Layers).Role);
            }
        }

        Assert.True(between > 3, $"Only {between} colours lie between two hues and lose a little.");
    }

    [Theory]
    [InlineData(128)]
    [InlineData(20)]
    [InlineData(240)]
    public void LostPart_Grey_IsNothing(byte level) => Assert.All(Enum.GetValues<ColourVision>(), vision =>
        Assert.InRange(Math.Abs(VoiceFactory.LostPart(ColourConversion.ToOkLab(new Rgb(level, level, level)), vision)), 0, .005));

    [Fact]
    public void LostPart_RedGreenYellowBlue_HaveTheStatedSigns()
    {
        OkLab red = ColourConversion.ToOkLab(new Rgb(200, 30, 30));
        OkLab green = ColourConversion.ToOkLab(new Rgb(30, 160, 40));
        OkLab yellow = ColourConversion.ToOkLab(new Rgb(230, 210, 30));
        OkLab blue = ColourConversion.ToOkLab(new Rgb(40, 60, 220));

        Assert.True(VoiceFactory.LostPart(red, ColourVision.Deutan) > 0);
        Assert.True(VoiceFactory.LostPart(green, ColourVision.Deutan) < 0);
        Assert.True(VoiceFactory.LostPart(red, ColourVision.Protan) > 0);
        Assert.True(VoiceFactory.LostPart(green, ColourVision.Protan) < 0);
        Assert.True(VoiceFactory.LostPart(yellow, ColourVision.Tritan) > 0);
        Assert.True(VoiceFactory.LostPart(blue, ColourVision.Tritan) < 0);
    }

    /// <summary>Searches pairs that look alike to deuteranopes (CIEDE2000 under 5) and far from it to others (over 20).</summary>
    [Fact]
    public void Deficient_RedAndGreenThatLookAlike_DifferInRhythmAndPitchOrRole()
    {
        List<(Rgb Red, Rgb Green)> pairs = [];
        for (int i = 0; i < 512 && pairs.Count < 40; i++)
        {
            Rgb red = new((byte)(120 + (i % 8 * 17)), (byte)(20 + (i / 8 % 8 * 12)), (byte)(20 + (i / 64 * 12)));
            for (int j = 0; j < 512; j++)
            {
                Rgb green = new((byte)(20 + (j % 8 * 17)), (byte)(80 + (j / 8 % 8 * 17)), (byte)(20 + (j / 64 * 12)));
                if (Difference(red, green, ColourVision.Deutan) < 5 && Difference(red, green, ColourVision.Trichromat) > 20)
                {
                    pairs.Add((red, green));
                    break;
                }
            }
        }

        Assert.True(pairs.Count >= 10, $"Only {pairs.Count} confusable pairs were found.");
        Assert.All(pairs, pair =>
        {
            Voice red = Voices.Deficient(Samples.At(pair.Red), ColourVision.Deutan);
            Voice green = Voices.Deficient(Samples.At(pair.Green), ColourVision.Deutan);
            Assert.NotEqual(red.Gate, green.Gate);
            Assert.NotEqual(red.Layers, green.Layers);
        });
    }

    private static double Difference(Rgb first, Rgb second, ColourVision vision) => CieDe2000.Difference(
        ColourConversion.ToCieLab(DeficiencySimulation.Simulate(first, vision)),
        ColourConversion.ToCieLab(DeficiencySimulation.Simulate(second, vision)));

    private static bool Same(Voice first, Voice second) =>
        first.Layers.SequenceEqual(second.Layers) && first.Gate.SequenceEqual(second.Gate)
        && first with { Layers = second.Layers, Gate = second.Gate } == second;
}
