using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Interpretable measurements of a picture's colour and composition, taken from the picture itself reduced to a fixed size,
/// so that they depend neither on its resolution nor on how it is cut into regions. A mirrored picture measures the same.
/// </summary>
internal sealed class SceneFeatures
{
    /// <summary>Long side in pixels at which everything is measured.</summary>
    public const int WorkingSize = 160;

    private const int HueSectors = 12;

    /// <summary>Number of features.</summary>
    public static readonly int Count = Enum.GetValues<SceneFeature>().Length;

    private readonly double[] _values = new double[Count];

    private SceneFeatures()
    {
    }

    /// <summary>One measurement.</summary>
    /// <param name="feature">Which.</param>
    /// <returns>Its value, in the unit that <see cref="SceneFeature"/> states.</returns>
    public double this[SceneFeature feature]
    {
        get => _values[(int)feature];
        private set => _values[(int)feature] = value;
    }

    /// <summary>Measures a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The measurements.</returns>
    public static SceneFeatures Measure(Picture picture, CancellationToken cancellationToken = default)
    {
        Picture small = AreaReduction.ToLongSide(picture, WorkingSize, 1, cancellationToken);
        return Measure(small, SceneColours.Of(small));
    }

    /// <summary>Measures a picture whose colours are converted already.</summary>
    /// <param name="small">The picture, its longer side at most <see cref="WorkingSize"/>.</param>
    /// <param name="colours">Its colours.</param>
    /// <returns>The measurements.</returns>
    public static SceneFeatures Measure(Picture small, SceneColours colours)
    {
        SceneFeatures features = new();
        features.MeasureColour(colours);
        features.MeasureColourfulness(small);
        features.MeasureWarmth(colours);
        features.MeasureHues(colours);
        features.MeasureVariety(colours);
        features.MeasureLayout(colours);
        features.MeasureBlues(colours);
        features.MeasureMasses(colours);
        SceneEdges edges = SceneEdges.Of(colours.Lightness, colours.Width, colours.Height);
        features[SceneFeature.EdgeDensity] = edges.Density;
        features[SceneFeature.CalmArea] = edges.Calm;
        features[SceneFeature.Diagonals] = edges.Diagonal;
        return features;
    }

    private void MeasureColour(SceneColours colours)
    {
        double lightness = 0, chroma = 0, squares = 0;
        for (int y = 0; y < colours.Height; y++)
        {
            lightness += TensorPrimitives.Sum(Row(colours.Lightness, colours, y));
            chroma += TensorPrimitives.Sum(Row(colours.Chroma, colours, y));
        }

        // Around the mean, so that a flat picture has no spread at all.
        double n = colours.Lightness.Length;
        float mean = (float)(lightness / n);
        float[] rest = new float[colours.Width];
        for (int y = 0; y < colours.Height; y++)
        {
            TensorPrimitives.Subtract(Row(colours.Lightness, colours, y), mean, rest);
            squares += TensorPrimitives.SumOfSquares<float>(rest);
        }

        this[SceneFeature.Lightness] = lightness / n;
        this[SceneFeature.Chroma] = chroma / n;
        this[SceneFeature.Contrast] = Math.Sqrt(squares / n);
    }

    private void MeasureColourfulness(Picture picture)
    {
        long redGreen = 0, redGreenSquares = 0, yellowBlue = 0, yellowBlueSquares = 0;
        ReadOnlySpan<byte> bytes = picture.Pixels;
        for (int i = 0; i + 2 < bytes.Length; i += 3)
        {
            int rg = bytes[i] - bytes[i + 1];
            int twiceYb = bytes[i] + bytes[i + 1] - (2 * bytes[i + 2]);
            redGreen += rg;
            redGreenSquares += rg * rg;
            yellowBlue += twiceYb;
            yellowBlueSquares += twiceYb * twiceYb;
        }

        double n = bytes.Length / 3;
        double meanRg = redGreen / n, meanYb = yellowBlue / (2 * n);
        double spread = Math.Sqrt(Square(Spread(meanRg, redGreenSquares / n)) + Square(Spread(meanYb, yellowBlueSquares / (4 * n))));
        this[SceneFeature.Colourfulness] = spread + (0.3 * Math.Sqrt(Square(meanRg) + Square(meanYb)));
    }

