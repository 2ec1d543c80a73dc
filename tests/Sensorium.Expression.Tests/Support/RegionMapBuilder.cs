using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

/// <summary>Builds region maps out of painted rectangles: each rectangle is an object, or a part of one.</summary>
internal sealed class RegionMapBuilder(int width = 64, int height = 48)
{
    private readonly List<Patch> _patches = [];

    /// <summary>Paints a rectangle over what is there; sides are shares of the picture.</summary>
    public RegionMapBuilder Paint(Rgb colour, double left, double top, double right, double bottom, double contrast = 0, int? group = null)
    {
        _patches.Add(new Patch(colour, left, top, right, bottom, contrast, group ?? -1 - _patches.Count));
        return this;
    }

    /// <summary>Upright stripes of equal width.</summary>
    public static RegionMap Stripes(params Rgb[] colours)
    {
        RegionMapBuilder builder = new();
        for (int i = 0; i < colours.Length; i++)
        {
            builder.Paint(colours[i], (double)i / colours.Length, 0, (i + 1.0) / colours.Length, 1);
        }

        return builder.Build();
    }

    /// <summary>A sky, a sea, a sun with two parts, and a dark boat: every kind of colour and place.</summary>
    public static RegionMap Harbour() => new RegionMapBuilder()
        .Paint(new Rgb(90, 140, 220), 0, 0, 1, .5)
        .Paint(new Rgb(20, 50, 90), 0, .5, 1, 1, contrast: .08)
        .Paint(new Rgb(250, 200, 60), .7, .1, .85, .2, group: 1)
        .Paint(new Rgb(250, 140, 40), .7, .2, .85, .3, group: 1)
        .Paint(new Rgb(190, 30, 40), .1, .55, .3, .7)
        .Paint(new Rgb(128, 128, 128), .4, .6, .55, .7)
        .Paint(new Rgb(245, 245, 245), .15, .35, .22, .55)
        .Build();

    public RegionMap Build()
    {
        int[] patchOf = new int[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                patchOf[(y * width) + x] = _patches.FindLastIndex(patch => patch.Covers((x + .5) / width, (y + .5) / height));
            }
        }

        List<Region> regions = [Blank(0, RegionLevel.Whole, null)];
        int[] idOf = new int[_patches.Count];
        List<(int Id, int[] Patches)> members = [(0, [.. Enumerable.Range(0, _patches.Count)])];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, _patches.Count).GroupBy(i => _patches[i].Group))
        {
            int[] parts = [.. group];
            int objectId = regions.Count;
            regions.Add(Blank(objectId, RegionLevel.Object, 0));
            members.Add((objectId, parts));
            foreach (int part in parts)
            {
                idOf[part] = objectId;
                if (parts.Length > 1)
                {
                    idOf[part] = regions.Count;
                    members.Add((regions.Count, [part]));
                    regions.Add(Blank(regions.Count, RegionLevel.Part, objectId));
                }
            }
        }

        foreach ((int id, int[] patches) in members)
        {
            regions[id] = Measure(regions[id], patches, patchOf) with { ChildIds = [.. regions.Where(region => region.ParentId == id).Select(region => region.Id)] };
        }

        return new RegionMap(width, height, [.. patchOf.Select(patch => (ushort)idOf[patch])], regions, ColourSpace.OkLab, _patches.Count);
    }

    private static Region Blank(int id, RegionLevel level, int? parent) => new()
    {
        Id = id,
        Level = level,
        ParentId = parent,
        ChildIds = [],
        Colour = default,
        Rgb = default,
        Hsv = default,
        Name = default,
        AreaShare = 0,
        Anchor = default,
        Centre = default,
        Box = default,
        Outlines = [],
        NeighbourIds = [],
        LocalContrast = 0,
    };

    private Region Measure(Region region, int[] patches, int[] patchOf)
    {
        int count = 0;
        double x = 0;
        double y = 0;
        double l = 0;
        double a = 0;
        double b = 0;
        double contrast = 0;
        for (int i = 0; i < patchOf.Length; i++)
        {
            if (patches.Contains(patchOf[i]))
            {
                OkLab colour = ColourConversion.ToOkLab(_patches[patchOf[i]].Colour);
                count++;
                x += ((i % width) + .5) / width;
                y += ((i / width) + .5) / height;
                l += colour.L;
                a += colour.A;
                b += colour.B;
                contrast += _patches[patchOf[i]].Contrast;
            }
        }

        OkLab mean = new((float)(l / count), (float)(a / count), (float)(b / count));
        Rgb rgb = patches.Length == 1 ? _patches[patches[0]].Colour : ColourConversion.ToRgb(mean);
        UnitPoint centre = new((float)(x / count), (float)(y / count));
        Patch first = _patches[patches[0]];
        UnitBox box = patches.Length == 1
            ? new UnitBox((float)first.Left, (float)first.Top, (float)first.Right, (float)first.Bottom)
            : new UnitBox(0, 0, 1, 1);
        return region with
        {
            Colour = mean,
            Rgb = rgb,
            Hsv = ColourConversion.ToHsv(rgb),
            Name = ColourNames.Of(mean),
            AreaShare = (double)count / patchOf.Length,
            Anchor = centre,
            Centre = centre,
            Box = box,
            Outlines = [[new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)]],
            LocalContrast = contrast / count,
        };
    }

    private sealed record Patch(Rgb Colour, double Left, double Top, double Right, double Bottom, double Contrast, int Group)
    {
        public bool Covers(double x, double y) => x >= Left && x < Right && y >= Top && y < Bottom;
    }
}
