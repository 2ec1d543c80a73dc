using System.Numerics;
using Sensorium.Imaging;
using Sensorium.Samples.Drawing;
using Sensorium.Samples.Pictures;

namespace Sensorium.Samples.Tests;

/// <summary>
/// Regions against the truth: a thing that the program draws is drawn once more alone, which tells its pixels, and the region that fits it best is looked for.
/// </summary>
public sealed class SampleRegionsTests
{
    private static readonly Lazy<RegionMap> HarbourMap = new(() => RegionFinder.Find(new Harbour().Draw(), new RegionOptions()));
    private static readonly Lazy<Picture> SnowPicture = new(() => new Snow().Draw());
    private static readonly Lazy<RegionMap> SnowMap = new(() => RegionFinder.Find(SnowPicture.Value, new RegionOptions()));

    public static TheoryData<string, RegionLevel, double, string> HarbourBounds => new()
    {
        { "sloop's hull", RegionLevel.Object, 0.5, "blue green" },
        { "mainsail", RegionLevel.Object, 0.3, "orange brown yellow white" },
        { "jib", RegionLevel.Object, 0.65, "orange brown yellow" },
        { "rowing boat", RegionLevel.Object, 0.5, "yellow orange brown" },
        { "fishing boat's hull", RegionLevel.Part, 0.6, "red" },
        { "lighthouse", RegionLevel.Object, 0.15, "red" },
        { "rock", RegionLevel.Object, 0.45, "purple blue black" },
    };

    /// <summary>
    /// The region down to the level that overlaps best (intersection over union) reaches the bound and has a colour that a person would name. The bounds lie
    /// a tenth to a fifth below what is reached; of the lighthouse's stripes each is a region of its own, so that none covers the tower.
    /// </summary>
    [Theory]
    [MemberData(nameof(HarbourBounds))]
    public void Find_Harbour_FollowsTheThingsThatAreDrawn(string thing, RegionLevel level, double bound, string colours)
    {
        (Region region, double overlap) = Best(HarbourMap.Value, Mask(thing, HarbourMap.Value), level);
        TestContext.Current.TestOutputHelper?.WriteLine($"{thing}: {overlap:F2} {region.Name.Text.English}");
        Assert.True(overlap >= bound, $"The best region for the {thing} overlaps {overlap:F2}, less than {bound}; it is {region.Name.Text.English}.");
        Assert.Contains(region.Name.Basic, colours.Split(' '));
    }

    [Fact]
    public void Find_Snow_FindsTheMoonAndTheCabin()
    {
        Picture picture = SnowPicture.Value;
        (Region moon, double moonOverlap) = Best(SnowMap.Value, Grid(SnowMap.Value, picture, (y, r, _, b) => y < 0.3 && r > 225 && b < 240), RegionLevel.Object);
        (Region cabin, double cabinOverlap) = Best(SnowMap.Value, Grid(SnowMap.Value, picture, (y, r, _, b) => y > 0.4 && r > b + 30), RegionLevel.Object);
        Assert.True(moonOverlap > 0.8, $"moon {moonOverlap:F2}");
        Assert.True(cabinOverlap > 0.7, $"cabin {cabinOverlap:F2}");
        Assert.Equal("white", moon.Name.Basic);
        Assert.Contains(cabin.Name.Basic, new[] { "brown", "orange" });
    }

    [Fact]
    public void Find_Meadow_CallsThePoppiesRedAndTheTreeGreen()
    {
        RegionMap map = RegionFinder.Find(new Meadow().Draw(), new RegionOptions(), TestContext.Current.CancellationToken);
        Region[] objects = [.. map.Regions.Where(r => r.Level == RegionLevel.Object)];
        Assert.Contains(objects, r => r.Name.Basic == "red" && r.Box.Top > 0.5 && r.AreaShare is > 0.08 and < 0.25);
        Assert.Contains(objects, r => r.Name.Basic == "green" && r.Box.Left > 0.55 && r.Box.Right < 1 && r.Box.Top < 0.2 && r.AreaShare is > 0.06 and < 0.12);
        Assert.Contains(objects, r => r.Name.Basic == "blue" && r.Centre.Y < 0.35 && r.AreaShare is > 0.3 and < 0.5);
    }

    private static bool[] Mask(string thing, RegionMap map)
    {
        Canvas canvas = new(1600, 1000);
        (float left, float top, float right, float bottom) = Draw(thing, canvas);
        bool[] mask = new bool[map.Width * map.Height];
        for (int i = 0; i < mask.Length; i++)
        {
            int x = (int)(((i % map.Width) + 0.5) * 1600 / map.Width);
            int y = (int)(((i / map.Width) + 0.5) * 1000 / map.Height);
            Vector3 light = canvas.Pixels[(y * 1600) + x];
            mask[i] = x >= left && x < right && y >= top && y < bottom && light.X + light.Y + light.Z > 0.01f;
        }

        return mask;
    }

    /// <summary>Draws a thing alone, where and as the harbour has it, and returns the box that holds it and nothing drawn along with it.</summary>
    private static (float Left, float Top, float Right, float Bottom) Draw(string thing, Canvas canvas)
    {
        switch (thing)
        {
            case "sloop's hull":
                HarbourThings.SailBoat(canvas, 890, 800);
                return (0, 756, 1600, 1000);
            case "mainsail":
                HarbourThings.SailBoat(canvas, 890, 800);
                return (0, 440, 888, 736);
            case "jib":
                HarbourThings.SailBoat(canvas, 890, 800);
                return (899, 455, 1600, 744);
            case "fishing boat's hull":
                HarbourThings.FishingBoat(canvas, 470, 742);
                return (0, 716, 1600, 1000);
            case "rowing boat":
                HarbourThings.RowingBoat(canvas, 1285, 868);
                return (1176, 0, 1600, 1000);
            case "lighthouse":
                HarbourThings.Lighthouse(canvas);
                return (205, 340, 260, 620);
            case "rock":
                HarbourThings.Lighthouse(canvas);
                return (0, 622, 1600, 1000);
            default:
                throw new ArgumentOutOfRangeException(nameof(thing), thing, "No such thing in the harbour.");
        }
    }

    private static bool[] Grid(RegionMap map, Picture picture, Func<double, byte, byte, byte, bool> inside)
    {
        bool[] mask = new bool[map.Width * map.Height];
        for (int i = 0; i < mask.Length; i++)
        {
            int x = (int)(((i % map.Width) + 0.5) * picture.Width / map.Width);
            int y = (int)(((i / map.Width) + 0.5) * picture.Height / map.Height);
            ReadOnlySpan<byte> pixel = picture.Row(y).Slice(x * 3, 3);
            mask[i] = inside((double)y / picture.Height, pixel[0], pixel[1], pixel[2]);
        }

        return mask;
    }

    private static (Region Region, double Overlap) Best(RegionMap map, bool[] mask, RegionLevel deepest)
    {
        int[] area = new int[map.Regions.Count];
        int[] common = new int[map.Regions.Count];
        int total = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            total += mask[i] ? 1 : 0;
            for (int? at = map.LeafIds[i]; at is int id; at = map.Regions[id].ParentId)
            {
                area[id]++;
                common[id] += mask[i] ? 1 : 0;
            }
        }

        return map.Regions
            .Where(r => r.Level <= deepest)
            .Select(r => (r, (double)common[r.Id] / (area[r.Id] + total - common[r.Id])))
            .MaxBy(pair => pair.Item2);
    }
}