    private void MeasureWarmth(SceneColours colours)
    {
        const float Cos50 = 0.6427876f, Sin50 = 0.76604444f;
        double warm = 0;
        for (int i = 0; i < colours.VectorCount; i++)
        {
            // Chroma ^ 1.07 times the cosine of the hue's distance from 50 degrees.
            (Vector256<float> a, Vector256<float> b, Vector256<float> chroma) = colours.LabAt(i);
            Vector256<float> power = Vector256.Exp(Vector256.Log(chroma) * 0.07f);
            warm += Vector256.Sum(power * ((a * Cos50) + (b * Sin50)));
        }

        this[SceneFeature.WarmCool] = -0.5 + (0.02 * warm / colours.Lightness.Length);
    }

    private void MeasureHues(SceneColours colours)
    {
        Vector256<int> light = default, dark = default, coloured = default, green = default, brown = default, flame = default, skin = default;
        double prior = 0;
        for (int i = 0; i < colours.VectorCount; i++)
        {
            (Vector256<float> l, Vector256<float> c, Vector256<float> h) = colours.PixelsAt(i);
            Vector256<float> isBrown = Below(l, 0.62f) & Between(h, 35, 100) & Between(c, 0.03f, 0.13f);
            prior += Vector256.Sum(c * HuePleasure.Of(h, isBrown));

            // A true lane is -1.
            light -= Above(l, 0.9f).AsInt32();
            dark -= Below(l, 0.25f).AsInt32();
            coloured -= Vector256.GreaterThanOrEqual(c, Vector256.Create(0.03f)).AsInt32();
            green -= (Between(h, 105, 165) & Above(c, 0.04f)).AsInt32();
            brown -= isBrown.AsInt32();
            flame -= (Above(l, 0.55f) & Between(h, 35, 98) & Above(c, 0.13f)).AsInt32();
            skin -= (Between(l, 0.62f, 0.92f) & Between(h, 28, 80) & Between(c, 0.03f, 0.12f)).AsInt32();
        }

        double n = colours.Lightness.Length;
        this[SceneFeature.LightShare] = Vector256.Sum(light) / n;
        this[SceneFeature.DarkShare] = Vector256.Sum(dark) / n;
        this[SceneFeature.GreyShare] = (n - Vector256.Sum(coloured)) / n;
        this[SceneFeature.Greenery] = Vector256.Sum(green) / n;
        this[SceneFeature.BrownShare] = Vector256.Sum(brown) / n;
        this[SceneFeature.FlameShare] = Vector256.Sum(flame) / n;
        this[SceneFeature.SkinShare] = Vector256.Sum(skin) / n;

        // A nearly grey picture has next to no hue: the constant lets the prior fade out there.
        this[SceneFeature.HuePrior] = prior / n / (this[SceneFeature.Chroma] + 0.02);
    }

    private void MeasureVariety(SceneColours colours)
    {
        Span<double> sectors = stackalloc double[HueSectors + 1];
        ReadOnlySpan<float> hues = colours.Hue, chromas = colours.Chroma;
        for (int i = 0; i < hues.Length; i++)
        {
            sectors[(int)(hues[i] * (HueSectors / 360f))] += chromas[i];
        }

        // A full turn exactly is still the last sector.
        sectors[HueSectors - 1] += sectors[HueSectors];
        sectors = sectors[..HueSectors];
        double chroma = TensorPrimitives.Sum<double>(sectors);
        double entropy = 0;
        foreach (double sector in sectors)
        {
            double share = chroma > 0 ? sector / chroma : 0;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        this[SceneFeature.HueVariety] = entropy / Math.Log(HueSectors);
    }

    private void MeasureLayout(SceneColours colours)
    {
        (int width, int height) = (colours.Width, colours.Height);
        int third = Math.Max(height / 3, 1);
        int rimX = Math.Max(width / 32, 1);
        int rimY = Math.Max(height / 32, 1);
        (int left, int right) = Middle(width);
        (int top, int bottom) = Middle(height);
        double above = 0, below = 0, middle = 0, rim = 0, rimSquares = 0;
        int rimCount = 0;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> row = Row(colours.Lightness, colours, y);
            above += y < third ? TensorPrimitives.Sum(row) : 0;
            below += y >= height - third ? TensorPrimitives.Sum(row) : 0;
            middle += y >= top && y < bottom ? TensorPrimitives.Sum(row[left..right]) : 0;
            bool isRim = y < rimY || y >= height - rimY;
            for (int x = 0; x < width; x++)
            {
                // Between its two sides a row that is no rim has nothing to add.
                x = !isRim && x >= rimX ? Math.Max(x, width - rimX) : x;
                rim += row[x];
                rimSquares += row[x] * row[x];
                rimCount++;
            }
        }

        int middleCount = (right - left) * (bottom - top);
        this[SceneFeature.LightFromAbove] = (above - below) / (third * (double)width);
        this[SceneFeature.LightInMiddle] = middleCount > 0 ? (middle / middleCount) - this[SceneFeature.Lightness] : 0;
        this[SceneFeature.RimContrast] = Spread(rim / rimCount, rimSquares / rimCount);
    }

