using System.Numerics;
using Sensorium.Samples.Drawing;
using static Sensorium.Samples.Drawing.Curve;

namespace Sensorium.Samples.Pictures;

/// <summary>A storm at sea: heavy cloud, one cold gap of light, rain, breaking waves, a small boat.</summary>
internal sealed class Storm : ISample
{
    private const int Width = 1600;
    private const int Height = 1000;
    private const float Horizon = 500;
    private const int Waves = 12;

    private static readonly Gradient SkyColours = new((0, 0x10161f), (0.5f, 0x28333f), (0.82f, 0x4c5c66), (1, 0x8b9b9b));

    private readonly Noise _noise = new(44);
    private readonly Pcg32 _random = new(9);

    /// <inheritdoc/>
    public string Name => "storm";

    /// <inheritdoc/>
    public Picture Draw()
    {
        Canvas canvas = new(Width, Height);
        canvas.Paint(0, Height, (x, y, _) => Sky(x, y));
        DrawLightning(canvas);
        for (int i = 0; i < Waves; i++)
        {
            DrawWave(canvas, i);
            if (i == 6)
            {
                DrawBoat(canvas, 610, WaveTop(6, 610) + 12);
            }
        }

        DrawSpray(canvas);
        DrawRain(canvas);
        Bloom.Apply(canvas, 0.5f, 80, 0.30f);
        return canvas.ToPicture(0.2f, 4);
    }

    private Vector3 Sky(float x, float y)
    {
        float height = y / Horizon;
        float gap = Bell(x, 1120, 300) * Smooth(0.45f, 0.98f, height);
        Vector3 light = SkyColours.At(height * (0.72f + (0.28f * Bell(x, 1120, 420)))) + (Light.Of(0xc9d6c9) * (0.55f * gap));
        float u = x / 470;
        float v = (y / 165) + (0.0006f * x);
        float warp = _noise.Cloud(u * 1.1f, v * 0.9f, 3);
        float body = _noise.Cloud(u + (0.7f * warp), v + (0.5f * warp), 6);
        float above = _noise.Cloud(u + (0.7f * warp) - 0.08f, v - 0.22f + (0.5f * warp), 5);
        float lit = Smooth(-0.35f, 0.45f, above - body + (0.5f * gap));
        Vector3 cloud = Light.Mix(Light.Of(0x121821), Light.Mix(Light.Of(0x5a6872), Light.Of(0xaebab6), gap), lit);
        float cover = Smooth(-0.32f, 0.30f, body + (0.35f * (1 - height)) - (0.25f * gap)) * (1 - (0.7f * Smooth(0.75f, 1, height)));
        light = Vector3.Lerp(light, cloud, cover * 0.92f);
        float shaft = Smooth(0.05f, 0.7f, _noise.Cloud((x + (y * 0.35f)) / 120, 3, 3)) * Smooth(0.55f, 0.9f, height) * (1 - gap);
        return Vector3.Lerp(light, Light.Of(0x39464f), shaft * 0.6f);
    }

    private void DrawLightning(Canvas canvas)
    {
        float x = 318;
        float y = 118;
        Vector3 bolt = new Vector3(0.86f, 0.90f, 1.0f) * 1.5f;
        canvas.Glow(330, 150, 150, new Vector3(0.10f, 0.12f, 0.16f));
        while (y < Horizon)
        {
            float nextX = x + (52 * ((float)_random.NextDouble() - 0.46f));
            float nextY = y + 20 + (26 * (float)_random.NextDouble());
            canvas.Fill(Shape.Rod(x, y, nextX, nextY, 2.8f), bolt);
            canvas.Glow(nextX, nextY, 26, new Vector3(0.05f, 0.06f, 0.09f));
            if (_random.NextDouble() < 0.42)
            {
                canvas.Fill(Shape.Stroke(new(x, y), new(x + 24, y + 22), new(x + (90 * ((float)_random.NextDouble() - 0.4f)), y + 70), 1.6f, 0.3f), bolt, 0.8f);
            }

            (x, y) = (nextX, nextY);
        }
    }

    // Crests are sharp and troughs round; far waves are low and many.
    private float WaveTop(int index, float x)
    {
        float near = index / (Waves - 1f);
        float foot = Horizon + 4 + (400 * MathF.Pow(near, 1.45f));
        float length = 70 + (330 * near);
        float height = 9 + (150 * MathF.Pow(near, 0.9f));
        float crest = _noise.Ridge((x / length) + (index * 7.3f), index * 3.1f, 2);
        float swell = _noise.At((x / (length * 2.6f)) + (index * 3.7f), index * 1.7f);
        return foot - (height * ((crest * crest * 0.9f) + (0.45f * swell) - 0.22f));
    }

