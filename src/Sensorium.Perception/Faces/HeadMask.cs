namespace Sensorium.Perception;

/// <summary>
/// Tells a head from what is behind it in a tile that is framed as FER2013's are: an ellipse where heads are, corrected by two
/// histograms of grey, one of the head and one of the rest, and by the neighbours, in a few passes.
/// </summary>
/// <remarks>
/// The idea of GrabCut (Rother, Kolmogorov and Blake, SIGGRAPH 2004) with histograms in place of mixtures and mean-field passes
/// (Kraehenbuehl and Koltun, NIPS 2011, with the four neighbours alone) in place of a cut: soft, without randomness, on grey tiles too.
/// </remarks>
internal static class HeadMask
{
    private const int Passes = 6;
    private const int Levels = 32;

    // The head's ellipse as shares of the tile's side: YuNet's box, .79 wide and .98 high, is its bounding box.
    private const double CentreX = 0.5;
    private const double CentreY = 0.515;
    private const double RadiusX = 0.40;
    private const double RadiusY = 0.50;

    // In log odds: how sure the ellipse is at its middle and in the corners, how much a grey level may say, how much four like neighbours may.
    private const double Place = 4;
    private const double Level = 1.5;
    private const double Neighbours = 2;

    // Steps of grey over which two neighbours stop pulling at each other.
    private const double Edge = 18;

    /// <summary>The share of head in each pixel.</summary>
    /// <param name="tile">The tile.</param>
    /// <returns><c>[side x side]</c>, 0 background to 1 head.</returns>
    public static float[] Of(GreyTile tile)
    {
        int side = tile.Side;
        double[] place = PlaceOf(side);
        float[] mask = new float[side * side];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Share(place[i]);
        }

        float[] next = new float[mask.Length];
        double[] evidence = new double[Levels];
        for (int pass = 0; pass < Passes; pass++)
        {
            Compare(tile.Pixels, mask, evidence);
            for (int i = 0; i < mask.Length; i++)
            {
                next[i] = Share(place[i] + evidence[tile.Pixels[i] * Levels / 256] + Pull(tile, mask, i));
            }

            (mask, next) = (next, mask);
        }

        return mask;
    }

    private static double[] PlaceOf(int side)
    {
        double[] place = new double[side * side];
        for (int i = 0; i < place.Length; i++)
        {
            double x = ((((i % side) + 0.5) / side) - CentreX) / RadiusX;
            double y = ((((i / side) + 0.5) / side) - CentreY) / RadiusY;
            place[i] = Place * Math.Max(-1, 1 - (x * x) - (y * y));
        }

        return place;
    }

    /// <summary>For each level of grey the log odds that it belongs to the head.</summary>
    private static void Compare(ReadOnlySpan<byte> pixels, float[] mask, double[] evidence)
    {
        double[] head = new double[Levels], rest = new double[Levels];
        double heads = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            head[pixels[i] * Levels / 256] += mask[i];
            rest[pixels[i] * Levels / 256] += 1 - mask[i];
            heads += mask[i];
        }

        // A hundredth spread evenly keeps a level that was hardly seen from saying much.
        double floor = 0.01 * mask.Length / Levels;
        for (int level = 0; level < Levels; level++)
        {
            double a = (Smooth(head, level) + floor) / (heads + (floor * Levels));
            double b = (Smooth(rest, level) + floor) / (mask.Length - heads + (floor * Levels));
            evidence[level] = Math.Clamp(Math.Log(a / b), -Level, Level);
        }
    }

    private static double Smooth(double[] counts, int level)
    {
        double sum = 0, weights = 0;
        for (int offset = -2; offset <= 2; offset++)
        {
            if (level + offset >= 0 && level + offset < Levels)
            {
                sum += (3 - Math.Abs(offset)) * counts[level + offset];
                weights += 3 - Math.Abs(offset);
            }
        }

        return sum / weights;
    }

    private static double Pull(GreyTile tile, float[] mask, int at)
    {
        (int y, int x) = Math.DivRem(at, tile.Side);
        double sum = 0;
        sum += x > 0 ? From(at - 1) : 0;
        sum += x < tile.Side - 1 ? From(at + 1) : 0;
        sum += y > 0 ? From(at - tile.Side) : 0;
        sum += y < tile.Side - 1 ? From(at + tile.Side) : 0;
        return Neighbours / 4 * sum;

        double From(int other)
        {
            double step = (tile.Pixels[at] - tile.Pixels[other]) / Edge;
            return Math.Exp(-step * step) * ((2 * mask[other]) - 1);
        }
    }

    private static float Share(double logOdds) => (float)(1 / (1 + Math.Exp(-logOdds)));
}
