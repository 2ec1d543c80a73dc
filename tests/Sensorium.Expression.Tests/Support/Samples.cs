using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

/// <summary>Mappings, feelings and maps that many tests share.</summary>
internal static class Samples
{
    public static Mapping Perceptual { get; } = MappingFile.BuiltIn("perceptual")!;

    public static Mapping Hsv { get; } = MappingFile.BuiltIn("hsv")!;

    public static SoundSet Orchestra { get; } = SoundSetFile.BuiltIn("orchestra")!;

    /// <summary>Any sRGB colour.</summary>
    public static Gen<Rgb> Colours { get; } =
        from r in Gen.Choose(0, 255)
        from g in Gen.Choose(0, 255)
        from b in Gen.Choose(0, 255)
        select new Rgb((byte)r, (byte)g, (byte)b);

    public static Affect Feeling(double valence, double arousal, double? warmth = null) =>
        new() { Valence = new Estimate(valence, .3), Arousal = new Estimate(arousal, .3), Warmth = warmth };

    public static Percept Percept(double valence = .2, double arousal = .1, double? warmth = .3) => new()
    {
        Affect = Feeling(valence, arousal, warmth),
        Emotions = Circumplex.EmotionsOf(Feeling(valence, arousal)),
        Evidence = [new LocalizedText("bright, 40 % blue", "밝음, 파랑 40%")],
        Source = "scene",
        Model = "scene@2",
    };

    public static SoundMap Map(RegionMap? regions = null, Mapping? mapping = null, double valence = .2, double arousal = .1, ulong seed = 1) => Sonifier.Sonify(
        new SonifierInput
        {
            Name = "harbour.png",
            Width = 640,
            Height = 480,
            Seed = seed,
            Feeling = Percept(valence, arousal),
            Regions = regions ?? RegionMapBuilder.Harbour(),
            Labels = new Dictionary<int, string> { [1] = "sky" },
        },
        mapping ?? Perceptual);

    /// <summary>Voices within a tonality whose lightness range is 0..1.</summary>
    public static VoiceFactory Voices(Mapping mapping) => new(
        mapping,
        TonalityRules.Choose(Feeling(0, 0), default, RegionMapBuilder.Stripes(new Rgb(0, 0, 0), new Rgb(255, 255, 255)), mapping));

    public static ColourSample At(Rgb colour, double x = .5, double y = .5, double contrast = 0) =>
        new(ColourConversion.ToOkLab(colour), ColourConversion.ToHsv(colour), contrast, new UnitPoint((float)x, (float)y));

    /// <summary>A colour by lightness, chroma and hue, whether or not sRGB holds it.</summary>
    public static ColourSample At(double lightness, double chroma, double hueDegrees)
    {
        OkLab colour = new(
            (float)lightness,
            (float)(chroma * Math.Cos(hueDegrees * Math.PI / 180)),
            (float)(chroma * Math.Sin(hueDegrees * Math.PI / 180)));
        return new ColourSample(colour, ColourConversion.ToHsv(ColourConversion.ToRgb(colour)), 0, new UnitPoint(.5f, .5f));
    }

    /// <summary>The gain of a role in a voice; 0 where it does not sound.</summary>
    public static double Gain(Voice voice, string role) => voice.Layers.Where(layer => layer.Role == role).Sum(layer => layer.Gain);

    /// <summary>The largest change of any role's gain between two voices.</summary>
    public static double Step(Voice first, Voice second) => SoundSet.RoleNames.Max(role => Math.Abs(Gain(first, role) - Gain(second, role)));
}
