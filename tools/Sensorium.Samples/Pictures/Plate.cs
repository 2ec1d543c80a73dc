using System.Numerics;
using Sensorium.Samples.Drawing;

namespace Sensorium.Samples.Pictures;

/// <summary>
/// A plate of dots in the manner of pseudo-isochromatic test plates (Ishihara 1917): a sailing boat that trichromats see
/// and deuteranopes do not. A picture to try the colour-blind mode on, not a test of anybody's eyes.
/// </summary>
internal sealed class Plate : ISample
{
    private const int Size = 1000;
    private const float Middle = Size / 2f;
    private const float Radius = 452;

    /// <summary>
    /// The direction in linear sRGB along which nothing changes for a deuteranope: the null vector of the matrix for severity 1 of
    /// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 2009.
    /// </summary>
    private static readonly Vector3 Confusion = new(0.92205f, -0.38602f, 0.02836f);

    private static readonly int[] Greens = [0x6f8a3c, 0x7c9645, 0x86a04a, 0x91aa53, 0x9cb45c];

    /// <summary>Pairs of a ground colour and the figure colour of the same lightness step, as 8-bit sRGB.</summary>
    public static IReadOnlyList<((int R, int G, int B) Ground, (int R, int G, int B) Figure)> Pairs =>
        [.. Greens.Select(green => (Levels(Light.Of(green)), Levels(Shift(Light.Of(green)))))];

    /// <inheritdoc/>
    public string Name => "plate";

    /// <inheritdoc/>
    public Picture Draw()
    {
        Canvas canvas = new(Size, Size);
        canvas.Paint(0, Size, (_, _, _) => Light.Of(0xf6f1e4));
        Pcg32 random = new(21);
        foreach ((float x, float y, float radius) in Pack(random))
        {
            Vector3 colour = Light.Of(Greens[random.Next(Greens.Length)]);
            canvas.Fill(Shape.Ellipse(x, y, radius, radius), InFigure(x, y) ? Shift(colour) : colour);
        }

        return canvas.ToPicture(0, 3);
    }

    private static Vector3 Shift(Vector3 ground) => ground + (Confusion * 0.36f);

    private static (int R, int G, int B) Levels(Vector3 light) =>
        ((int)MathF.Round(Light.ToLevel(light.X)), (int)MathF.Round(Light.ToLevel(light.Y)), (int)MathF.Round(Light.ToLevel(light.Z)));

    // Large dots first, then smaller ones into the gaps; a place that touches another dot is given up.
    private static List<(float X, float Y, float Radius)> Pack(Pcg32 random)
    {
        List<(float X, float Y, float Radius)> dots = [];
        foreach ((float radius, int tries) in (ReadOnlySpan<(float, int)>)[(16, 500), (13, 2600), (10.5f, 7000), (8, 12000), (5.5f, 16000)])
        {
            for (int i = 0; i < tries; i++)
            {
                float r = radius * (0.9f + (0.2f * (float)random.NextDouble()));
                float x = Size * (float)random.NextDouble();
                float y = Size * (float)random.NextDouble();
                if (Vector2.Distance(new(x, y), new(Middle, Middle)) + r < Radius && dots.TrueForAll(dot => Apart(dot, x, y, r)))
                {
                    dots.Add((x, y, r));
                }
            }
        }

        return dots;
    }

    private static bool Apart((float X, float Y, float Radius) dot, float x, float y, float radius)
    {
        float dx = dot.X - x;
        float dy = dot.Y - y;
        float least = dot.Radius + radius + 1.8f;
        return (dx * dx) + (dy * dy) >= least * least;
    }

    // A boat: a hull and two sails with a gap for the mast.
    private static bool InFigure(float x, float y)
    {
        bool hull = y is > 664 and < 772 && MathF.Abs(x - 500) < 300 - ((y - 664) * 1.2f);
        bool main = x < 484 && y < 606 && y > 150 && 484 - x < (y - 150) * 0.56f;
        bool jib = x > 526 && y < 606 && y > 230 && x - 526 < (y - 230) * 0.56f;
        return hull || main || jib;
    }
}
