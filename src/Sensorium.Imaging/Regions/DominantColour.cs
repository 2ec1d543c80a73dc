namespace Sensorium.Imaging;

/// <summary>
/// The one colour by which a person would call a region of many: not the mean of all, which is mud where red meets green, but the mean of its heaviest group
/// of similar colours.
/// </summary>
/// <remarks>
/// The groups are those around each of the region's colours (its pixels by k-means cluster), weighted by likeness with Tukey's biweight: one step of mean
/// shift (Comaniciu &amp; Meer, "Mean shift: a robust approach toward feature space analysis", IEEE TPAMI 24(5), 2002). Lively colours weigh more than grey
/// ones, since attention and naming go to them; how much more is ours. Of one colour, or of shades of one, the result is the plain mean or close to it.
/// </remarks>
internal static class DominantColour
{
    /// <summary>Difference at which a colour no longer counts into a group, in OKLab with chroma weighted.</summary>
    private const double Reach = 0.25;

    /// <summary>Chroma at which a colour weighs twice as much as grey.</summary>
    private const double LivelyChroma = 0.1;

    /// <summary>Finds the dominant colour.</summary>
    /// <param name="colours">The pixels of a region, summed by colour; at least one sum holds pixels.</param>
    /// <returns>The dominant colour.</returns>
    public static OkLab Of(ReadOnlySpan<ColourSum> colours)
    {
        double heaviest = -1;
        OkLab dominant = default;
        foreach (ColourSum centre in colours)
        {
            if (centre.Pixels > 0)
            {
                (double weight, OkLab mean) = Group(colours, centre.Mean);
                if (weight > heaviest)
                {
                    heaviest = weight;
                    dominant = mean;
                }
            }
        }

        return dominant;
    }

    private static (double Weight, OkLab Mean) Group(ReadOnlySpan<ColourSum> colours, OkLab centre)
    {
        double weight = 0;
        double pixels = 0;
        double l = 0;
        double a = 0;
        double b = 0;
        foreach (ColourSum colour in colours)
        {
            if (colour.Pixels > 0)
            {
                OkLab mean = colour.Mean;
                double alike = Math.Max(0, 1 - (Squared(mean, centre) / (Reach * Reach)));
                double share = alike * alike;
                pixels += share * colour.Pixels;
                l += share * colour.L;
                a += share * colour.A;
                b += share * colour.B;
                weight += share * colour.Pixels * (1 + (mean.Chroma / LivelyChroma));
            }
        }

        return (weight, new OkLab((float)(l / pixels), (float)(a / pixels), (float)(b / pixels)));
    }

    private static double Squared(OkLab first, OkLab second)
    {
        double dl = first.L - second.L;
        double da = RegionFinder.ChromaWeight * (first.A - second.A);
        double db = RegionFinder.ChromaWeight * (first.B - second.B);
        return (dl * dl) + (da * da) + (db * db);
    }
}
