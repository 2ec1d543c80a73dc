using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

/// <summary><see cref="SceneFeatures"/> one pixel at a time and in double, as the definitions say it.</summary>
internal sealed class PlainSceneFeatures
{
    private const int Grid = 8;
    private const int HueSectors = 12;
    private const float Tan30 = 0.57735f;
    private const double Cos50 = 0.6427876096865394;
    private const double Sin50 = 0.766044443118978;

    private readonly double[] _values = new double[SceneFeatures.Count];

    public double this[SceneFeature feature]
    {
        get => _values[(int)feature];
        private set => _values[(int)feature] = value;
    }

    public static PlainSceneFeatures Measure(Picture picture)
    {
        Picture small = AreaReduction.ToLongSide(picture, SceneFeatures.WorkingSize);
        OkLab[] pixels = new OkLab[small.Width * small.Height];
        PlainSceneFeatures features = new();
        features.MeasureColour(small, pixels);
        features.MeasureHues(pixels);
        features.MeasureLayout(pixels, small.Width, small.Height);
        features.MeasureMasses(pixels, small.Width, small.Height);
        features.MeasureEdges(pixels, small.Width, small.Height);
        return features;
    }

    private void MeasureColour(Picture picture, OkLab[] pixels)
    {
        double lightness = 0, lightnessSquares = 0, chroma = 0, warm = 0;
        double rg = 0, rgSquares = 0, yb = 0, ybSquares = 0;
        int light = 0, grey = 0;
        ReadOnlySpan<byte> bytes = picture.Pixels;
        for (int i = 0; i < pixels.Length; i++)
        {
            Rgb rgb = new(bytes[i * 3], bytes[(i * 3) + 1], bytes[(i * 3) + 2]);
            OkLab pixel = ColourConversion.ToOkLab(rgb);
            pixels[i] = pixel;
            lightness += pixel.L;
            lightnessSquares += (double)pixel.L * pixel.L;
            chroma += pixel.Chroma;
            light += pixel.L > 0.9f ? 1 : 0;
            grey += pixel.Chroma < 0.03f ? 1 : 0;
            warm += WarmCoolOf(ColourConversion.ToCieLab(rgb));
            double redGreen = rgb.R - rgb.G;
            double yellowBlue = (0.5 * (rgb.R + rgb.G)) - rgb.B;
            rg += redGreen;
            rgSquares += redGreen * redGreen;
            yb += yellowBlue;
            ybSquares += yellowBlue * yellowBlue;
        }

        double n = pixels.Length;
        this[SceneFeature.Lightness] = lightness / n;
        this[SceneFeature.Chroma] = chroma / n;
        this[SceneFeature.Contrast] = Spread(lightness / n, lightnessSquares / n);
        this[SceneFeature.LightShare] = light / n;
        this[SceneFeature.GreyShare] = grey / n;
        this[SceneFeature.WarmCool] = warm / n;
        double spread = Math.Sqrt(Square(Spread(rg / n, rgSquares / n)) + Square(Spread(yb / n, ybSquares / n)));
        this[SceneFeature.Colourfulness] = spread + (0.3 * Math.Sqrt(Square(rg / n) + Square(yb / n)));
    }

    private void MeasureHues(OkLab[] pixels)
    {
        Span<double> sectors = stackalloc double[HueSectors];
        double prior = 0, chroma = 0;
        int green = 0, brown = 0, flame = 0, skin = 0, dark = 0;
        foreach (OkLab pixel in pixels)
        {
            float c = pixel.Chroma;
            float hue = pixel.HueDegrees;
            bool isBrown = pixel.L < 0.62f && hue is > 35 and < 100 && c is > 0.03f and < 0.13f;
            prior += c * HuePleasure.Of(hue, isBrown);
            chroma += c;
            sectors[Math.Min((int)(hue / 360 * HueSectors), HueSectors - 1)] += c;
            green += hue is > 105 and < 165 && c > 0.04f ? 1 : 0;
            brown += isBrown ? 1 : 0;
            flame += pixel.L > 0.55f && hue is > 35 and < 98 && c > 0.13f ? 1 : 0;
            skin += pixel.L is > 0.62f and < 0.92f && hue is > 28 and < 80 && c is > 0.03f and < 0.12f ? 1 : 0;
            dark += pixel.L < 0.25f ? 1 : 0;
        }

        double n = pixels.Length;
        this[SceneFeature.Greenery] = green / n;
        this[SceneFeature.BrownShare] = brown / n;
        this[SceneFeature.FlameShare] = flame / n;
        this[SceneFeature.SkinShare] = skin / n;
        this[SceneFeature.DarkShare] = dark / n;

        // A nearly grey picture has next to no hue: the constant lets the prior fade out there.
        this[SceneFeature.HuePrior] = prior / (chroma + (0.02 * n));
        double entropy = 0;
        foreach (double sector in sectors)
        {
            double share = chroma > 0 ? sector / chroma : 0;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        this[SceneFeature.HueVariety] = entropy / Math.Log(HueSectors);
    }

    private void MeasureLayout(OkLab[] pixels, int width, int height)
    {
        int third = Math.Max(height / 3, 1);
        int rimX = Math.Max(width / 32, 1);
        int rimY = Math.Max(height / 32, 1);
        double above = 0, below = 0, middle = 0, rim = 0, rimSquares = 0;
        int sky = 0, water = 0, middleCount = 0, rimCount = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                OkLab pixel = pixels[(y * width) + x];
                above += y < third ? pixel.L : 0;
                below += y >= height - third ? pixel.L : 0;
                sky += y < third && pixel.L > 0.5f && pixel.HueDegrees is > 205 and < 285 && pixel.Chroma > 0.03f ? 1 : 0;
                water += y >= height - third && pixel.L > 0.25f && pixel.HueDegrees is > 190 and < 285 && pixel.Chroma > 0.03f ? 1 : 0;
                if (IsMiddle(x, width) && IsMiddle(y, height))
                {
                    middle += pixel.L;
                    middleCount++;
                }

                if (x < rimX || x >= width - rimX || y < rimY || y >= height - rimY)
                {
                    rim += pixel.L;
                    rimSquares += pixel.L * pixel.L;
                    rimCount++;
                }
            }
        }

