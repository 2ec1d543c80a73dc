using System.Numerics;
using Sensorium.Samples.Drawing;
using static Sensorium.Samples.Drawing.Curve;

namespace Sensorium.Samples.Pictures;

/// <summary>A harbour at dusk: low sun, three boats, a quay with lit windows, a red lighthouse, calm water.</summary>
internal sealed class Harbour : ISample
{
    private const int Width = 1600;
    private const int Height = 1000;
    private const float Horizon = 556;
    private const float SunX = 640;
    private const float SunY = 492;

    private static readonly Gradient SkyNearSun = new((0, 0x2d2a63), (0.3f, 0x6a3f8c), (0.55f, 0xc4577f), (0.78f, 0xf58a5c), (0.93f, 0xffc777), (1, 0xffdf9e));
    private static readonly Gradient SkyFarFromSun = new((0, 0x1f2152), (0.35f, 0x463478), (0.65f, 0x84477f), (0.87f, 0xc56a78), (1, 0xe39a83));

    private static readonly Blend CloudShade = new(0x4a3673, 0xa8527d);
    private static readonly Blend CloudGlow = new(0xf0789a, 0xffc78a);
    private static readonly Blend Deep = new(0x5b4d86, 0x17224f);
    private static readonly Vector3 Rose = Light.Of(0xb55f80);
    private static readonly Vector3 Gold = Light.Of(0xffc680);

    private readonly Noise _noise = new(7);

    /// <inheritdoc/>
    public string Name => "harbour";

    /// <inheritdoc/>
    public Picture Draw()
    {
        Canvas canvas = new(Width, Height);
        canvas.Paint(0, Height, (x, y, _) => Sky(x, y));
        DrawSun(canvas);
        Canvas mirror = new(Width, Height);
        canvas.Pixels.CopyTo(mirror.Pixels);
        DrawHills(canvas);
        DrawWater(canvas, mirror);
        DrawThings(canvas);
        DrawGulls(canvas);
        Bloom.Apply(canvas, 0.8f, 90, 0.35f);
        canvas.Paint(0, Height, (x, y, light) => light * Vignette(x, y));
        return canvas.ToPicture(0.25f, 1);
    }

    private static float Vignette(float x, float y)
    {
        float dx = (x - (Width / 2)) / Width;
        float dy = (y - (Height / 2)) / Height;
        return 1 - (0.42f * ((dx * dx) + (dy * dy)));
    }

    private Vector3 Sky(float x, float y)
    {
        float place = Math.Clamp(y / Horizon, 0, 1);
        float away = MathF.Abs(x - SunX) / Width;
        Vector3 light = Vector3.Lerp(SkyNearSun.At(place), SkyFarFromSun.At(place), 1 - MathF.Exp(-away * away * 9));
        return AddClouds(light, x, y, away);
    }

    // Long banks of cloud: lit gold and rose from below near the sun, violet far from it.
    private Vector3 AddClouds(Vector3 sky, float x, float y, float away)
    {
        float u = x / 520;
        float v = y / 78;
        float warp = _noise.Cloud(u * 1.3f, v * 0.6f, 3);
        float body = _noise.Cloud(u + (warp * 0.35f), v + (warp * 0.8f), 6) + 0.08f;
        float below = _noise.Cloud(u + (warp * 0.35f), v + 0.16f + (warp * 0.8f), 4) + 0.08f;
        float height = y / Horizon;
        float density = Smooth(0.02f, 0.5f, body) * Smooth(0.02f, 0.3f, height) * (1 - Smooth(0.86f, 1, height));
        float lit = Smooth(-0.12f, 0.3f, body - below) * MathF.Exp(-away * 2.4f);
        Vector3 shade = CloudShade.At(Smooth(0.35f, 0.9f, height));
        Vector3 glow = CloudGlow.At(Smooth(0.35f, 0.85f, height));
        return Vector3.Lerp(sky, Vector3.Lerp(shade, glow, lit), density * 0.78f);
    }

    private static void DrawSun(Canvas canvas)
    {
        canvas.Glow(SunX, SunY, 210, new Vector3(0.30f, 0.12f, 0.03f));
        canvas.Glow(SunX, SunY, 84, new Vector3(0.50f, 0.26f, 0.08f));
        canvas.Fill(Shape.Ellipse(SunX, SunY, 41, 41), (_, y) => Light.Mix(Light.Of(0xfff6d2), Light.Of(0xffd57c), (y - SunY + 41) / 82) * 1.25f);
    }

    private void DrawHills(Canvas canvas)
    {
        DrawHill(canvas, 0xc98a8e, 0xdc9a86, 3, x => 496 - (46 * Bell(x, 1010, 240)) - (30 * Bell(x, 330, 260)) - (24 * _noise.Cloud(x / 210, 3, 4)));
        DrawHill(canvas, 0x8f5f86, 0xb27484, 11, x => 545 - (92 * Bell(x, 1330, 230)) - (50 * Bell(x, 1050, 170)) - (42 * Bell(x, 60, 210)) - (16 * _noise.Cloud(x / 130, 8, 5)));
        DrawHill(canvas, 0x5a4174, 0x74507c, 23, x => 566 - (128 * Bell(x, 1570, 240)) - (30 * Bell(x, 1290, 90)) - (62 * Bell(x, -20, 150)) - (9 * _noise.Cloud(x / 60, 14, 5)));
    }