    // Sky in the upper third and water in the lower.
    private void MeasureBlues(SceneColours colours)
    {
        int third = Math.Max(colours.Height / 3, 1) * colours.Width;
        ReadOnlySpan<float> lightness = colours.Lightness, chroma = colours.Chroma, hue = colours.Hue;
        int sky = 0, water = 0;
        for (int i = 0; i < third; i++)
        {
            sky += lightness[i] > 0.5f && hue[i] is > 205 and < 285 && chroma[i] > 0.03f ? 1 : 0;
        }

        for (int i = lightness.Length - third; i < lightness.Length; i++)
        {
            water += lightness[i] > 0.25f && hue[i] is > 190 and < 285 && chroma[i] > 0.03f ? 1 : 0;
        }

        this[SceneFeature.SkyAbove] = sky / (double)third;
        this[SceneFeature.WaterBelow] = water / (double)third;
    }

    private void MeasureMasses(SceneColours colours)
    {
        this[SceneFeature.MassContrast] = Math.Log(0.01 + SpreadOfCells(colours.Lightness, colours, 6));
        this[SceneFeature.BroadShare] = SpreadOfCells(colours.Lightness, colours, 8) / (this[SceneFeature.Contrast] + 0.01);
        this[SceneFeature.ColourMasses] = Math.Sqrt(Square(SpreadOfCells(colours.A, colours, 8)) + Square(SpreadOfCells(colours.B, colours, 8)));
    }

    // Standard deviation over the means of grid x grid cells.
    private static double SpreadOfCells(ReadOnlySpan<float> plane, SceneColours colours, int grid)
    {
        double[] sums = SceneGrid.Sums(plane, colours.Width, grid);
        int[] counts = SceneGrid.Counts(colours.Width, colours.Height, grid);
        double mean = 0, squares = 0;
        int filled = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            if (counts[i] > 0)
            {
                filled++;
                mean += sums[i] / counts[i];
                squares += Square(sums[i] / counts[i]);
            }
        }

        return Spread(mean / filled, squares / filled);
    }

    // The columns or rows whose middle lies in the middle half.
    private static (int First, int End) Middle(int length)
    {
        int first = (length + 2) / 4, end = ((3 * length) + 1) / 4;
        return (first, Math.Max(end, first));
    }

    private static ReadOnlySpan<float> Row(ReadOnlySpan<float> plane, SceneColours colours, int y) => plane.Slice(y * colours.Width, colours.Width);

    private static Vector256<float> Above(Vector256<float> x, float least) => Vector256.GreaterThan(x, Vector256.Create(least));

    private static Vector256<float> Below(Vector256<float> x, float most) => Vector256.LessThan(x, Vector256.Create(most));

    private static Vector256<float> Between(Vector256<float> x, float least, float most) => Above(x, least) & Below(x, most);

    private static double Spread(double mean, double meanOfSquares) => Math.Sqrt(Math.Max(meanOfSquares - (mean * mean), 0));

    private static double Square(double x) => x * x;
}