        double n = third * (double)width;
        this[SceneFeature.LightFromAbove] = (above - below) / n;
        this[SceneFeature.SkyAbove] = sky / n;
        this[SceneFeature.WaterBelow] = water / n;
        this[SceneFeature.LightInMiddle] = middleCount > 0 ? (middle / middleCount) - this[SceneFeature.Lightness] : 0;
        this[SceneFeature.RimContrast] = Spread(rim / rimCount, rimSquares / rimCount);
    }

    private void MeasureMasses(OkLab[] pixels, int width, int height)
    {
        (double contrast, _) = SpreadOfCells(pixels, width, height, 6);
        this[SceneFeature.MassContrast] = Math.Log(0.01 + contrast);
        (double lightness, double colour) = SpreadOfCells(pixels, width, height, 8);
        this[SceneFeature.BroadShare] = lightness / (this[SceneFeature.Contrast] + 0.01);
        this[SceneFeature.ColourMasses] = colour;
    }

    // Standard deviations over the mean colours of grid x grid cells.
    private static (double Lightness, double Colour) SpreadOfCells(OkLab[] pixels, int width, int height, int grid)
    {
        (double L, double A, double B, int Count)[] cells = new (double, double, double, int)[grid * grid];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                ref (double L, double A, double B, int Count) cell = ref cells[(SceneGrid.CellOf(y, height, grid) * grid) + SceneGrid.CellOf(x, width, grid)];
                OkLab pixel = pixels[(y * width) + x];
                cell = (cell.L + pixel.L, cell.A + pixel.A, cell.B + pixel.B, cell.Count + 1);
            }
        }

        double l = 0, a = 0, b = 0, lSquares = 0, aSquares = 0, bSquares = 0;
        int filled = 0;
        foreach ((double cellL, double cellA, double cellB, int count) in cells)
        {
            if (count > 0)
            {
                filled++;
                l += cellL / count;
                a += cellA / count;
                b += cellB / count;
                lSquares += Square(cellL / count);
                aSquares += Square(cellA / count);
                bSquares += Square(cellB / count);
            }
        }

        return (Spread(l / filled, lSquares / filled), Math.Sqrt(Square(Spread(a / filled, aSquares / filled)) + Square(Spread(b / filled, bSquares / filled))));
    }

    private void MeasureEdges(OkLab[] pixels, int width, int height)
    {
        Span<double> sums = stackalloc double[Grid * Grid];
        Span<int> counts = stackalloc int[Grid * Grid];
        double total = 0, diagonal = 0;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<OkLab> up = pixels.AsSpan(Math.Max(y - 1, 0) * width, width);
            ReadOnlySpan<OkLab> here = pixels.AsSpan(y * width, width);
            ReadOnlySpan<OkLab> down = pixels.AsSpan(Math.Min(y + 1, height - 1) * width, width);
            for (int x = 0; x < width; x++)
            {
                // Sobel's operator, in lightness a pixel; the picture's edge repeats.
                int left = Math.Max(x - 1, 0);
                int right = Math.Min(x + 1, width - 1);
                float dx = (up[right].L + (2 * here[right].L) + down[right].L - up[left].L - (2 * here[left].L) - down[left].L) / 8;
                float dy = (down[left].L + (2 * down[x].L) + down[right].L - up[left].L - (2 * up[x].L) - up[right].L) / 8;
                float slope = MathF.Sqrt((dx * dx) + (dy * dy));
                float least = MathF.Min(MathF.Abs(dx), MathF.Abs(dy));
                float most = MathF.Max(MathF.Abs(dx), MathF.Abs(dy));
                diagonal += least > most * Tan30 ? slope : 0;
                total += slope;
                int cell = (SceneGrid.CellOf(y, height, Grid) * Grid) + SceneGrid.CellOf(x, width, Grid);
                sums[cell] += slope;
                counts[cell]++;
            }
        }

        int calm = 0, filled = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            filled += counts[i] > 0 ? 1 : 0;
            calm += counts[i] > 0 && sums[i] / counts[i] < 0.008 ? 1 : 0;
        }

        this[SceneFeature.EdgeDensity] = total / pixels.Length;
        this[SceneFeature.CalmArea] = calm / (double)filled;
        this[SceneFeature.Diagonals] = diagonal / (total + (0.001 * pixels.Length));
    }

    private static bool IsMiddle(int at, int length) => (4 * at) + 2 > length && (4 * at) + 2 < 3 * length;

    private static double WarmCoolOf(CieLab colour)
    {
        double chroma = Math.Sqrt((colour.A * colour.A) + (colour.B * colour.B));
        double cosine = chroma > 0 ? ((colour.A * Cos50) + (colour.B * Sin50)) / chroma : 0;
        return -0.5 + (0.02 * Math.Pow(chroma, 1.07) * cosine);
    }

    private static double Spread(double mean, double meanOfSquares) => Math.Sqrt(Math.Max(meanOfSquares - (mean * mean), 0));

    private static double Square(double x) => x * x;
}
