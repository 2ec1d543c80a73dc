using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Imaging.Tests;

public sealed class RegionFinderTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1" ? 300 : 30;

    /// <summary>Pictures with shapes and noise, and options over their whole range.</summary>
    private static readonly Arbitrary<(int Width, int Height, int Shapes, int Noise, int Seed, RegionOptions Options)> Inputs =
        (from width in Gen.Choose(1, 90)
         from height in Gen.Choose(1, 90)
         from shapes in Gen.Choose(0, 9)
         from noise in Gen.Elements(0, 0, 4, 40)
         from seed in Gen.Choose(0, 1 << 20)
         from space in Gen.Elements(ColourSpace.OkLab, ColourSpace.CieLab, ColourSpace.Hsv)
         from k in Gen.Elements<int?>(null, null, 2, 7, 32)
         from size in Gen.Elements(16, 40, 512)
         from smallest in Gen.Elements(0, 0.002, 0.03)
         from parts in Gen.Elements(2, 12, 40)
         from objects in Gen.Elements(2, 10, 64)
         select (width, height, shapes, noise, seed, new RegionOptions
         {
             Space = space,
             ClusterCount = k,
             WorkingSize = size,
             SmallestShare = smallest,
             MostParts = parts,
             MostObjects = objects,
             Seed = (ulong)seed,
         })).ToArbitrary();

    [Fact]
    public void Find_AnyPicture_MakesASoundTree() => Prop.ForAll(Inputs, input =>
    {
        RegionMap map = RegionFinder.Find(Pictures.Shapes(input.Width, input.Height, input.Shapes, input.Noise, (ulong)input.Seed), input.Options);
        Assert.InRange(map.Regions.Count(r => r.ChildIds.Count == 0), 1, input.Options.MostParts);
        Assert.InRange(map.Regions.Count(r => r.Level == RegionLevel.Object), 0, input.Options.MostObjects);
        for (int id = 0; id < map.Regions.Count; id++)
        {
            Region region = map.Regions[id];
            Assert.Equal(id, region.Id);
            Assert.Equal(region.Level switch { RegionLevel.Whole => -1, RegionLevel.Object => 0, _ => 1 }, region.ParentId is int p ? (int)map.Regions[p].Level : -1);
            Assert.True(region.ParentId is null || region.ParentId < id);
            Assert.All(region.ChildIds, child => Assert.Equal(id, map.Regions[child].ParentId));
            Assert.NotEqual(1, region.ChildIds.Count);
            Assert.Equal(region.ChildIds.OrderByDescending(c => map.Regions[c].AreaShare).Select(c => map.Regions[c].AreaShare), region.ChildIds.Select(c => map.Regions[c].AreaShare));
            if (region.ChildIds.Count > 0)
            {
                Assert.Equal(region.AreaShare, region.ChildIds.Sum(c => map.Regions[c].AreaShare), 1e-9);
            }
        }

        Assert.Equal(1, map.Regions[0].AreaShare);
        Assert.Equal(1, map.Regions.Where(r => r.ChildIds.Count == 0).Sum(r => r.AreaShare), 1e-9);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void Find_AnyPicture_MeasuresWhatThePixelsSay() => Prop.ForAll(Inputs, input =>
    {
        Picture picture = Pictures.Shapes(input.Width, input.Height, input.Shapes, input.Noise, (ulong)input.Seed);
        RegionMap map = RegionFinder.Find(picture, input.Options);
        Picture reduced = AreaReduction.ToLongSide(picture, input.Options.WorkingSize);
        Assert.Equal((reduced.Width, reduced.Height), (map.Width, map.Height));
        foreach (Region region in map.Regions)
        {
            CheckPixels(map, reduced, region);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void Find_AnyPicture_OutlinesEncloseTheRegionAndShareBorders() => Prop.ForAll(Inputs, input =>
    {
        RegionMap map = RegionFinder.Find(Pictures.Shapes(input.Width, input.Height, input.Shapes, input.Noise, (ulong)input.Seed), input.Options);
        foreach (Region region in map.Regions)
        {
            double area = 0;
            double length = 0;
            for (int ring = 0; ring < region.Outlines.Count; ring++)
            {
                (double ringArea, double ringLength) = Polygon(region.Outlines[ring], map);
                Assert.True(ring == 0 ? ringArea > 0 : ringArea < 0);
                area += ringArea;
                length += ringLength;
            }

            // Each point left out lies within a pixel of its line, so the area can differ by no more than the length.
            double pixels = region.AreaShare * map.Width * map.Height;
            Assert.True(Math.Abs(area - pixels) <= length, $"{area} against {pixels}, length {length}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void Find_AnyPicture_NeighboursAreThoseThatTouch() => Prop.ForAll(Inputs, input =>
    {
        RegionMap map = RegionFinder.Find(Pictures.Shapes(input.Width, input.Height, input.Shapes, input.Noise, (ulong)input.Seed), input.Options);
        foreach (RegionLevel level in new[] { RegionLevel.Object, RegionLevel.Part })
        {
            Dictionary<(int, int), int> shared = Touching(map, level);
            foreach (Region region in map.Regions.Where(r => r.Level == level))
            {
                int[] expected = [.. shared.Where(s => s.Key.Item1 == region.Id).OrderByDescending(s => s.Value).Select(s => s.Key.Item2)];
                Assert.Equal(expected.Order(), region.NeighbourIds.Order());
                Assert.Equal(expected.Select(n => shared[(region.Id, n)]), region.NeighbourIds.Select(n => shared[(region.Id, n)]));
                Assert.All(region.NeighbourIds, n => Assert.Contains(region.Id, map.Regions[n].NeighbourIds));
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void Find_AnyNumberOfThreads_GivesTheSameMap()
    {
        Picture picture = Pictures.Shapes(700, 500, 14, 25, 12);
        string one = Print(RegionFinder.Find(picture, new RegionOptions(), 1, TestContext.Current.CancellationToken));
        Assert.Equal(one, Print(RegionFinder.Find(picture, new RegionOptions(), 2, TestContext.Current.CancellationToken)));
        Assert.Equal(one, Print(RegionFinder.Find(picture, new RegionOptions(), 5, TestContext.Current.CancellationToken)));
        Assert.Equal(one, Print(RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Find_PureNoise_StaysWithinTheLimits()
    {
        RegionMap map = RegionFinder.Find(Pictures.Noise(400, 300, 1), new RegionOptions(), TestContext.Current.CancellationToken);
        Assert.InRange(map.Regions.Count(r => r.ChildIds.Count == 0), 1, 40);
        Assert.InRange(map.Regions.Count(r => r.Level == RegionLevel.Object), 0, 10);
    }

    [Fact]
    public void Find_FourQuarters_FindsFourObjectsWithExactBorders()
    {
        var picture = new Picture(64, 48);
        Pictures.Fill(picture, new Rgb(200, 30, 30), (x, y) => x < 32 && y < 24);
        Pictures.Fill(picture, new Rgb(30, 160, 60), (x, y) => x >= 32 && y < 24);
        Pictures.Fill(picture, new Rgb(30, 50, 200), (x, y) => x < 32 && y >= 24);
        Pictures.Fill(picture, new Rgb(240, 220, 40), (x, y) => x >= 32 && y >= 24);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(5, map.Regions.Count);
        Assert.Equal(["blue", "green", "red", "yellow"], map.Regions.Skip(1).Select(r => r.Name.Basic).Order());
        foreach (Region region in map.Regions.Skip(1))
        {
            Assert.Equal(0.25, region.AreaShare);
            Assert.Equal(4, Assert.Single(region.Outlines).Count);
            Assert.Equal(2, region.NeighbourIds.Count);
            Assert.Equal(0, region.LocalContrast, 1e-6);
        }
    }

    [Fact]
    public void Find_RingAroundADisc_HasAHole()
    {
        var picture = new Picture(60, 60);
        Pictures.Fill(picture, new Rgb(250, 250, 250), (_, _) => true);
        Pictures.Fill(picture, new Rgb(20, 40, 160), (x, y) => Math.Abs(x - 30) < 22 && Math.Abs(y - 30) < 22);
        Pictures.Fill(picture, new Rgb(220, 60, 30), (x, y) => Math.Abs(x - 30) < 10 && Math.Abs(y - 30) < 10);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Region blue = map.Regions.Single(r => r.Level == RegionLevel.Object && r.Name.Basic == "blue");
        Region red = map.Regions.Single(r => r.Level == RegionLevel.Object && r.Name.Basic is "red" or "orange");
        Assert.Equal(2, blue.Outlines.Count);
        Assert.Equal(red.Outlines[0].Order(Comparer<UnitPoint>.Create(Compare)), blue.Outlines[1].Order(Comparer<UnitPoint>.Create(Compare)));
        Assert.Equal([blue.Id], red.NeighbourIds);

        static int Compare(UnitPoint a, UnitPoint b) => (a.X, a.Y).CompareTo((b.X, b.Y));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(700, 1)]
    [InlineData(33, 20)]
    public void Find_FlatPicture_IsOneLeaf(int width, int height)
    {
        var picture = new Picture(width, height);
        Pictures.Fill(picture, new Rgb(0, 0, 128), (_, _) => true);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Region whole = Assert.Single(map.Regions);
        Assert.Equal(RegionLevel.Whole, whole.Level);
        Assert.Equal("dark blue", whole.Name.Text.English);
        Assert.Equal([new UnitPoint(0, 0), new UnitPoint(1, 0), new UnitPoint(1, 1), new UnitPoint(0, 1)], whole.Outlines[0].OrderBy(p => Math.Atan2(p.Y - 0.5, p.X - 0.5)));
        Assert.Equal(1, map.ClusterCount);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(400, 1)]
    [InlineData(2, 50)]
    public void Find_TwoColours_IsTwoObjects(int width, int height)
    {
        var picture = new Picture(width, height);
        Pictures.Fill(picture, new Rgb(255, 255, 255), (x, _) => x >= width / 2);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        if (width == 2 && height == 1)
        {
            // A region of a single pixel is a speck: the picture is then one.
            Assert.Single(map.Regions);
            return;
        }

        Assert.Equal(["black", "white"], map.Regions.Skip(1).Select(r => r.Name.Basic).Order());
    }

    [Fact]
    public void Find_SlowGradient_DoesNotFallIntoBands()
    {
        var picture = new Picture(300, 200);
        for (int y = 0; y < 200; y++)
        {
            for (int x = 0; x < 300; x++)
            {
                Span<byte> pixel = picture.Row(y).Slice(x * 3, 3);
                bool sea = y >= 140;
                pixel[0] = (byte)(sea ? 20 : 120 + (y / 4));
                pixel[1] = (byte)(sea ? 60 : 160 + (y / 4));
                pixel[2] = (byte)(sea ? 70 : 220);
            }
        }

        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(2, map.Regions.Count(r => r.Level == RegionLevel.Object));
        Assert.Equal([0.3, 0.7], map.Regions.Where(r => r.Level == RegionLevel.Object).Select(r => Math.Round(r.AreaShare, 2)).Order());
    }

    /// <summary>A red spot of a quarter of a percent on a field that falls into several bands, each far larger.</summary>
    [Fact]
    public void Find_SmallVividSpot_StaysAnObjectOfItsOwn()
    {
        var picture = new Picture(400, 300);
        for (int y = 0; y < 300; y++)
        {
            byte band = (byte)(y / 60 * 24);
            Pictures.Fill(picture, new Rgb((byte)(90 + band), (byte)(130 + band), (byte)(100 + band)), (_, row) => row == y);
        }

        Pictures.Fill(picture, new Rgb(220, 30, 30), (x, y) => x is >= 200 and < 218 && y is >= 130 and < 147);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Region spot = map.Regions.Single(r => r.Level == RegionLevel.Object && r.Name.Basic == "red");
        Assert.Equal(18.0 * 17 / 120000, spot.AreaShare, 1e-3);
    }

    [Fact]
    public void Find_ThreadBetweenTwoThings_DoesNotMakeThemOne()
    {
        var picture = new Picture(300, 200);
        Pictures.Fill(picture, new Rgb(120, 190, 240), (_, _) => true);
        Pictures.Fill(picture, new Rgb(160, 30, 40), (x, y) => y is >= 60 and < 140 && (x is >= 20 and < 100 || x is >= 200 and < 280));

        // A line thinner than a pixel is a blend with what lies behind it.
        Pictures.Fill(picture, new Rgb(140, 110, 140), (x, y) => y == 100 && x is >= 100 and < 200);
        RegionMap map = RegionFinder.Find(picture, new RegionOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(2, map.Regions.Count(r => r.Level == RegionLevel.Object && r.Name.Basic == "red"));
    }

    [Fact]
    public void Find_BusyTexture_HasMoreContrastThanAFlatOne()
    {
        var picture = new Picture(128, 64);
        var random = new Pcg32(1);
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 128; x++)
            {
                picture.Row(y).Slice(x * 3, 3).Fill(x < 64 ? (byte)240 : (byte)(random.Next(2) * 90));
            }
        }

        RegionMap map = RegionFinder.Find(picture, new RegionOptions { MostObjects = 2, MostParts = 2 }, TestContext.Current.CancellationToken);
        Region flat = map.Regions.Skip(1).Single(r => r.Centre.X < 0.5);
        Region busy = map.Regions.Skip(1).Single(r => r.Centre.X > 0.5);
        Assert.True(flat.LocalContrast < 0.001);
        Assert.True(busy.LocalContrast > 0.1);
    }

    [Fact]
    public void Find_OptionOutOfRange_NamesIt()
    {
        var picture = new Picture(4, 4);
        Assert.Contains("ClusterCount goes from 2 to 32, but 1 came", Message(new RegionOptions { ClusterCount = 1 }), StringComparison.Ordinal);
        Assert.Contains("WorkingSize goes from 16 to 4096, but 8 came", Message(new RegionOptions { WorkingSize = 8 }), StringComparison.Ordinal);
        Assert.Contains("SmallestShare goes from 0 to 0.5, but NaN came", Message(new RegionOptions { SmallestShare = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("MostParts", Message(new RegionOptions { MostParts = 513 }), StringComparison.Ordinal);
        Assert.Contains("MostObjects", Message(new RegionOptions { MostObjects = 1 }), StringComparison.Ordinal);

        string Message(RegionOptions options) => Assert.Throws<ArgumentOutOfRangeException>(() => RegionFinder.Find(picture, options)).Message;
    }

    [Fact]
    public void Find_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => RegionFinder.Find(new Picture(64, 64), new RegionOptions(), source.Token));
    }

    private static void CheckPixels(RegionMap map, Picture reduced, Region region)
    {
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0, pixels = 0;
        double x = 0, y = 0;
        var colours = new List<OkLab>();
        bool[] inside = new bool[map.Width * map.Height];
        for (int i = 0; i < inside.Length; i++)
        {
            if (!Contains(map, region.Id, map.LeafIds[i]))
            {
                continue;
            }

            inside[i] = true;
            pixels++;
            OkLab colour = ColourConversion.ToOkLab(new Rgb(reduced.Pixels[i * 3], reduced.Pixels[(i * 3) + 1], reduced.Pixels[(i * 3) + 2]));
            colours.Add(colour);
            (x, y) = (x + (i % map.Width) + 0.5, y + (i / map.Width) + 0.5);
            left = Math.Min(left, i % map.Width);
            right = Math.Max(right, (i % map.Width) + 1);
            top = Math.Min(top, i / map.Width);
            bottom = Math.Max(bottom, (i / map.Width) + 1);
        }

        Assert.Equal((double)pixels / inside.Length, region.AreaShare, 1e-12);
        CheckColour(region.Colour, colours);
        Assert.Equal(x / pixels / map.Width, region.Centre.X, 1e-4);
        Assert.Equal(y / pixels / map.Height, region.Centre.Y, 1e-4);
        Assert.Equal(new UnitBox((float)left / map.Width, (float)top / map.Height, (float)right / map.Width, (float)bottom / map.Height), region.Box);
        Assert.True(inside[((int)(region.Anchor.Y * map.Height) * map.Width) + (int)(region.Anchor.X * map.Width)], "The anchor lies outside.");
        Assert.InRange(region.LocalContrast, 0, 0.5);
        int[] pieces = ConnectedComponentsTests.Flood(inside, map.Width, map.Height, out _);
        Assert.Single(Enumerable.Range(0, inside.Length).Where(i => inside[i]).Select(i => pieces[i]).Distinct());
    }

    /// <summary>The colour lies among those of the pixels, and is their mean where they hardly differ.</summary>
    private static void CheckColour(OkLab colour, List<OkLab> pixels)
    {
        Check(colour.L, [.. pixels.Select(p => p.L)]);
        Check(colour.A, [.. pixels.Select(p => p.A)]);
        Check(colour.B, [.. pixels.Select(p => p.B)]);

        static void Check(float value, float[] values)
        {
            Assert.InRange(value, values.Min() - 1e-4, values.Max() + 1e-4);
            if (values.Max() - values.Min() < 0.001)
            {
                Assert.Equal(values.Average(), value, 1e-3);
            }
        }
    }

    private static bool Contains(RegionMap map, int ancestor, int id)
    {
        for (int? at = id; at is int i; at = map.Regions[i].ParentId)
        {
            if (i == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<(int, int), int> Touching(RegionMap map, RegionLevel level)
    {
        var shared = new Dictionary<(int, int), int>();
        for (int i = 0; i < map.Width * map.Height; i++)
        {
            if ((i + 1) % map.Width != 0)
            {
                Add(At(i), At(i + 1));
            }

            if (i + map.Width < map.Width * map.Height)
            {
                Add(At(i), At(i + map.Width));
            }
        }

        return shared;

        int At(int i)
        {
            int id = map.LeafIds[i];
            return map.Regions[id].Level > level ? map.Regions[id].ParentId!.Value : map.Regions[id].Level == level ? id : -1;
        }

        void Add(int a, int b)
        {
            if (a != b && a >= 0 && b >= 0)
            {
                shared[(a, b)] = shared.GetValueOrDefault((a, b)) + 1;
                shared[(b, a)] = shared.GetValueOrDefault((b, a)) + 1;
            }
        }
    }

    private static (double Area, double Length) Polygon(IReadOnlyList<UnitPoint> ring, RegionMap map)
    {
        double area = 0;
        double length = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            UnitPoint p = ring[i];
            UnitPoint q = ring[(i + 1) % ring.Count];
            double dx = (q.X - p.X) * map.Width;
            double dy = (q.Y - p.Y) * map.Height;
            length += Math.Sqrt((dx * dx) + (dy * dy));
            area += (((double)p.X * q.Y) - ((double)q.X * p.Y)) * map.Width * map.Height / 2;
        }

        return (area, length);
    }

    private static string Print(RegionMap map) =>
        string.Join('\n', map.Regions.Select(r => $"{r} {string.Join(',', r.ChildIds)} {string.Join(',', r.NeighbourIds)} {string.Join(';', r.Outlines.Select(o => string.Join(' ', o)))}"))
        + string.Join(',', map.LeafIds.ToArray());
}
