namespace Sensorium.Imaging;

/// <summary>What counts how much when two regions may merge.</summary>
/// <param name="Lightness">Weight of a difference in lightness against one in hue and chroma; shading changes lightness most.</param>
/// <param name="UsualShare">Share of the picture at which size neither helps nor hinders.</param>
/// <param name="SizePower">How strongly size counts.</param>
/// <param name="Apart">Factor for regions that hardly touch.</param>
/// <param name="Surrounded">Factor for a region whose whole border is shared.</param>
/// <param name="Border">Share of the contrast along the shared border against the difference of the mean colours, 0..1.</param>
/// <param name="CompactPower">How strongly thin shapes are drawn to their neighbours.</param>
/// <param name="Alike">How much less it costs to join two regions in the same surroundings, such as stripes, 0..1.</param>
internal sealed record MergeWeights(
    double Lightness, double UsualShare, double SizePower, double LargePower, double Apart, double Surrounded, double Border, double CompactPower, double Alike, double Texture)
{
    /// <summary>For parts: patches of one colour.</summary>
    public static MergeWeights Parts => new(V("PL", 1), V("PU", 0.02), V("PS", 0.25), V("PLP", 0.25), V("PA", 1.15), V("PSU", 0.85), V("PB", 0.5), V("PC", 0.5), V("PAL", 0.4), V("PT", 0));

    /// <summary>For objects: light and shaded sides of one thing, and the details within it, hang together.</summary>
    public static MergeWeights Objects => new(V("OL", 0.75), 0.05, V("OS", 0.2), V("OLP", 0.4), V("OA", 1.15), V("OSU", 0.85), V("OB", 0.6), V("OC", 0.5), V("OAL", 0.4), V("OT", 0));

    public static MergeWeights Forced => new(V("FL", 0.9), 0.05, V("FS", 0.2), V("FLP", 0.4), V("FA", 1.1), V("FSU", 0.95), V("FB", 0.7), V("FC", 0.25), V("FAL", 0.5), V("FT", 0));

    public static double V(string name, double usual) => Environment.GetEnvironmentVariable(name) is { } s ? double.Parse(s, System.Globalization.CultureInfo.InvariantCulture) : usual;
}
