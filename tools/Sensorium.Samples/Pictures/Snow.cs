using System.Numerics;
using Sensorium.Samples.Drawing;
using static Sensorium.Samples.Drawing.Curve;

namespace Sensorium.Samples.Pictures;

/// <summary>A winter evening: moon, fir woods in mist, a cabin with lit windows, falling snow.</summary>
internal sealed class Snow : ISample
{
    private const int Width = 1600;
    private const int Height = 1000;

    private static readonly Gradient SkyColours = new((0, 0x16244d), (0.35f, 0x34508a), (0.65f, 0x7e9cc6), (0.85f, 0xc3cfe2), (1, 0xe9dcdf));
    private static readonly Vector3 LampLight = Light.Of(0xffb04f);

    private readonly Noise _noise = new(77);
    private readonly Pcg32 _random = new(15);

    /// <inheritdoc/>
    public string Name => "snow";

    /// <inheritdoc/>
    public Picture Draw()
    {
        Canvas canvas = new(Width, Height);
        canvas.Paint(0, Height, (x, y, _) => SkyColours.At((y / 700) + (0.03f * _noise.Cloud(x / 500, y / 90, 4))));
        DrawStars(canvas);
        canvas.Glow(1190, 190, 150, new Vector3(0.10f, 0.12f, 0.16f));
        canvas.Fill(Shape.Ellipse(1190, 190, 46, 46), (x, y) => Light.Of(0xf4f1e4) * (1 - (0.16f * Smooth(0, 0.5f, _noise.Cloud(x / 24, y / 24, 3)))));
        DrawMountains(canvas);
        DrawWood(canvas, 600, 70, 0x8da8c8, 0xaec2d8, 0.5f);
        DrawMist(canvas, 585, 34);
        DrawWood(canvas, 640, 120, 0x54749c, 0x8facc9, 0.7f);
        DrawMist(canvas, 640, 38);
        DrawField(canvas, 0xc6d6ec, 0x9db6da, x => 644 - (14 * Bell(x, 300, 300)) - (10 * Bell(x, 1300, 300)));
        DrawCabin(canvas, 560, 700);
        DrawField(canvas, 0xdbe6f5, 0x7f9cca, x => 742 - (34 * Bell(x, 1250, 420)) + (20 * Bell(x, 520, 300)));
        DrawNearTrees(canvas);
        DrawField(canvas, 0xe9f0fa, 0x5f7db4, x => 896 - (46 * Bell(x, 180, 420)) - (20 * Bell(x, 1500, 300)));
        DrawFlakes(canvas);
        Bloom.Apply(canvas, 0.8f, 90, 0.4f);
        return canvas.ToPicture(0.2f, 5);
    }

    private void DrawStars(Canvas canvas)
    {
        for (int i = 0; i < 150; i++)
        {
            float x = Width * Chance();
            float y = 330 * MathF.Pow(Chance(), 1.5f);
            canvas.Fill(Shape.Ellipse(x, y, 0.7f + Chance(), 0.7f + Chance()), Light.Of(0xeaf0ff), 0.3f + (0.6f * Chance()));
        }
    }

    private void DrawMountains(Canvas canvas)
    {
        float Far(float x) => 515 - (165 * _noise.Ridge((x + 900) / 520, 8.4f, 5) * (0.5f + Bell(x, 760, 420))) + 60;
        Blend face = new(0x7f99c4, 0xe6ecf6);
        Vector3 haze = Light.Of(0xc9d3e3);
        float[] tops = new float[Width + 8];
        for (int x = 0; x < tops.Length; x++)
        {
            tops[x] = Far(x);
        }

        canvas.Fill(Shape.Under(-2, Width + 2, 640, x => tops[Math.Clamp((int)x, 0, Width)], 2), (x, y) =>
        {
            int column = Math.Clamp((int)x, 0, Width);
            float slope = tops[Math.Min(column + 5, Width)] - tops[Math.Max(column - 5, 0)];
            float depth = (y - tops[column]) / 190;
            float lit = Smooth(-8, 8, -slope + (22 * _noise.Cloud((x + (y * 0.7f)) / 60, y / 46, 4)));
            return Vector3.Lerp(face.At(lit), haze, Math.Clamp(depth * 1.1f, 0, 1));
        });
    }

