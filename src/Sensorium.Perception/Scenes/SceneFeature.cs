namespace Sensorium.Perception;

/// <summary>What <see cref="SceneFeatures"/> measures. Colours are OKLab; "share" is a share of the picture, 0..1.</summary>
internal enum SceneFeature
{
    /// <summary>Mean lightness, 0..1.</summary>
    Lightness,

    /// <summary>Mean chroma, 0..(.33).</summary>
    Chroma,

    /// <summary>Standard deviation of lightness, 0..(.5).</summary>
    Contrast,

    /// <summary>Share lighter than lightness .9.</summary>
    LightShare,

    /// <summary>Share with chroma under .03.</summary>
    GreyShare,

    /// <summary>Colourfulness M of Hasler and Suesstrunk ("Measuring colorfulness in natural images", SPIE Human Vision and Electronic Imaging 2003), 0..(150).</summary>
    Colourfulness,

    /// <summary>Pleasantness of hues, weighted by chroma (Jonauskaite et al., "Universal patterns in color-emotion associations", Psychological Science 2020), -1..1.</summary>
    HuePrior,

    /// <summary>Warm against cool: formula of Ou, Luo, Woodcock and Wright ("A study of colour emotion and colour preference, part I", Color Research and Application 2004).</summary>
    WarmCool,

    /// <summary>Share of the upper third that looks like sky: blue, light, smooth.</summary>
    SkyAbove,

    /// <summary>Share of leaf greens.</summary>
    Greenery,

    /// <summary>Share of browns: dull dark orange and yellow.</summary>
    BrownShare,

    /// <summary>Mean slope of lightness between neighbours, 0..(.2): how much there is to see.</summary>
    EdgeDensity,

    /// <summary>Share of large calm areas: cells of an 8 x 8 grid without edges.</summary>
    CalmArea,

    /// <summary>Mean lightness of the upper third less that of the lower third, -1..1.</summary>
    LightFromAbove,

    /// <summary>Mean lightness of the middle less that of the whole, -1..1.</summary>
    LightInMiddle,

    /// <summary>Standard deviation of lightness along the outer rim, 0..(.5): 0 is one plain ground around everything.</summary>
    RimContrast,

    /// <summary>Logarithm of (.01 + the standard deviation of the mean lightness of 6 x 6 cells): light and dark in large masses.</summary>
    MassContrast,

    /// <summary>How much of the contrast is between 8 x 8 cells rather than inside them, 0 (all detail) to 1 (all masses).</summary>
    BroadShare,

    /// <summary>Standard deviation of the mean colour (a, b) of 8 x 8 cells, 0..(.2): large patches of different colour.</summary>
    ColourMasses,

    /// <summary>Share of edge that runs within 15 degrees of a diagonal, 0..1: limbs, flames and waves have it, rooms and shelves do not.</summary>
    Diagonals,

    /// <summary>Entropy of hue weighted by chroma over twelve sectors, 0 (one hue) to 1 (all alike).</summary>
    HueVariety,

    /// <summary>Share of the lower third that looks like water: blue or blue-green, not black.</summary>
    WaterBelow,

    /// <summary>Share of glowing oranges and yellows: fire, sunset, lamps.</summary>
    FlameShare,

    /// <summary>Share of light, weak oranges: skin, sand, wood.</summary>
    SkinShare,

    /// <summary>Share darker than lightness .25.</summary>
    DarkShare,
}
