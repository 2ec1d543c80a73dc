using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

public sealed class VoiceFactoryTests
{
    private static readonly VoiceFactory Perceptual = Samples.Voices(Samples.Perceptual);
    private static readonly VoiceFactory Hsv = Samples.Voices(Samples.Hsv);
    private static readonly Arbitrary<Rgb> Colours = Samples.Colours.ToArbitrary();

    /// <summary>
    /// A quarter of a degree moves no gain by more than what a layer has where it comes in or goes (.2, -14 dB) and the slope of the crossfade.
    /// </summary>
    [Fact]
    public void Point_SmallStepsOfHue_MakeSmallStepsOfGain()
    {
        const double Step = .25;
        Voice before = Perceptual.Point(Samples.At(.6, .12, 0));
        for (double hue = Step; hue <= 360 + Step; hue += Step)
        {
            Voice voice = Perceptual.Point(Samples.At(.6, .12, hue % 360));
            Assert.True(Samples.Step(before, voice) <= .25, $"At {hue} degrees a gain jumps by {Samples.Step(before, voice):F3}.");
            before = voice;
        }
    }

    [Fact]
    public void Point_AcrossZeroDegrees_DoesNotJump()
    {
        Voice below = Perceptual.Point(Samples.At(.6, .15, 359.95));
        Voice above = Perceptual.Point(Samples.At(.6, .15, .05));

        Assert.InRange(Samples.Step(below, above), 0, .02);
    }

    /// <summary>In HSV red lies on 0 degrees itself: a red with a trace of blue must sound like one with a trace of green.</summary>
    [Fact]
    public void Point_RedOnBothSidesOfZero_IsRedAlone()
    {
        foreach (VoiceFactory voices in new[] { Perceptual, Hsv })
        {
            Voice bluish = voices.Point(Samples.At(new Rgb(230, 20, 28)));
            Voice greenish = voices.Point(Samples.At(new Rgb(230, 28, 20)));

            Assert.Equal([new VoiceLayer("red", 1)], bluish.Layers);
            Assert.Equal([new VoiceLayer("red", 1)], greenish.Layers);
        }
    }

    [Fact]
    public void Point_EachAnchorHue_IsItsRoleAlone() => Assert.All(Samples.Perceptual.Point.Timbre.Anchors, anchor =>
        Assert.Equal([new VoiceLayer(anchor.Role, 1)], Perceptual.Point(Samples.At(.6, .12, anchor.Hue)).Layers));

