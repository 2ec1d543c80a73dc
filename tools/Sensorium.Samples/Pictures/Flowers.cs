using System.Numerics;
using Sensorium.Samples.Drawing;

namespace Sensorium.Samples.Pictures;

/// <summary>Draws single flowers, seen a little from above.</summary>
internal static class Flowers
{
    private const float Tilt = 0.72f;

    /// <summary>Draws one flower with its stem.</summary>
    /// <param name="canvas">Painted on.</param>
    /// <param name="random">Small differences between flowers.</param>
    /// <param name="kind">Which flower.</param>
    /// <param name="x">Middle of the blossom.</param>
    /// <param name="y">Middle of the blossom.</param>
    /// <param name="size">Radius in pixels.</param>
    public static void Draw(Canvas canvas, Pcg32 random, FlowerKind kind, float x, float y, float size)
    {
        float lean = size * 0.9f * ((float)random.NextDouble() - 0.5f);
        canvas.Fill(Shape.Stroke(new(x + lean, y + (size * 3.4f)), new(x + (lean * 0.4f), y + size), new(x, y), size * 0.16f, size * 0.12f), Light.Of(0x3f7f3a), 0.9f);
        float turn = MathF.Tau * (float)random.NextDouble();
        switch (kind)
        {
            case FlowerKind.Poppy:
                Petals(canvas, x, y, size, 4, 0.52f, 0.58f, turn, 0xc4161f, 0xff5a3c);
                Disc(canvas, x, y, size * 0.24f, 0x2a1020);
                break;
            case FlowerKind.Daisy:
                Petals(canvas, x, y, size * 0.86f, 11, 0.62f, 0.17f, turn, 0xc9d4e6, 0xffffff);
                Disc(canvas, x, y, size * 0.27f, 0xf5b81e);
                break;
            case FlowerKind.Buttercup:
                Petals(canvas, x, y, size * 0.70f, 5, 0.54f, 0.42f, turn, 0xe59a10, 0xffe23c);
                Disc(canvas, x, y, size * 0.16f, 0xc47a10);
                break;
            default:
                Petals(canvas, x, y, size * 0.80f, 5, 0.56f, 0.34f, turn, 0x5a2fa8, 0xa77cf0);
                Disc(canvas, x, y, size * 0.15f, 0xf3e6a0);
                break;
        }
    }

    private static void Petals(Canvas canvas, float x, float y, float size, int count, float reach, float breadth, float turn, int shaded, int lit)
    {
        Blend petal = new(shaded, lit);
        for (int i = 0; i < count; i++)
        {
            float angle = turn + (MathF.Tau * i / count);
            (float sin, float cos) = MathF.SinCos(angle);
            float px = x + (cos * size * reach);
            float py = y + (sin * size * reach * Tilt);
            float facing = 0.5f - (0.32f * sin) - (0.24f * cos) + (0.10f * (i & 1));
            float direction = MathF.Atan2(sin * Tilt, cos);
            Blend colour = new(petal.At(facing), petal.At(facing + 0.34f));
            canvas.Fill(
                Shape.Ellipse(px, py, size * reach * 0.98f, size * breadth, direction),
                (a, b) => colour.At((Vector2.Distance(new(a, b), new(x, y)) / size) - 0.3f));
        }
    }

    private static void Disc(Canvas canvas, float x, float y, float radius, int rgb) =>
        canvas.Fill(Shape.Ellipse(x, y, radius, radius * Tilt), Light.Of(rgb));
}