    private void DrawHill(Canvas canvas, int top, int foot, int seed, Func<float, float> height)
    {
        Blend slope = new(top, foot);
        Vector3 haze = Light.Of(0xffb27c);
        Shape hill = Shape.Under(-4, Width + 4, Horizon + 1, height);
        Vector3 Paint(float x, float y)
        {
            float near = MathF.Exp(-MathF.Pow((x - SunX) / 330, 2));
            float depth = Smooth(430, Horizon, y) + (0.16f * _noise.Cloud((x + (seed * 91)) / 46, y / 17, 3));
            return Vector3.Lerp(slope.At(depth), haze, near * 0.45f);
        }

        canvas.Fill(hill, Paint);
    }

    private void DrawWater(Canvas canvas, Canvas sky)
    {
        Canvas still = new(Width, Height);
        still.Paint((int)Horizon, Height, (x, y, _) => sky.Sample(x, (Horizon * 2) - (Horizon + ((y - Horizon) * 1.12f))));
        still.WaterLine = Horizon;
        DrawHills(still);
        still.WaterLine = null;
        DrawReflectedThings(still);
        canvas.Paint((int)Horizon, Height, (x, y, _) => Water(still, x, y));
    }

    // Ripples shift what the still water would show; they lie flat far away and grow towards the viewer.
    private Vector3 Water(Canvas still, float x, float y)
    {
        float near = (y - Horizon) / (Height - Horizon);
        float scale = 1 / (near + 0.045f);
        float u = (x - (Width / 2)) * scale / 190;
        float v = scale * 17;
        float swell = _noise.Cloud(u * 0.42f, v * 0.8f, 2);
        float ripple = _noise.Cloud(u * 1.5f, v * 2.3f, 3);
        float fine = _noise.At((u * 4.2f) + 40, v * 5.5f);
        float wave = (swell * 0.55f) + (ripple * 0.6f) + (fine * 0.16f);
        float shiftY = wave * (5 + (58 * near));
        float shiftX = wave * (1 + (9 * near));
        Vector3 mirrored = still.Sample(x + shiftX, MathF.Max(y + shiftY, Horizon + 1));
        Vector3 deep = Deep.At(MathF.Pow(near, 0.7f));
        float seeThrough = 0.16f + (0.50f * near) + (0.18f * Smooth(0.05f, 0.5f, wave) * near);
        Vector3 light = Vector3.Lerp(mirrored, deep, Math.Clamp(seeThrough, 0, 0.86f));
        return light + Glitter(x, near, wave, fine) + (Rose * (0.10f * Smooth(0.1f, 0.6f, -wave) * near));
    }

    private static Vector3 Glitter(float x, float near, float wave, float fine)
    {
        float spread = 26 + (150 * near);
        float column = MathF.Exp(-MathF.Pow((x - SunX) / spread, 2));
        float sparkle = Smooth(0.02f, 0.34f, -wave + (fine * 0.22f));
        return Gold * (column * ((0.95f * sparkle) + 0.16f) * (1.05f - (0.75f * near)));
    }

    private static void DrawThings(Canvas canvas)
    {
        HarbourThings.Quay(canvas);
        HarbourThings.Lighthouse(canvas);
        HarbourThings.FarSail(canvas, 792, 574, 0.34f);
        HarbourThings.FarSail(canvas, 472, 569, 0.24f);
        HarbourThings.FishingBoat(canvas, 470, 742);
        HarbourThings.SailBoat(canvas, 890, 800);
        HarbourThings.RowingBoat(canvas, 1285, 868);
    }

    private static void DrawReflectedThings(Canvas still)
    {
        Reflect(still, HarbourThings.QuayLine, HarbourThings.Quay);
        Reflect(still, HarbourThings.RockLine, HarbourThings.Lighthouse);
        Reflect(still, 574, c => HarbourThings.FarSail(c, 792, 574, 0.34f));
        Reflect(still, 569, c => HarbourThings.FarSail(c, 472, 569, 0.24f));
        Reflect(still, 742, c => HarbourThings.FishingBoat(c, 470, 742));
        Reflect(still, 800, c => HarbourThings.SailBoat(c, 890, 800));
        Reflect(still, 868, c => HarbourThings.RowingBoat(c, 1285, 868));
    }

    private static void Reflect(Canvas still, float line, Action<Canvas> draw)
    {
        still.WaterLine = line;
        draw(still);
        still.WaterLine = null;
    }

    private static void DrawGulls(Canvas canvas)
    {
        ReadOnlySpan<(float X, float Y, float Size)> gulls = [(832, 236, 15), (872, 258, 11), (905, 226, 9), (780, 272, 8), (1010, 300, 7), (400, 322, 8), (432, 310, 6)];
        Vector3 ink = Light.Of(0x3a2a55);
        foreach ((float x, float y, float size) in gulls)
        {
            canvas.Fill(Shape.Stroke(new(x, y), new(x - (size * 0.55f), y - (size * 0.62f)), new(x - (size * 1.25f), y - (size * 0.12f)), size * 0.2f, 0.6f), ink, 0.85f);
            canvas.Fill(Shape.Stroke(new(x, y), new(x + (size * 0.5f), y - (size * 0.72f)), new(x + (size * 1.3f), y - (size * 0.3f)), size * 0.2f, 0.6f), ink, 0.85f);
        }
    }
}