    private void DrawWood(Canvas canvas, float foot, float size, int top, int bottom, float spread)
    {
        Blend needles = new(top, bottom);
        for (float x = -20; x < Width + 20; x += size * (0.16f + (0.22f * Chance())) / spread * 0.8f)
        {
            float height = size * (0.65f + (0.7f * Chance()) + (0.5f * _noise.At(x / 210, foot)));
            float ground = foot + (10 * _noise.At(x / 160, foot + 7));
            Fir(canvas, x, ground, height, (_, y) => needles.At(1 - ((ground - y) / height)), 0);
        }
    }

    private void DrawMist(Canvas canvas, float y, float depth) => canvas.Paint((int)(y - (3 * depth)), (int)(y + (3 * depth)), (px, py, light) =>
        Vector3.Lerp(light, Light.Of(0xd3dcea), 0.62f * Bell(py, y, depth) * (0.65f + (0.5f * _noise.Cloud(px / 260, py / 40, 3)))));

    private void DrawField(Canvas canvas, int crest, int deep, Func<float, float> height)
    {
        Blend slope = new(crest, deep);
        float Top(float x) => height(x) + (6 * _noise.Cloud(x / 240, height(0), 3));
        canvas.Fill(Shape.Under(-4, Width + 4, Height, Top, 2), (x, y) =>
            slope.At(((y - Top(x)) / 150) + (0.14f * _noise.Cloud(x / 170, y / 26, 4))));
    }

    private void DrawNearTrees(Canvas canvas)
    {
        ReadOnlySpan<(float X, float Foot, float Height)> firs =
        [
            (1420, 760, 330), (1290, 770, 250), (90, 800, 380), (1180, 768, 180), (225, 806, 270), (1545, 800, 440), (330, 800, 170), (1340, 812, 380), (-10, 850, 520), (160, 880, 330), (1480, 880, 300),
        ];
        Blend needles = new(0x14304a, 0x2f5a6b);
        foreach ((float x, float foot, float height) in firs)
        {
            canvas.Fill(Shape.Ellipse(x - 10, foot + 2, height * 0.24f, height * 0.03f), Light.Of(0x6f8dbf), 0.6f);
            Fir(canvas, x, foot, height, (px, py) => needles.At(((px - x) / (height * 0.4f)) + 0.3f + (0.3f * _noise.At(px / 8, py / 8))), 1);
        }
    }

    // Tiers of drooping branches, each with its load of snow.
    private void Fir(Canvas canvas, float x, float foot, float height, Func<float, float, Vector3> needles, float load)
    {
        int tiers = Math.Clamp((int)(height / 26), 4, 13);
        canvas.Fill(Shape.Box(x - (height * 0.018f), foot - (height * 0.12f), x + (height * 0.018f), foot), Light.Of(0x33304a), load > 0 ? 1 : 0.4f);
        for (int i = 0; i < tiers; i++)
        {
            float low = foot - (height * (0.07f + (0.86f * i / tiers)));
            float high = low - (height * (0.30f - (0.12f * i / tiers)));
            float half = height * 0.225f * (1 - (i / (tiers + 0.6f))) * (0.9f + (0.2f * Chance()));
            float droop = height * 0.022f;
            Shape tier = new Shape().Move(x, MathF.Max(high, foot - height)).Curve(x + (half * 0.3f), low - (height * 0.07f), x + half, low + droop).Curve(x + (half * 0.5f), low - (droop * 0.2f), x, low + (droop * 0.9f)).Curve(x - (half * 0.5f), low - (droop * 0.2f), x - half, low + droop).Curve(x - (half * 0.3f), low - (height * 0.07f), x, MathF.Max(high, foot - height));
            canvas.Fill(tier, needles);
            if (load > 0)
            {
                SnowOn(canvas, x, low, half, height, droop);
            }
        }
    }

