namespace Sensorium.Imaging;

/// <summary>One region of a picture: connected pixels that belong together, with what is known of them.</summary>
public sealed record Region
{
    /// <summary>The region's number, its index in <see cref="RegionMap.Regions"/>; 0 is the whole picture.</summary>
    public required int Id { get; init; }

    /// <summary>Depth in the tree.</summary>
    public required RegionLevel Level { get; init; }

    /// <summary>The region that contains this one; null for the whole picture.</summary>
    public required int? ParentId { get; init; }

    /// <summary>The regions inside this one, largest first; empty for a leaf. A uniform object has no parts.</summary>
    public required IReadOnlyList<int> ChildIds { get; init; }

    /// <summary>
    /// The colour that a person would name: the mean, in OKLab, of the region's heaviest group of similar colours, where lively colours weigh more than
    /// grey ones. A red and white lighthouse is red, not pink; a region of one colour and its shades has the mean of its pixels, or nearly.
    /// </summary>
    public required OkLab Colour { get; init; }

    /// <summary>The same colour in sRGB, clipped to the gamut.</summary>
    public required Rgb Rgb { get; init; }

    /// <summary>The same colour in HSV.</summary>
    public required Hsv Hsv { get; init; }

    /// <summary>The name of that colour.</summary>
    public required ColourName Name { get; init; }

    /// <summary>Share of the picture's area, 0..1.</summary>
    public required double AreaShare { get; init; }

    /// <summary>A place inside the region, as far from its edges as can be: where a label fits and a pointer surely hits it.</summary>
    public required UnitPoint Anchor { get; init; }

    /// <summary>Centre of mass; may lie outside a bent region.</summary>
    public required UnitPoint Centre { get; init; }

    /// <summary>The smallest upright box around it.</summary>
    public required UnitBox Box { get; init; }

    /// <summary>Outline polygons, simplified: the outer border first, then holes. Each closes onto its first point, which is not repeated.</summary>
    public required IReadOnlyList<IReadOnlyList<UnitPoint>> Outlines { get; init; }

    /// <summary>Regions of the same level that share an edge with this one, longest shared edge first.</summary>
    public required IReadOnlyList<int> NeighbourIds { get; init; }

    /// <summary>Standard deviation of OKLab lightness inside the region against its local mean: 0 flat, above .1 busy. Range 0..(.5).</summary>
    public required double LocalContrast { get; init; }
}
