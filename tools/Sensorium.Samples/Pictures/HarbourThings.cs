using System.Numerics;
using Sensorium.Samples.Drawing;

namespace Sensorium.Samples.Pictures;

/// <summary>What stands and floats in the harbour. Each is drawn twice, upright and as the water shows it.</summary>
internal static class HarbourThings
{
    /// <summary>Row where the quay meets the water.</summary>
    public const float QuayLine = 652;

    /// <summary>Row where the lighthouse's rock meets the water.</summary>
    public const float RockLine = 668;

    private static readonly Vector3 SunLight = Light.Of(0xffb070);
    private static readonly Vector3 LampLight = Light.Of(0xffbe62);

    /// <summary>Houses along the right side, on a stone wall.</summary>
    /// <param name="canvas">Painted on.</param>
    public static void Quay(Canvas canvas)
    {
        Pcg32 random = new(5);
        ReadOnlySpan<(float Width, float Height, int Wall, int Roof)> houses =
        [
            (74, 70, 0xa8574f, 0x54304f), (66, 98, 0xc08a5c, 0x5b3350), (86, 82, 0x5f6d86, 0x38294d), (62, 124, 0xb3705f, 0x4c2b4b),
            (78, 104, 0x8d7f87, 0x422c4e), (70, 142, 0xa24f57, 0x3c2546), (88, 112, 0x4f7480, 0x33264a), (80, 134, 0xb98462, 0x442a48), (110, 160, 0x7a5878, 0x35243f),
        ];
        float left = 1052;
        foreach ((float width, float height, int wall, int roof) in houses)
        {
            House(canvas, random, left, QuayLine - 34, width, height, Light.Of(wall), Light.Of(roof));
            left += width - 1;
        }

        Shape stones = Shape.Polygon((1004, QuayLine), (1010, QuayLine - 36), (1604, QuayLine - 36), (1604, QuayLine));
        canvas.Fill(stones, (x, y) => Light.Mix(Light.Of(0x6b4a68), Light.Of(0x2a2147), ((y - QuayLine + 36) / 36) + ((x - 1004) / 2400)));
        canvas.Fill(Shape.Box(1008, QuayLine - 39, 1604, QuayLine - 33), Light.Of(0xa97078));
        for (float x = 1030; x < 1600; x += 95)
        {
            canvas.Fill(Shape.Box(x, QuayLine - 36, x + 5, QuayLine + 2), Light.Of(0x241c3d));
        }

        for (float x = 1040; x < 1600; x += 136)
        {
            Lantern(canvas, x, QuayLine - 37);
        }
    }

    /// <summary>A red lighthouse on a rock at the left.</summary>
    /// <param name="canvas">Painted on.</param>
    public static void Lighthouse(Canvas canvas)
    {
        Noise noise = new(31);
        Shape rock = Shape.Under(84, 352, RockLine, x => RockLine - (60 * MathF.Exp(-MathF.Pow((x - 212) / 98, 4))) - (10 * noise.Cloud(x / 24, 2, 4)) + (20 * MathF.Pow((x - 216) / 132, 2)));
        canvas.Fill(rock, (x, y) => Light.Mix(Light.Of(0x7d4f66), Light.Of(0x221a3c), ((y - RockLine + 62) / 62) + (0.5f * noise.Cloud(x / 19, y / 11, 3)) - ((x - 226) / 700)));
        const float foot = RockLine - 52;
        canvas.Fill(Shape.Box(150, foot - 30, 204, foot + 6), (x, _) => Light.Mix(Light.Of(0x8f7080), Light.Of(0xd9a08c), (x - 150) / 54));
        canvas.Fill(Shape.Polygon((144, foot - 29), (164, foot - 50), (192, foot - 50), (210, foot - 29)), Light.Of(0x57283f));
        Window(canvas, 168, foot - 20, 9, 12);
        Tower(canvas, 232, foot + 4, 232);
    }

