using System.Numerics;
using Sensorium.Samples.Drawing;
using static Sensorium.Samples.Drawing.Curve;

namespace Sensorium.Samples.Pictures;

/// <summary>A flower meadow in the morning: soft clouds, green hills, a tree, poppies, daisies, buttercups and bellflowers.</summary>
internal sealed class Meadow : ISample
{
    private const int Width = 1600;
    private const int Height = 1000;
    private const float FieldTop = 560;

    private static readonly Gradient SkyColours = new((0, 0x3f97e0), (0.4f, 0x7cc0ee), (0.8f, 0xc9e8f5), (1, 0xf6f4e0));
    private static readonly Gradient FieldColours = new((0, 0xc6d873), (0.2f, 0x94c455), (0.55f, 0x569c40), (1, 0x1f5c33));

    private readonly Noise _noise = new(12);
    private readonly Pcg32 _random = new(3);

    /// <inheritdoc/>
    public string Name => "meadow";

    /// <inheritdoc/>
    public Picture Draw()
    {
        Canvas canvas = new(Width, Height);
        canvas.Paint(0, Height, (x, y, _) => Sky(x, y));
        canvas.Glow(210, 60, 330, new Vector3(0.20f, 0.17f, 0.10f));
        DrawHills(canvas);
        DrawField(canvas);
        DrawTree(canvas, 1255, 655);
        DrawPlants(canvas);
        Bloom.Apply(canvas, 0.85f, 60, 0.18f);
        return canvas.ToPicture(0.2f, 2);
    }

    private Vector3 Sky(float x, float y)
    {
        float height = y / 600;
        Vector3 sky = SkyColours.At(height);
        float u = (x + 260) / 430;
        float v = y / 190;
        float density = CloudAt(u, v);
        if (density <= 0)
        {
            return sky;
        }

        // Light comes from above at the left: what has less cloud on that side is lit.
        float towards = CloudAt(u - 0.10f, v - 0.16f);
        float lit = Smooth(-0.34f, 0.30f, density - towards);
        Vector3 cloud = Light.Mix(Light.Of(0xb4c8dd), Light.Of(0xfffdf6), lit);
        float cover = Smooth(0, 0.34f, density) * 0.95f * (1 - Smooth(0.80f, 1, height));
        return Vector3.Lerp(sky, cloud, cover);
    }

    private float CloudAt(float u, float v)
    {
        float large = _noise.Cloud(u * 0.7f, v * 0.75f, 2);
        float small = _noise.Cloud((u * 1.5f) + 5, v * 1.8f, 6);
        return (large * 1.0f) + (small * 0.62f) - 0.10f;
    }

    private void DrawHills(Canvas canvas)
    {
        DrawHill(canvas, 0x9cc2cf, 0xbfdccb, x => 470 - (52 * Bell(x, 420, 330)) - (40 * Bell(x, 1050, 260)) - (16 * _noise.Cloud(x / 180, 4, 4)));
        DrawHill(canvas, 0x7fb59a, 0xb2d39a, x => 512 - (64 * Bell(x, 1420, 380)) - (30 * Bell(x, 80, 300)) - (14 * _noise.Cloud(x / 150, 9, 4)));
        DrawWood(canvas, 0x6fa888, x => 528 - (16 * Bell(x, 640, 330)), 9, 500, 940);
        DrawHill(canvas, 0x7fb765, 0xb9d77c, x => 556 - (44 * Bell(x, 300, 420)) - (10 * _noise.Cloud(x / 200, 15, 3)));
        DrawWood(canvas, 0x4b8a58, x => 540 - (22 * Bell(x, 250, 300)), 15, -20, 420);
        DrawWood(canvas, 0x4a8a55, x => 566, 13, 1040, 1620);
    }

    private void DrawHill(Canvas canvas, int top, int foot, Func<float, float> height)
    {
        Blend slope = new(top, foot);
        canvas.Fill(Shape.Under(-4, Width + 4, 640, height), (x, y) => slope.At(((y - height(x)) / 80) + (0.22f * _noise.Cloud(x / 90, y / 14, 3))));
    }