    private void SnowOn(Canvas canvas, float x, float low, float half, float height, float droop)
    {
        int clumps = 4 + (int)(half / 9);
        for (int i = 0; i < clumps; i++)
        {
            float side = (2 * Chance()) - 1;
            float along = MathF.Sqrt(MathF.Abs(side)) * MathF.Sign(side);
            float y = low + droop - (height * 0.070f * (1 - MathF.Abs(along))) - (2 * Chance());
            float size = half * (0.10f + (0.10f * Chance()));
            canvas.Fill(Shape.Ellipse(x + (half * 0.86f * along), y, size, size * 0.36f, 0.42f * along), Light.Mix(Light.Of(0xa9c0e2), Light.Of(0xf4f7fc), 0.68f + (0.26f * along)), 0.93f);
        }
    }

    private void DrawCabin(Canvas canvas, float x, float foot)
    {
        canvas.Fill(Shape.Box(x - 78, foot - 66, x + 78, foot + 20), (px, py) => Light.Mix(Light.Of(0x6a4a3e), Light.Of(0x36283a), ((px - x + 78) / 190) + (0.20f * MathF.Sin(py * 0.62f))));
        canvas.Fill(Shape.Polygon((x - 78, foot - 64), (x, foot - 128), (x + 78, foot - 64)), Light.Of(0x4d363c));
        canvas.Fill(Shape.Box(x + 34, foot - 142, x + 52, foot - 90), Light.Of(0x554a5c));
        canvas.Fill(Shape.Box(x + 31, foot - 148, x + 55, foot - 140), Light.Of(0xedf2fa));
        canvas.Fill(Shape.Stroke(new(x + 6, foot - 134), new(x - 40, foot - 100), new(x - 98, foot - 50), 20, 18), Light.Of(0xdfe8f6));
        canvas.Fill(Shape.Stroke(new(x - 6, foot - 134), new(x + 40, foot - 100), new(x + 98, foot - 50), 20, 18), Light.Of(0xb4c6e2));
        Pane(canvas, x - 56, foot - 44, 34, 32);
        Pane(canvas, x + 26, foot - 44, 34, 32);
        Pane(canvas, x - 10, foot - 92, 20, 20);
        canvas.Fill(Shape.Box(x - 13, foot - 50, x + 15, foot + 20), Light.Of(0x3a2530));
        canvas.Glow(x, foot - 20, 96, LampLight * 0.16f);
        for (int i = 0; i < 26; i++)
        {
            float rise = i / 25f;
            canvas.Glow(x + 43 + (70 * rise * rise) + (8 * _noise.At(rise * 5, 2)), foot - 152 - (150 * rise), 6 + (20 * rise), new Vector3(0.05f, 0.052f, 0.06f) * (1 - rise));
        }
    }

    private static void Pane(Canvas canvas, float x, float y, float width, float height)
    {
        canvas.Fill(Shape.Box(x - 3, y - 3, x + width + 3, y + height + 3), Light.Of(0x2a1d2a));
        canvas.Fill(Shape.Box(x, y, x + width, y + height), LampLight * 1.7f);
        canvas.Fill(Shape.Box(x + (width / 2) - 1, y, x + (width / 2) + 1, y + height), Light.Of(0x4a2c28));
        canvas.Fill(Shape.Box(x, y + (height / 2) - 1, x + width, y + (height / 2) + 1), Light.Of(0x4a2c28));
        canvas.Glow(x + (width / 2), y + (height / 2), 30, LampLight * 0.22f);
    }

    private void DrawFlakes(Canvas canvas)
    {
        for (int i = 0; i < 520; i++)
        {
            float near = MathF.Pow(Chance(), 3);
            float size = 1 + (4.6f * near);
            canvas.Fill(Shape.Ellipse(Width * Chance(), Height * Chance(), size, size), Light.Of(0xf6f9ff), 0.35f + (0.45f * Chance()) - (0.2f * near));
        }
    }

    private float Chance() => (float)_random.NextDouble();
}