    private void DrawWave(Canvas canvas, int index)
    {
        float near = index / (Waves - 1f);
        float height = 24 + (190 * near);
        float[] tops = new float[Width + 1];
        for (int x = 0; x <= Width; x++)
        {
            tops[x] = WaveTop(index, x);
        }

        Blend body = new(new Blend(0x7d9291, 0x3f7f80).At(near), new Blend(0x46565f, 0x071320).At(MathF.Sqrt(near)));
        Vector3 glint = Light.Of(0xb9c9c2);
        float floor = MathF.Min(Height, tops.Max() + (1.6f * height) + 40);
        Vector3 foam = Light.Mix(Light.Of(0xa3b0ae), Light.Of(0xe9f2ef), near);
        canvas.Fill(Shape.Under(0, Width, floor, x => tops[(int)x], 2), (x, y) =>
        {
            float top = tops[Math.Min((int)x, Width)];
            float depth = (y - top) / height;
            float peak = Smooth(-0.1f, 0.9f, (Horizon + (400 * MathF.Pow(near, 1.45f)) - top) / (40 + (110 * near)));
            float streak = _noise.Cloud((x / (26 + (70 * near))) + (depth * 1.5f) + (index * 5), (depth * 3.2f) + (index * 11), 4);
            Vector3 water = body.At((depth * 1.5f) + 0.18f - (0.30f * peak) + (0.34f * streak));
            water += glint * (0.12f * Bell(x, 1120, 330) * (1 - near) * Smooth(0.1f, -0.3f, streak));
            float torn = _noise.Cloud((x / (20 + (48 * near))) + (index * 3) + (depth * 2), (depth * height / (7 + (13 * near))) + (index * 9), 5);
            float lace = Smooth(0.30f, 0.02f, depth - (0.10f * torn) - (0.10f * peak)) * Smooth(0, 0.5f, torn + (0.75f * peak) - (2.0f * depth) - 0.20f);
            float veins = Smooth(0.80f, 0.93f, _noise.Ridge((x / (60 + (70 * near))) + (depth * 2), (depth * 2.4f) + (index * 2), 3)) * (1 - Smooth(0, 0.8f, depth)) * 0.30f;
            return Vector3.Lerp(water, foam, Math.Clamp((lace * 0.95f) + veins, 0, 1));
        });
    }

    private static void DrawBoat(Canvas canvas, float x, float y)
    {
        const float lean = 0.24f;
        (float sin, float cos) = MathF.SinCos(lean);
        (float X, float Y) At(float dx, float dy) => (x + (dx * cos) - (dy * sin), y + (dx * sin) + (dy * cos));
        Shape Turned(params ReadOnlySpan<(float X, float Y)> points)
        {
            (float X, float Y)[] turned = new (float X, float Y)[points.Length];
            for (int i = 0; i < points.Length; i++)
            {
                turned[i] = At(points[i].X, points[i].Y);
            }

            return Shape.Polygon(turned);
        }

        canvas.Fill(Turned((-2, -20), (-1, -120), (2, -120), (3, -20)), Light.Of(0x1a1618));
        canvas.Fill(Turned((5, -114), (50, -34), (6, -30)), Light.Of(0xd7d3c4));
        canvas.Fill(Turned((-4, -96), (-4, -30), (-40, -30)), Light.Of(0x9aa09b));
        canvas.Fill(Turned((-58, -24), (66, -26), (46, 6), (-44, 6)), (_, py) => Light.Mix(Light.Of(0xa3322b), Light.Of(0x2c1218), (py - y + 26) / 34));
        canvas.Fill(Turned((-60, -27), (68, -30), (66, -24), (-58, -21)), Light.Of(0xcfc2ae));
    }

    private void DrawSpray(Canvas canvas)
    {
        for (int i = 0; i < 900; i++)
        {
            int wave = 5 + _random.Next(Waves - 5);
            float near = wave / (Waves - 1f);
            float x = Width * (float)_random.NextDouble();
            float top = WaveTop(wave, x);
            float lift = Horizon + (400 * MathF.Pow(near, 1.45f)) - top;
            if (lift > 30 + (60 * near))
            {
                float up = 34 * near * MathF.Pow((float)_random.NextDouble(), 2);
                canvas.Fill(Shape.Ellipse(x + (up * 0.8f), top - up, 0.7f + (1.5f * near), 0.6f + near), Light.Of(0xe3edea), 0.55f);
            }
        }
    }

    private void DrawRain(Canvas canvas)
    {
        for (int i = 0; i < 620; i++)
        {
            float x = (Width + 300) * (float)_random.NextDouble();
            float y = Height * (float)_random.NextDouble();
            float length = 22 + (42 * (float)_random.NextDouble());
            canvas.Fill(Shape.Rod(x, y, x - (length * 0.36f), y + length, 1.1f), Light.Of(0xb7c6cc), 0.16f);
        }
    }
}
