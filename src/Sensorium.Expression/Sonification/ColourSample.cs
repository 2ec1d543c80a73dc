using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>A colour at a place, ready to be given a voice.</summary>
/// <param name="Colour">The colour in OKLab.</param>
/// <param name="Hsv">The same colour in HSV.</param>
/// <param name="Contrast">Local contrast as <see cref="Region.LocalContrast"/>.</param>
/// <param name="Place">Where it is.</param>
public readonly record struct ColourSample(OkLab Colour, Hsv Hsv, double Contrast, UnitPoint Place)
{
    /// <summary>The sample that stands for a region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>Its mean colour at its anchor.</returns>
    public static ColourSample FromRegion(Region region) => new(region.Colour, region.Hsv, region.LocalContrast, region.Anchor);
}