    // A row of round tree tops, lit from the left.
    private void DrawWood(Canvas canvas, int colour, Func<float, float> ground, float size, float from, float to)
    {
        Vector3 shade = Light.Of(colour);
        Vector3 lit = Light.Mix(shade, Light.Of(0xd8e08a), 0.5f);
        for (float x = from; x < to; x += size * (0.45f + (0.5f * Chance())))
        {
            float grove = _noise.At(x / (size * 7), size);
            float r = size * (0.8f + (0.5f * Chance()) + (0.5f * grove));
            if (grove < -0.45f)
            {
                continue;
            }

            float y = ground(x) - (r * 0.4f);
            for (int i = 0; i < 7; i++)
            {
                float dx = x + (r * 1.3f * (Chance() - 0.5f));
                float dy = y - (r * 1.0f * (Chance() - 0.35f));
                float light = 0.62f + ((dx - x + (1.4f * (dy - y))) / (1.9f * r));
                canvas.Fill(Shape.Ellipse(dx, dy, r * 0.42f, r * 0.38f), Light.Mix(lit, shade, light), 0.9f);
            }
        }
    }

    private void DrawField(Canvas canvas)
    {
        Shape field = Shape.Under(-4, Width + 4, Height, FieldEdge);
        canvas.Fill(field, (x, y) =>
        {
            float near = (y - FieldTop) / (Height - FieldTop);
            float scale = 1 / (near + 0.08f);
            float patch = _noise.Cloud((x - 800) * scale / 900, scale * 3, 4);
            return FieldColours.At(near + (0.16f * patch));
        });
        // The tree's shadow.
        canvas.Fill(Shape.Ellipse(1330, 668, 220, 17), Light.Of(0x2d6a3a), 0.55f);
        canvas.Fill(Shape.Ellipse(1310, 666, 150, 10), Light.Of(0x1e5230), 0.5f);
    }

    private float FieldEdge(float x) => FieldTop + 18 - (26 * Bell(x, 1300, 360)) + (8 * _noise.Cloud(x / 240, 21, 2));

    private void DrawTree(Canvas canvas, float x, float foot)
    {
        Vector3 Bark(float px, float py) => Light.Mix(Light.Of(0x9a7350), Light.Of(0x3d2a24), ((px - x + 24) / 52) + (0.3f * _noise.At(px / 5, py / 26)));
        canvas.Fill(new Shape().Move(x - 40, foot + 14).Curve(x - 17, foot - 20, x - 15, foot - 150).Line(x + 15, foot - 150).Curve(x + 17, foot - 30, x + 46, foot + 14), Bark);
        canvas.Fill(Shape.Stroke(new(x, foot - 110), new(x - 20, foot - 180), new(x - 105, foot - 230), 20, 5), Bark);
        canvas.Fill(Shape.Stroke(new(x, foot - 120), new(x + 30, foot - 190), new(x + 110, foot - 235), 20, 5), Bark);
        canvas.Fill(Shape.Stroke(new(x, foot - 130), new(x, foot - 220), new(x + 10, foot - 300), 20, 5), Bark);
        ReadOnlySpan<(float X, float Y, float R)> masses =
        [
            (0, -330, 120), (-125, -270, 98), (130, -275, 100), (-62, -385, 92), (72, -395, 92), (-178, -215, 66), (182, -222, 70), (-60, -235, 92), (64, -232, 95), (4, -440, 74),
        ];
        foreach ((float mx, float my, float r) in masses)
        {
            LeafMass(canvas, x + mx, foot + my, r, x, foot - 320);
        }
    }