    /// <summary>A sloop with cream sails and a teal hull.</summary>
    /// <param name="canvas">Painted on.</param>
    /// <param name="x">Middle of the hull.</param>
    /// <param name="water">Row of its water line.</param>
    public static void SailBoat(Canvas canvas, float x, float water)
    {
        canvas.Fill(Shape.Rod(x + 6, water - 30, x + 2, water - 372, 5), (_, _) => Light.Of(0x4a2c3c));
        Shape main = new Shape().Move(x - 3, water - 362).Curve(x - 16, water - 200, x - 2, water - 66).Curve(x - 70, water - 52, x - 142, water - 62).Curve(x - 76, water - 190, x - 3, water - 362);
        Sail(canvas, main, x - 150, x, 0xffe9c4, 0xc98f8c);
        Shape jib = new Shape().Move(x + 9, water - 340).Curve(x + 76, water - 190, x + 128, water - 52).Curve(x + 66, water - 60, x + 16, water - 74).Curve(x + 24, water - 210, x + 9, water - 340);
        Sail(canvas, jib, x + 10, x + 140, 0xf6c79d, 0xa9667d);
        foreach (float seam in (ReadOnlySpan<float>)[0.3f, 0.55f, 0.78f])
        {
            float y = water - 362 + (300 * seam);
            canvas.Fill(Shape.Stroke(new(x - 4, y), new(x - 40 - (20 * seam), y + 9), new(x - 8 - (104 * seam), y + 4), 1.4f, 1.4f), Light.Of(0xb07f80), 0.55f);
        }

        Shape hull = new Shape().Move(x - 158, water - 44).Curve(x - 20, water - 22, x + 170, water - 52).Curve(x + 136, water + 2, x + 84, water + 8).Line(x - 104, water + 8).Curve(x - 146, water, x - 158, water - 44);
        canvas.Fill(hull, (px, py) => Light.Mix(Light.Mix(Light.Of(0x2aa39b), Light.Of(0x0f4a63), (px - x + 150) / 300), Light.Of(0x10233f), (py - water + 26) / 40));
        Shape rail = new Shape().Move(x - 160, water - 48).Curve(x - 20, water - 26, x + 172, water - 57).Line(x + 170, water - 50).Curve(x - 20, water - 18, x - 158, water - 41);
        canvas.Fill(rail, Light.Of(0xf7dcb8));
        canvas.Fill(new Shape().Move(x - 74, water - 38).Curve(x - 66, water - 60, x - 20, water - 58).Line(x + 34, water - 56).Line(x + 48, water - 38), Light.Of(0xd9a884));
        canvas.Fill(Shape.Box(x - 48, water - 53, x - 30, water - 45), LampLight * 1.3f);
        canvas.Fill(Shape.Box(x - 18, water - 53, x, water - 45), LampLight * 1.3f);
        canvas.Fill(Shape.Box(x + 12, water - 52, x + 26, water - 45), Light.Of(0x5b3a50));
        canvas.Fill(Shape.Polygon((x + 2, water - 372), (x + 34, water - 364), (x + 3, water - 355)), Light.Of(0xe2473c));
    }

    /// <summary>A red fishing boat with a white wheelhouse.</summary>
    /// <param name="canvas">Painted on.</param>
    /// <param name="x">Middle of the hull.</param>
    /// <param name="water">Row of its water line.</param>
    public static void FishingBoat(Canvas canvas, float x, float water)
    {
        Vector3 ink = Light.Of(0x3a2440);
        canvas.Fill(Shape.Rod(x - 10, water - 40, x - 12, water - 138, 3.4f), ink);
        canvas.Fill(Shape.Rod(x - 11, water - 60, x - 74, water - 116, 2.4f), ink);
        canvas.Fill(Shape.Rod(x - 12, water - 136, x - 74, water - 116, 1), ink, 0.8f);
        canvas.Fill(Shape.Rod(x - 12, water - 136, x + 84, water - 40, 1), ink, 0.8f);
        canvas.Fill(Shape.Box(x - 8, water - 76, x + 38, water - 26), (px, _) => Light.Mix(Light.Of(0x9c7f93), Light.Of(0xffe0b8), (px - x + 8) / 46));
        canvas.Fill(Shape.Polygon((x - 14, water - 74), (x - 10, water - 83), (x + 40, water - 83), (x + 45, water - 74)), Light.Of(0x2f5d8c));
        canvas.Fill(Shape.Box(x - 2, water - 68, x + 11, water - 54), LampLight * 1.5f);
        canvas.Fill(Shape.Box(x + 17, water - 68, x + 32, water - 54), LampLight * 1.5f);
        Shape hull = new Shape().Move(x - 92, water - 34).Curve(x, water - 16, x + 104, water - 46).Curve(x + 88, water - 2, x + 66, water + 6).Line(x - 76, water + 6).Curve(x - 90, water - 6, x - 92, water - 34);
        canvas.Fill(hull, (px, py) => Light.Mix(Light.Mix(Light.Of(0xa32438), Light.Of(0xf0543a), (px - x + 92) / 196), Light.Of(0x2c1638), (py - water + 20) / 34));
        Shape rail = new Shape().Move(x - 93, water - 38).Curve(x, water - 20, x + 106, water - 51).Line(x + 104, water - 45).Curve(x, water - 13, x - 92, water - 31);
        canvas.Fill(rail, Light.Of(0xffd9ae));
    }