    [Fact]
    public void Point_AnyColour_HasOneOrTwoLayersOfEqualPower() => Prop.ForAll(Colours, colour =>
        new[] { Perceptual, Hsv }.SelectMany(voices => new[] { voices.Point(Samples.At(colour)), voices.Scan(Samples.At(colour)) }).All(voice =>
            voice.Layers.Count is 1 or 2
            && Math.Abs(voice.Layers.Sum(layer => layer.Gain * layer.Gain) - 1) < 1e-9
            && voice.Layers.All(layer => SoundSet.RoleNames.Contains(layer.Role)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(20, "black")]
    [InlineData(128, "grey")]
    [InlineData(250, "white")]
    public void Point_Grey_IsANeutralRoleAlone(byte level, string role)
    {
        Assert.Equal([new VoiceLayer(role, 1)], Perceptual.Point(Samples.At(new Rgb(level, level, level))).Layers);
        Assert.Equal([new VoiceLayer(role, 1)], Hsv.Point(Samples.At(new Rgb(level, level, level))).Layers);
    }

    [Fact]
    public void Point_ChromaFromNoneToFull_IsLouderByExactlyTheSpan()
    {
        LevelMapping loudness = Samples.Perceptual.Point.Loudness;

        double[] levels = [.. Enumerable.Range(0, 9).Select(i => Perceptual.Point(Samples.At(.6, loudness.Full * i / 8, 145)).LevelDb)];

        Assert.Equal(-loudness.SpanDb, levels[0], 6);
        Assert.Equal(0, levels[^1], 4);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.Equal(loudness.SpanDb / 8, pair.Second - pair.First, 4));
        Assert.Equal(0, Perceptual.Point(Samples.At(.6, loudness.Full * 1.5, 145)).LevelDb, 6);
    }

    [Fact]
    public void Point_ChromaFromNoneToFull_OpensTheFilterGeometrically()
    {
        BrightnessMapping brightness = Samples.Perceptual.Point.Brightness;

        Assert.Equal(brightness.LowestHz, Perceptual.Point(Samples.At(.6, 0, 145)).LowpassHz, 6);
        Assert.Equal(Math.Sqrt(brightness.LowestHz * brightness.HighestHz), Perceptual.Point(Samples.At(.6, brightness.Full / 2, 145)).LowpassHz, .1);
        Assert.Equal(brightness.HighestHz, Perceptual.Point(Samples.At(.6, brightness.Full, 145)).LowpassHz, .1);
    }

    [Fact]
    public void Point_LighterColour_IsNeverLower()
    {
        Voice[] voices = [.. Enumerable.Range(0, 101).Select(i => Perceptual.Point(Samples.At(i / 100.0, .1, 262)))];

        Assert.All(voices.Zip(voices.Skip(1)), pair => Assert.True(pair.Second.Pitch >= pair.First.Pitch));
        Assert.InRange(voices[0].Pitch, 45, 47);
        Assert.InRange(voices[^1].Pitch, 79, 81);
        Assert.True(voices.Select(voice => voice.Pitch).Distinct().Count() >= 14);
    }

    [Fact]
    public void Point_HsvMapping_HearsSaturationAsPitch()
    {
        Voice pale = Hsv.Point(Samples.At(new Rgb(200, 180, 180)));
        Voice full = Hsv.Point(Samples.At(new Rgb(200, 0, 0)));

        Assert.Equal(.1, pale.Height, 6);
        Assert.Equal(1, full.Height, 6);
        Assert.True(full.Pitch > pale.Pitch + 24);
        Assert.Equal(pale.LevelDb, full.LevelDb, 9);
    }

    [Fact]
    public void Point_HsvMapping_HearsValueAsLevel()
    {
        double span = Samples.Hsv.Point.Loudness.SpanDb;

        Assert.Equal(0, Hsv.Point(Samples.At(new Rgb(255, 0, 0))).LevelDb, 6);
        Assert.Equal(-span * 155 / 255, Hsv.Point(Samples.At(new Rgb(100, 0, 0))).LevelDb, 4);
    }

    [Theory]
    [InlineData(255, 0, 0, "red")]
    [InlineData(0, 255, 255, "cyan")]
    [InlineData(20, 50, 255, "blue")]
    [InlineData(255, 130, 0, "orange")]
    public void Point_HsvMapping_HearsHueAsRole(byte r, byte g, byte b, string role) =>
        Assert.Equal([new VoiceLayer(role, 1)], Hsv.Point(Samples.At(new Rgb(r, g, b))).Layers);

    [Theory]
    [InlineData(0, -60 / 90.0)]
    [InlineData(.5, 0)]
    [InlineData(1, 60 / 90.0)]
    public void Point_Place_IsPanned(double x, double pan) => Assert.Equal(pan, Perceptual.Point(Samples.At(new Rgb(200, 40, 40), x)).Pan, 6);

    [Fact]
    public void Point_SmoothAndBusy_DifferInTremoloAlone()
    {
        TextureMapping texture = Samples.Perceptual.Point.Texture!;
        Voice smooth = Perceptual.Point(Samples.At(new Rgb(40, 160, 60), contrast: texture.Threshold));
        Voice busy = Perceptual.Point(Samples.At(new Rgb(40, 160, 60), contrast: texture.Full));

        Assert.Equal((0.0, 0.0), (smooth.TremoloHz, smooth.TremoloDepth));
        Assert.Equal((texture.HighestHz, texture.Depth), (busy.TremoloHz, busy.TremoloDepth));
        Assert.Equal(smooth.Pitch, busy.Pitch);
    }

    [Fact]
    public void Scan_HeightInThePicture_IsThePitch()
    {
        Voice top = Perceptual.Scan(Samples.At(new Rgb(20, 20, 60), y: 0));
        Voice bottom = Perceptual.Scan(Samples.At(new Rgb(250, 250, 200), y: 1));

        Assert.Equal(1, top.Height);
        Assert.Equal(0, bottom.Height);
        Assert.True(top.Pitch > bottom.Pitch + 24);
    }

    /// <summary>Each mode has its own pitch range in the mapping.</summary>
    [Fact]
    public void Scan_RangeOfItsOwn_IsUsed()
    {
        Mapping mapping = Samples.Perceptual with
        {
            Scan = Samples.Perceptual.Scan with { Pitch = new PitchMapping { From = ColourQuality.Height, LowestHz = 440, HighestHz = 880 } },
        };
        VoiceFactory voices = Samples.Voices(mapping);

        Assert.InRange(voices.Scan(Samples.At(new Rgb(90, 90, 200), y: 1)).Pitch, 69, 71);
        Assert.InRange(voices.Point(Samples.At(new Rgb(0, 0, 0))).Pitch, 45, 47);
    }

    [Fact]
    public void PitchAt_OutsideTheRange_IsTheNearestEnd()
    {
        Assert.Equal(Perceptual.PitchAt(0), Perceptual.PitchAt(-3));
        Assert.Equal(Perceptual.PitchAt(1), Perceptual.PitchAt(3));
    }

    [Fact]
    public void Point_AnyColourAndPlace_StaysWithinTheStatedRanges() => Prop.ForAll(Colours, colour =>
    {
        RegionSound sound = Perceptual.Sound(Samples.At(colour, .3, .7, .2));
        return new[] { sound.Point, sound.Scan, sound.Protan, sound.Deutan, sound.Tritan }.All(voice =>
            voice.Height is >= 0 and <= 1
            && voice.Pitch is >= 36 and <= 90
            && voice.LevelDb is <= 0 and >= -40
            && voice.LowpassHz is >= 100 and <= 20000
            && voice.TremoloDepth is >= 0 and <= 1
            && voice.Gate.Count is 0 or 8
            && voice.Gate.All(gain => gain is >= 0 and <= 1)
            && voice.Pan is >= -1 and <= 1);
    }).QuickCheckThrowOnFailure();
}