    // Leaves as short strokes over a dark ground; the side that faces the light gets the bright ones, last.
    private void LeafMass(Canvas canvas, float x, float y, float radius, float treeX, float treeY)
    {
        canvas.Fill(Shape.Ellipse(x, y, radius * 0.86f, radius * 0.80f), Light.Of(0x245a33), 0.9f);
        int count = (int)(radius * 7.5f);
        for (int i = 0; i < count; i++)
        {
            float layer = i / (float)count;
            float angle = MathF.Tau * Chance();
            float distance = radius * MathF.Sqrt(Chance());
            float lx = x + (distance * MathF.Cos(angle)) - (radius * 0.22f * layer);
            float ly = y + (distance * 0.9f * MathF.Sin(angle)) - (radius * 0.24f * layer);
            float light = (0.55f * layer) - (0.0016f * (lx - treeX)) - (0.0018f * (ly - treeY)) + (0.22f * (Chance() - 0.5f));
            Vector3 colour = Light.Mix(Light.Mix(Light.Of(0x1d4f30), Light.Of(0x4c9440), light * 2), Light.Of(0xcadb6a), (light - 0.42f) * 1.8f);
            canvas.Fill(Shape.Ellipse(lx, ly, 3.6f + (4.4f * Chance()), 2.4f + (2.4f * Chance()), Chance() * MathF.PI), colour, 0.92f);
        }
    }

    private void DrawPlants(Canvas canvas)
    {
        const int rows = 120;
        for (int row = 0; row < rows; row++)
        {
            float depth = row / (rows - 1f);
            float near = 0.035f + (0.965f * MathF.Pow(depth, 1.9f));
            float y = FieldTop + 26 + (near * (Height + 60 - FieldTop - 26));
            int count = (int)(52 - (18 * depth));
            for (int i = 0; i < count; i++)
            {
                float x = (Chance() * (Width + 80)) - 40;
                float base_ = y + ((Chance() - 0.5f) * 40 * near);
                Blade(canvas, x, base_, near);
            }

            int flowers = (int)(34 - (17 * depth));
            for (int i = 0; i < flowers; i++)
            {
                float x = (Chance() * (Width + 80)) - 40;
                float place = y + ((Chance() - 0.5f) * 30 * near);
                float size = (2.0f + (25 * near)) * (0.72f + (0.5f * Chance()));
                Flowers.Draw(canvas, _random, KindAt(x, near), x, place - (size * (1.3f + (1.5f * Chance()))), size);
            }
        }
    }

    private void Blade(Canvas canvas, float x, float foot, float near)
    {
        float height = (5 + (118 * near)) * (0.5f + (0.8f * Chance()));
        float lean = height * (0.7f * (Chance() - 0.42f));
        Vector3 colour = Light.Mix(FieldColours.At((near * 0.75f) + (0.4f * Chance())), Light.Of(0xdde88a), 0.38f * Chance());
        Shape blade = Shape.Stroke(new(x, foot), new(x + (lean * 0.15f), foot - (height * 0.6f)), new(x + lean, foot - height), 1 + (5 * near), 0.4f);
        canvas.Fill(blade, colour, 0.9f);
    }

    // Kinds grow in patches, as they do in a meadow.
    private FlowerKind KindAt(float x, float near)
    {
        float scale = 1 / (near + 0.25f);
        float red = _noise.At((x - 800) * scale / 560, scale * 1.4f) + (0.5f * Chance());
        float violet = _noise.At(((x - 800) * scale / 480) + 50, (scale * 1.3f) + 9) + (0.5f * Chance());
        float white = _noise.At(((x - 800) * scale / 520) + 90, (scale * 1.5f) + 4) + (0.5f * Chance());
        float yellow = _noise.At(((x - 800) * scale / 500) + 20, (scale * 1.2f) + 30) + (0.42f * Chance());
        float most = MathF.Max(MathF.Max(red, violet), MathF.Max(white, yellow));
        return most == red ? FlowerKind.Poppy : most == violet ? FlowerKind.Bellflower : most == white ? FlowerKind.Daisy : FlowerKind.Buttercup;
    }

    private float Chance() => (float)_random.NextDouble();
}
