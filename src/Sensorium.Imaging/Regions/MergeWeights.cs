namespace Sensorium.Imaging;

/// <summary>What counts how much when two regions may merge.</summary>
/// <param name="Lightness">Weight of a difference in lightness against one in hue and chroma; shading changes lightness most.</param>
/// <param name="UsualShare">Share of the picture at which size neither helps nor hinders.</param>
/// <param name="SizePower">How strongly size counts.</param>
/// <param name="Apart">Factor for regions that hardly touch.</param>
/// <param name="Surrounded">Factor for a region whose whole border is shared.</param>
internal sealed record MergeWeights(double Lightness, double UsualShare, double SizePower, double Apart, double Surrounded)
{
    /// <summary>For parts: patches of one colour.</summary>
    public static readonly MergeWeights Parts = new(1, 0.02, 0.25, 1.15, 0.7);

    /// <summary>For objects: light and shaded sides of one thing, and the details within it, hang together.</summary>
    public static readonly MergeWeights Objects = new(0.75, 0.05, 0.25, 1.25, 0.6);
}
