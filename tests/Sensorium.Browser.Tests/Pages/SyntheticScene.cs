using Sensorium.Imaging;

namespace Sensorium.Browser.Tests;

/// <summary>A small picture with known regions: a sky with a cloud, a sea with a deeper part and a red boat in it, a beach, a tree.</summary>
internal sealed class SyntheticScene
{
    public const int Width = 480;
    public const int Height = 300;

    /// <summary>One region of the scene.</summary>
    public sealed record Patch(int Id, RegionLevel Level, int? Parent, int[] Children, Rgb Colour, string Basic, LocalizedText Name, string Role, int Pitch, UnitPoint Anchor, UnitPoint[][] Outlines, string? Label = null)
    {
        public double GainDb { get; init; } = -3;
    }

    private static readonly UnitPoint[] CloudShape = Ellipse(0.7, 0.18, 0.16, 0.09);
    private static readonly UnitPoint[] BoatShape = [new(0.18f, 0.6f), new(0.42f, 0.6f), new(0.36f, 0.72f), new(0.24f, 0.72f)];
    private static readonly UnitPoint[] TreeShape = Ellipse(0.84, 0.66, 0.1, 0.2);

    private SyntheticScene(IReadOnlyList<Patch> patches, ushort[] leaves, byte[] pixels)
    {
        Patches = patches;
        Leaves = leaves;
        Pixels = pixels;
    }

    public IReadOnlyList<Patch> Patches { get; }

    public ushort[] Leaves { get; }

    public byte[] Pixels { get; }

    public double Share(int id) => Patches[id].Children.Length > 0
        ? Patches[id].Children.Sum(Share)
        : Leaves.Count(leaf => leaf == id) / (double)Leaves.Length;

    public static SyntheticScene Make(string? boatLabel)
    {
        UnitPoint[] sky = Box(0, 0, 1, 0.5);
        UnitPoint[] sea = Box(0, 0.5, 1, 0.8);
        UnitPoint[] shallow = Box(0, 0.5, 1, 0.65);
        UnitPoint[] deep = Box(0, 0.65, 1, 0.8);
        Patch[] patches =
        [
            new(0, RegionLevel.Whole, null, [1, 2, 3, 4, 5], new Rgb(120, 150, 170), "grey", new("greyish blue", "회청색"), "grey", 52, new(0.5f, 0.3f), [Box(0, 0, 1, 1)]),
            new(1, RegionLevel.Object, 0, [6, 7], new Rgb(130, 180, 230), "blue", new("light blue", "밝은 파랑"), "blue", 69, new(0.25f, 0.25f), [sky]),
            new(2, RegionLevel.Object, 0, [8, 9], new Rgb(30, 80, 140), "blue", new("dark blue", "어두운 파랑"), "blue", 57, new(0.6f, 0.58f), [sea, BoatShape, TreeShape]),
            new(3, RegionLevel.Object, 0, [], new Rgb(225, 195, 130), "yellow", new("light greyish yellow", "밝은 회황색"), "yellow", 64, new(0.4f, 0.9f), [Box(0, 0.8, 1, 1), TreeShape]),
            new(4, RegionLevel.Object, 0, [], new Rgb(190, 50, 40), "red", new("vivid red", "선명한 빨강"), "red", 45, new(0.3f, 0.66f), [BoatShape], boatLabel) { GainDb = 0 },
            new(5, RegionLevel.Object, 0, [], new Rgb(60, 110, 50), "green", new("dark green", "어두운 초록"), "green", 52, new(0.84f, 0.66f), [TreeShape]) { GainDb = -9 },
            new(6, RegionLevel.Part, 1, [], new Rgb(125, 175, 230), "blue", new("light blue", "밝은 파랑"), "blue", 76, new(0.25f, 0.25f), [sky, CloudShape]),
            new(7, RegionLevel.Part, 1, [], new Rgb(245, 246, 248), "white", new("white", "하양"), "white", 64, new(0.7f, 0.18f), [CloudShape]),
            new(8, RegionLevel.Part, 2, [], new Rgb(50, 110, 165), "blue", new("blue", "파랑"), "blue", 52, new(0.6f, 0.58f), [shallow, BoatShape, TreeShape]),
            new(9, RegionLevel.Part, 2, [], new Rgb(20, 60, 115), "blue", new("dark blue", "어두운 파랑"), "blue", 45, new(0.6f, 0.73f), [deep, BoatShape, TreeShape]),
        ];
        ushort[] leaves = new ushort[Width * Height];
        byte[] pixels = new byte[leaves.Length * 3];
        for (int i = 0; i < leaves.Length; i++)
        {
            int id = LeafAt(((i % Width) + 0.5) / Width, ((i / Width) + 0.5) / Height);
            leaves[i] = (ushort)id;
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = (patches[id].Colour.R, patches[id].Colour.G, patches[id].Colour.B);
        }

        return new SyntheticScene(patches, leaves, pixels);
    }

    private static int LeafAt(double x, double y) =>
        Inside(TreeShape, x, y) ? 5
        : Inside(BoatShape, x, y) ? 4
        : y < 0.5 ? (Inside(CloudShape, x, y) ? 7 : 6)
        : y < 0.65 ? 8
        : y < 0.8 ? 9
        : 3;

    private static bool Inside(UnitPoint[] polygon, double x, double y)
    {
        bool inside = false;
        for (int i = 0, j = polygon.Length - 1; i < polygon.Length; j = i++)
        {
            if ((polygon[i].Y > y) != (polygon[j].Y > y)
                && x < ((polygon[j].X - polygon[i].X) * (y - polygon[i].Y) / (polygon[j].Y - polygon[i].Y)) + polygon[i].X)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static UnitPoint[] Box(double left, double top, double right, double bottom) =>
        [new((float)left, (float)top), new((float)right, (float)top), new((float)right, (float)bottom), new((float)left, (float)bottom)];

    private static UnitPoint[] Ellipse(double x, double y, double width, double height) =>
        [.. Enumerable.Range(0, 32).Select(i => new UnitPoint((float)(x + (width * Math.Cos(i * Math.Tau / 32))), (float)(y + (height * Math.Sin(i * Math.Tau / 32)))))];
}
