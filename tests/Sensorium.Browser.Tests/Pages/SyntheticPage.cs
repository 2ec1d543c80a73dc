using System.Text.Json;
using Sensorium.Expression;
using Sensorium.Imaging;

namespace Sensorium.Browser.Tests;

/// <summary>A page over a picture and sounds that are known in closed form.</summary>
internal sealed class SyntheticPage : PageUnderTest
{
    private const double PlainLevel = 0.25;
    private static readonly int[] Scale = [45, 47, 48, 50, 52, 53, 55, 57, 59, 60, 62, 64, 65, 67, 69, 71, 72, 74, 76];
    private static readonly double[] DeutanGate = [1, 0.2, 1, 0.2, 1, 0.2, 1, 0.2];

    private SyntheticPage(string file, string title, IReadOnlyList<ExpectedRegion> regions)
    {
        File = file;
        Title = title;
        Regions = regions;
    }

    public override string File { get; }

    public override string Title { get; }

    public override IReadOnlyList<ExpectedRegion> Regions { get; }

    /// <summary>Writes the page into a folder.</summary>
    public static async Task<SyntheticPage> WriteAsync(string folder, string title = "harbour.png", string? boatLabel = null, Language language = Language.English)
    {
        SyntheticScene scene = SyntheticScene.Make(boatLabel);
        PageContent content = new()
        {
            Title = title,
            Language = language,
            MapJson = MapJson(scene, title),
            Regions = RegionsOf(scene),
            PictureMime = "image/png",
            PictureData = await Ffmpeg.ConvertAsync(scene.Pixels, "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{SyntheticScene.Width}x{SyntheticScene.Height}", "-i", "pipe:0", "-c:v", "png", "-f", "image2pipe", "pipe:1"),
            Sprites =
            [
                await SyntheticSprite.MakeAsync("plain", new("Plain tones", "단순한 음"), PlainLevel),
                await SyntheticSprite.MakeAsync("soft", new("Soft tones", "부드러운 음"), PlainLevel / 5),
            ],
        };
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"page-{language}-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(title + boatLabel)))[..8]}.html");
        await System.IO.File.WriteAllTextAsync(file, new PageBuilder().Build(content));
        return new SyntheticPage(file, title, [.. scene.Patches.Select(Expected)]);
    }

    private static ExpectedRegion Expected(SyntheticScene.Patch patch) => new(
        patch.Id,
        patch.Level.ToString().ToLowerInvariant(),
        patch.Children.Length == 0,
        patch.Anchor.X,
        patch.Anchor.Y,
        patch.Name,
        new Dictionary<string, double>
        {
            ["point"] = SyntheticSprite.PeakHertz(patch.Role, patch.Pitch),
            ["protan"] = SyntheticSprite.PeakHertz(patch.Role, 57),
            ["deutan"] = SyntheticSprite.PeakHertz(patch.Role, 64),
            ["tritan"] = SyntheticSprite.PeakHertz(patch.Role, 69),
        },
        Level(patch));

    /// <summary>Loop, level, volume (its square), equal-power pan, and the analyser's mean of both channels.</summary>
    private static double Level(SyntheticScene.Patch patch)
    {
        double angle = (Pan(patch) + 1) * Math.PI / 4;
        return SyntheticSprite.Level(patch.Role) * PlainLevel * Math.Pow(10, patch.GainDb / 20) * 0.7 * 0.7 * (Math.Cos(angle) + Math.Sin(angle)) / 2;
    }

    private static double Pan(SyntheticScene.Patch patch) => (patch.Anchor.X * 1.6) - 0.8;

    private static RegionMap RegionsOf(SyntheticScene scene) => new(
        SyntheticScene.Width,
        SyntheticScene.Height,
        scene.Leaves,
        [.. scene.Patches.Select(patch => new Region
        {
            Id = patch.Id,
            Level = patch.Level,
            ParentId = patch.Parent,
            ChildIds = patch.Children,
            Colour = default,
            Rgb = patch.Colour,
            Hsv = default,
            Name = new ColourName(patch.Basic, patch.Name),
            AreaShare = scene.Share(patch.Id),
            Anchor = patch.Anchor,
            Centre = patch.Anchor,
            Box = Bounds(patch.Outlines[0]),
            Outlines = patch.Outlines,
            NeighbourIds = [],
            LocalContrast = 0,
        })],
        ColourSpace.OkLab,
        7);

    private static UnitBox Bounds(UnitPoint[] outline) => new(outline.Min(p => p.X), outline.Min(p => p.Y), outline.Max(p => p.X), outline.Max(p => p.Y));

    private static string MapJson(SyntheticScene scene, string title) => JsonSerializer.Serialize(new
    {
        schema = "sensorium-soundmap-1",
        generator = "sensorium test",
        picture = new { name = title, width = SyntheticScene.Width, height = SyntheticScene.Height },
        seed = 1,
        feeling = new
        {
            valence = new { mean = 0.32, sd = 0.3 },
            arousal = new { mean = -0.3, sd = 0.3 },
            warmth = 0.1,
            evidence = new[] { new { en = "light, 40 % blue", ko = "밝고 파랑이 40%입니다" }, new { en = "few edges", ko = "윤곽이 적습니다" } },
            model = "scene@2",
        },
        music = new
        {
            key = new { tonic = 9, mode = "aeolian", name = new { en = "A minor", ko = "가단조" } },
            tempo = 120,
            beatsPerBar = 4,
            barSeconds = 2.0,
            register = 60,
            dynamics = 0.5,
            family = "neutral",
            scale = Scale,
            darkest = 0.2,
            lightest = 0.97,
        },
        mapping = new { id = "perceptual", version = 1, name = new { en = "Perceptual", ko = "지각" }, point = Mode("lightness", 600), scan = Mode("height", 6000) },
        colours = new { space = "oklab", k = 7 },
        regions = scene.Patches.Select(patch => RegionJson(scene, patch)),
        piece = (object?)null,
    });

    private static object Mode(string pitch, double lowestCutoff) => new
    {
        pitch = new { from = pitch, lowestHz = 110, highestHz = 660 },
        timbre = new
        {
            from = "hue",
            anchors = new[] { Anchor("red", 29), Anchor("yellow", 106), Anchor("green", 145), Anchor("blue", 262) },
            plateau = 0.3,
            neutral = new { below = 0.022, above = 0.05, dark = "grey", darkBelow = 0.33, middle = "grey", light = "white", lightAbove = 0.83 },
        },
        loudness = new { from = "chroma", spanDb = 12, full = 0.16 },
        brightness = new { from = "chroma", lowestHz = lowestCutoff, highestHz = 6000, full = 0.16 },
        panDegrees = 60,
    };

    private static object Anchor(string role, double hue) => new { role, hue };

    private static object RegionJson(SyntheticScene scene, SyntheticScene.Patch patch)
    {
        UnitBox box = Bounds(patch.Outlines[0]);
        return new
        {
            id = patch.Id,
            level = patch.Level.ToString().ToLowerInvariant(),
            parent = patch.Parent,
            children = patch.Children,
            name = new { en = patch.Name.English, ko = patch.Name.Korean },
            basic = patch.Basic,
            rgb = $"#{patch.Colour.R:x2}{patch.Colour.G:x2}{patch.Colour.B:x2}",
            oklab = new[] { 0.5, 0, 0 },
            hsv = new[] { 0.0, 0, 0 },
            area = Math.Round(scene.Share(patch.Id), 4),
            anchor = new[] { patch.Anchor.X, patch.Anchor.Y },
            centre = new[] { patch.Anchor.X, patch.Anchor.Y },
            box = new[] { box.Left, box.Top, box.Right, box.Bottom },
            outlines = patch.Outlines.Select(outline => outline.Select(point => new[] { point.X, point.Y })),
            neighbours = Array.Empty<int>(),
            contrast = 0.02,
            label = patch.Label,
            sound = new
            {
                point = Voice(patch, patch.Pitch, []),
                scan = Voice(patch, 76 - (int)(patch.Anchor.Y * 24), []),
                protan = Voice(patch, 57, []),
                deutan = Voice(patch, 64, DeutanGate),
                tritan = Voice(patch, 69, []),
            },
        };
    }

    private static object Voice(SyntheticScene.Patch patch, int pitch, double[] gate) => new
    {
        layers = new[] { new { role = patch.Role, gain = 1 } },
        height = (pitch - 45) / 31.0,
        pitch,
        gainDb = patch.GainDb,
        lowpassHz = 6000,
        tremoloHz = 0,
        tremoloDepth = 0,
        gate,
        pan = Pan(patch),
    };
}