    /// <summary>A small yellow rowing boat, moored.</summary>
    /// <param name="canvas">Painted on.</param>
    /// <param name="x">Middle of the hull.</param>
    /// <param name="water">Row of its water line.</param>
    public static void RowingBoat(Canvas canvas, float x, float water)
    {
        Shape inside = new Shape().Move(x - 104, water - 34).Curve(x, water - 48, x + 106, water - 38).Curve(x + 10, water - 4, x - 104, water - 34);
        canvas.Fill(inside, (px, _) => Light.Mix(Light.Of(0x4c2c42), Light.Of(0x8c5648), (x + 100 - px) / 210));
        canvas.Fill(Shape.Polygon((x - 46, water - 36), (x - 20, water - 38), (x - 14, water - 20), (x - 40, water - 20)), Light.Of(0xb57c55));
        canvas.Fill(Shape.Polygon((x + 26, water - 39), (x + 50, water - 39), (x + 50, water - 22), (x + 30, water - 20)), Light.Of(0xa36e52));
        Shape hull = new Shape().Move(x - 108, water - 36).Curve(x, water - 10, x + 110, water - 42).Curve(x + 96, water - 4, x + 70, water + 8).Line(x - 70, water + 8).Curve(x - 98, water - 4, x - 108, water - 36);
        canvas.Fill(hull, (px, py) => Light.Mix(Light.Mix(Light.Of(0xffc145), Light.Of(0xb4693c), (px - x + 100) / 210), Light.Of(0x3a2144), (py - water + 12) / 32));
        canvas.Fill(new Shape().Move(x - 109, water - 39).Curve(x, water - 13, x + 111, water - 45).Line(x + 109, water - 39).Curve(x, water - 5, x - 107, water - 33), Light.Of(0xffe9bd));
        canvas.Fill(Shape.Rod(x - 20, water - 26, x - 136, water - 2, 4), Light.Of(0x6b4250));
    }

    /// <summary>A sail near the horizon.</summary>
    /// <param name="canvas">Painted on.</param>
    /// <param name="x">Mast.</param>
    /// <param name="water">Row of its water line.</param>
    /// <param name="size">1 for a mast of 120 pixels.</param>
    public static void FarSail(Canvas canvas, float x, float water, float size)
    {
        canvas.Fill(Shape.Polygon((x, water - (120 * size)), (x, water - (12 * size)), (x - (52 * size), water - (12 * size))), Light.Of(0xffdcb4));
        canvas.Fill(Shape.Polygon((x + (6 * size), water - (104 * size)), (x + (6 * size), water - (12 * size)), (x + (42 * size), water - (12 * size))), Light.Of(0xe0a48f));
        canvas.Fill(Shape.Polygon((x - (58 * size), water - (10 * size)), (x + (58 * size), water - (10 * size)), (x + (40 * size), water + 1), (x - (42 * size), water + 1)), Light.Of(0x6c3c5c));
    }

    private static void Sail(Canvas canvas, Shape sail, float left, float right, int lit, int shaded)
    {
        Vector3 light = Light.Of(lit);
        Vector3 shade = Light.Of(shaded);
        canvas.Fill(sail, (x, _) => Light.Mix(light, shade, MathF.Pow(Math.Clamp((x - left) / (right - left), 0, 1), 1.6f)));
    }

