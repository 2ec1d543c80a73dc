namespace Sensorium.Imaging;

/// <summary>What counts how much when two regions may merge. The values were searched on photographs and drawn pictures with outlines made by hand.</summary>
/// <param name="Border">Weight of the contrast along the shared border against the difference of the mean colours, 0..1.</param>
/// <param name="Lightness">Weight of a difference in lightness against one in hue and chroma; shading changes lightness most.</param>
/// <param name="UsualShare">Share of the picture at which size neither helps nor hinders.</param>
/// <param name="SmallPower">How strongly size counts below that: the higher, the sooner small regions merge.</param>
/// <param name="LargePower">How strongly size counts above that: the higher, the better large regions are kept apart.</param>
/// <param name="Apart">Factor for regions that hardly touch.</param>
/// <param name="Surrounded">Factor for a region that borders on the other alone: above 1 for a thing on its ground, below for a detail of a thing.</param>
/// <param name="CompactPower">How strongly thin and ragged shapes are drawn to their neighbours.</param>
/// <param name="Alike">How much less it costs to join two regions in the same surroundings, such as stripes, 0..1.</param>
/// <param name="Texture">How much less it costs to join two regions that are both busy.</param>
/// <param name="Vivid">How much more it costs to join two regions that differ in hue or chroma, not just in lightness.</param>
internal sealed record MergeWeights(
    double Border,
    double Lightness,
    double UsualShare,
    double SmallPower,
    double LargePower,
    double Apart,
    double Surrounded,
    double CompactPower,
    double Alike,
    double Texture,
    double Vivid)
{
    /// <summary>For parts: patches of one colour.</summary>
    public static readonly MergeWeights Parts = new(
        Border: 0.5,
        Lightness: 1,
        UsualShare: 0.02,
        SmallPower: 0.17,
        LargePower: 0.25,
        Apart: 1.31,
        Surrounded: 2.72,
        CompactPower: 0.21,
        Alike: 0.35,
        Texture: 0.091,
        Vivid: 0.07);

    /// <summary>For objects: light and shaded sides of one thing, and the details within it, hang together.</summary>
    public static readonly MergeWeights Objects = new(
        Border: 0.7,
        Lightness: 0.9,
        UsualShare: 0.05,
        SmallPower: 0.26,
        LargePower: 0.31,
        Apart: 1.1,
        Surrounded: 0.9,
        CompactPower: 0.16,
        Alike: 0.4,
        Texture: 0.26,
        Vivid: 0.2);

    /// <summary>For the choice of those objects that stay where there are more than wanted: the large and the vivid.</summary>
    public static readonly MergeWeights Chosen = new(
        Border: 0.7,
        Lightness: 0.87,
        UsualShare: 0.05,
        SmallPower: 0.14,
        LargePower: 0.4,
        Apart: 1.26,
        Surrounded: 1.46,
        CompactPower: 0.17,
        Alike: 0.5,
        Texture: 0.17,
        Vivid: 0.5);
}
