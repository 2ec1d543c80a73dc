namespace Sensorium.Imaging;

/// <summary>Puts measured shapes together into the tree of a <see cref="RegionMap"/>.</summary>
internal sealed class RegionTree(int width, int height)
{
    /// <summary>Builds the map: the whole picture, then objects, largest first, then the parts of each object, largest first.</summary>
    public RegionMap Build(
        RegionShape whole, int[] objects, RegionShape[] objectShapes, int[] parts, RegionShape[] partShapes, ColourSpace space, int clusterCount)
    {
        int[] objectOfPart = new int[partShapes.Length];
        for (int i = 0; i < partShapes.Length; i++)
        {
            objectOfPart[i] = objects[partShapes[i].AnchorIndex];
        }

        // One object alone is the whole picture over again.
        int[] objectOrder = objectShapes.Length > 1 ? Largest(Enumerable.Range(0, objectShapes.Length), objectShapes) : [];
        int[] objectIds = new int[objectShapes.Length];
        for (int i = 0; i < objectOrder.Length; i++)
        {
            objectIds[objectOrder[i]] = 1 + i;
        }

        int[][] partsOf = [.. Enumerable.Range(0, objectShapes.Length).Select(o => Largest(Enumerable.Range(0, partShapes.Length).Where(p => objectOfPart[p] == o), partShapes))];
        int[] partIds = new int[partShapes.Length];
        int next = 1 + objectOrder.Length;
        var drawn = new List<int>();
        foreach (int o in objectOrder)
        {
            foreach (int p in partsOf[o])
            {
                partIds[p] = partsOf[o].Length > 1 ? next++ : objectIds[o];
                if (partsOf[o].Length > 1)
                {
                    drawn.Add(p);
                }
            }
        }

        var regions = new List<Region>(next)
        {
            Describe(whole, 0, RegionLevel.Whole, null, [.. objectOrder.Select(o => objectIds[o])], []),
        };
        foreach (int o in objectOrder)
        {
            int[] children = partsOf[o].Length > 1 ? [.. partsOf[o].Select(p => partIds[p])] : [];
            regions.Add(Describe(objectShapes[o], objectIds[o], RegionLevel.Object, 0, children, [.. objectShapes[o].Neighbours.Select(n => objectIds[n])]));
        }

        var drawnSet = drawn.ToHashSet();
        foreach (int p in drawn)
        {
            int[] neighbours = [.. partShapes[p].Neighbours.Where(drawnSet.Contains).Select(n => partIds[n])];
            regions.Add(Describe(partShapes[p], partIds[p], RegionLevel.Part, objectIds[objectOfPart[p]], [], neighbours));
        }

        ushort[] leaves = new ushort[parts.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = (ushort)partIds[parts[i]];
        }

        return new RegionMap(width, height, leaves, regions, space, clusterCount);
    }

    private static int[] Largest(IEnumerable<int> indices, RegionShape[] shapes) =>
        [.. indices.OrderByDescending(i => shapes[i].Pixels).ThenBy(i => i)];

    private Region Describe(RegionShape shape, int id, RegionLevel level, int? parent, int[] children, int[] neighbours)
    {
        OkLab colour = DominantColour.Of(shape.Colours);
        Rgb rgb = ColourConversion.ToRgb(colour);
        return new Region
        {
            Id = id,
            Level = level,
            ParentId = parent,
            ChildIds = children,
            Colour = colour,
            Rgb = rgb,
            Hsv = ColourConversion.ToHsv(rgb),
            Name = ColourNames.Of(colour),
            AreaShare = (double)shape.Pixels / ((long)width * height),
            Anchor = Point((shape.AnchorIndex % width) + 0.5, (shape.AnchorIndex / width) + 0.5),
            Centre = Point(shape.X / shape.Pixels, shape.Y / shape.Pixels),
            Box = new UnitBox((float)shape.Left / width, (float)shape.Top / height, (float)shape.Right / width, (float)shape.Bottom / height),
            Outlines = [.. shape.Outlines.Select(ring => (IReadOnlyList<UnitPoint>)[.. ring.Select(p => Point(p.X, p.Y))])],
            NeighbourIds = neighbours,
            LocalContrast = Math.Sqrt(shape.SquaredContrast / shape.Pixels),
        };
    }

    private UnitPoint Point(double x, double y) => new((float)(x / width), (float)(y / height));
}