    private static void House(Canvas canvas, Pcg32 random, float left, float foot, float width, float height, Vector3 wall, Vector3 roof)
    {
        float top = foot - height;
        float pitch = 22 + (10 * (float)random.NextDouble());
        Vector3 dusk = Light.Of(0x2b2048);
        canvas.Fill(Shape.Box(left, top, left + width, foot), (x, y) => Light.Mix(Light.Mix(wall, SunLight, 0.24f * (1 - ((x - left) / width))), dusk, 0.16f + (0.34f * (y - top) / height)));
        Shape gable = Shape.Polygon((left - 4, top + 1), (left + (width * 0.22f), top - pitch), (left + (width * 0.78f), top - pitch), (left + width + 4, top + 1));
        canvas.Fill(gable, (x, _) => Light.Mix(roof, SunLight, 0.30f * (1 - ((x - left) / width))));
        float chimney = left + (width * (0.55f + (0.2f * (float)random.NextDouble())));
        canvas.Fill(Shape.Box(chimney, top - pitch - 13, chimney + 9, top - pitch + 2), roof);
        int columns = Math.Max((int)(width / 24), 2);
        int rows = (int)(height / 34);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float x = left + (width * (column + 0.5f) / columns) - 5;
                float y = top + 13 + (row * 32);
                if (random.NextDouble() < 0.62)
                {
                    Window(canvas, x, y, 10, 15);
                }
                else
                {
                    canvas.Fill(Shape.Box(x, y, x + 10, y + 15), dusk);
                }
            }
        }
    }

    private static void Window(Canvas canvas, float x, float y, float width, float height)
    {
        canvas.Fill(Shape.Box(x, y, x + width, y + height), LampLight * 1.5f);
        canvas.Fill(Shape.Box(x + (width / 2) - 0.6f, y, x + (width / 2) + 0.6f, y + height), Light.Of(0x7a4a3a));
        canvas.Glow(x + (width / 2), y + (height / 2), 11, LampLight * 0.10f);
    }

    private static void Lantern(Canvas canvas, float x, float foot)
    {
        canvas.Fill(Shape.Box(x - 1.5f, foot - 54, x + 1.5f, foot), Light.Of(0x241a36));
        canvas.Fill(Shape.Ellipse(x, foot - 57, 5, 6), LampLight * 1.9f);
        canvas.Glow(x, foot - 57, 18, LampLight * 0.30f);
    }

    private static void Tower(Canvas canvas, float x, float foot, float height)
    {
        float top = foot - height;
        float Half(float y) => 16 + (13 * (y - top) / height);
        Vector3 Round(float px, float py, int lit, int shaded) => Light.Mix(Light.Of(lit), Light.Of(shaded), MathF.Pow(Math.Clamp(0.5f - ((px - x) / (2 * Half(py))), 0, 1), 1.3f));
        canvas.Fill(Shape.Polygon((x - 29, foot), (x - 16, top), (x + 16, top), (x + 29, foot)), (px, py) => Round(px, py, 0xf5402f, 0x7a1233));
        foreach (float at in (ReadOnlySpan<float>)[0.30f, 0.66f])
        {
            float upper = top + (height * at);
            float lower = upper + 30;
            canvas.Fill(Shape.Polygon((x - Half(upper), upper), (x + Half(upper), upper), (x + Half(lower), lower), (x - Half(lower), lower)), (px, py) => Round(px, py, 0xffe9cf, 0x9c7088));
        }

        canvas.Fill(Shape.Box(x - 4, top + 40, x + 4, top + 54), Light.Of(0x4a1530));
        canvas.Fill(Shape.Box(x - 4, top + 122, x + 4, top + 136), Light.Of(0x4a1530));
        canvas.Fill(Shape.Box(x - 22, top - 5, x + 22, top + 1), Light.Of(0x3a1a35));
        canvas.Fill(Shape.Box(x - 11, top - 31, x + 11, top - 5), LampLight * 2.2f);
        canvas.Fill(Shape.Box(x - 1, top - 31, x + 1, top - 5), Light.Of(0x5a2a3a));
        canvas.Fill(new Shape().Move(x - 15, top - 30).Curve(x - 9, top - 50, x, top - 52).Curve(x + 9, top - 50, x + 15, top - 30), Light.Of(0xa02a3a));
        canvas.Fill(Shape.Rod(x, top - 50, x, top - 66, 2), Light.Of(0x3a1a35));
        canvas.Glow(x, top - 18, 34, LampLight * 0.26f);
    }
}
