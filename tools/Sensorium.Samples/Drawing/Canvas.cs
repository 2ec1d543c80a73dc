using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>A picture being painted, in linear light.</summary>
internal sealed class Canvas
{
    private const int SubRows = 5;
    private readonly Vector3[] _pixels;
    private readonly float[] _cover;
    private readonly List<(float X, int Winding)> _crossings = [];

    /// <summary>Creates a black canvas.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public Canvas(int width, int height)
    {
        Width = width;
        Height = height;
        _pixels = new Vector3[width * height];
        _cover = new float[width + 2];
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>While set, shapes are drawn upside down about this row, as still water shows them, and only below it.</summary>
    public float? WaterLine { get; set; }

    /// <summary>All pixels in rows: <c>[height x width]</c>.</summary>
    public Span<Vector3> Pixels => _pixels;

    /// <summary>The light at a place between pixels, held beyond the edges.</summary>
    /// <param name="x">Column, pixel centres at .5.</param>
    /// <param name="y">Row.</param>
    /// <returns>Linear light.</returns>
    public Vector3 Sample(float x, float y)
    {
        float cx = Math.Clamp(x - 0.5f, 0, Width - 1.001f);
        float cy = Math.Clamp(y - 0.5f, 0, Height - 1.001f);
        int x0 = (int)cx;
        int y0 = (int)cy;
        int at = (y0 * Width) + x0;
        Vector3 top = Vector3.Lerp(_pixels[at], _pixels[at + 1], cx - x0);
        Vector3 bottom = Vector3.Lerp(_pixels[at + Width], _pixels[at + Width + 1], cx - x0);
        return Vector3.Lerp(top, bottom, cy - y0);
    }

    /// <summary>Paints rows pixel by pixel.</summary>
    /// <param name="top">First row.</param>
    /// <param name="bottom">Row after the last.</param>
    /// <param name="paint">The new light, from column, row and the light that is there.</param>
    public void Paint(int top, int bottom, Func<float, float, Vector3, Vector3> paint) => Parallel.For(Math.Max(top, 0), Math.Min(bottom, Height), y =>
    {
        for (int x = 0; x < Width; x++)
        {
            ref Vector3 pixel = ref _pixels[(y * Width) + x];
            pixel = paint(x + 0.5f, y + 0.5f, pixel);
        }
    });

    /// <summary>Fills a shape with one colour.</summary>
    /// <param name="shape">What to fill.</param>
    /// <param name="colour">Linear light.</param>
    /// <param name="opacity">0..1.</param>
    public void Fill(Shape shape, Vector3 colour, float opacity = 1) => Fill(shape, (_, _) => colour, opacity);

    /// <summary>Fills a shape with anti-aliased edges: exact along a row, five samples down a pixel.</summary>
    /// <param name="shape">What to fill.</param>
    /// <param name="paint">Linear light from column and row, upright also while <see cref="WaterLine"/> is set.</param>
    /// <param name="opacity">0..1.</param>
    public void Fill(Shape shape, Func<float, float, Vector3> paint, float opacity = 1)
    {
        (float top, float bottom) = Extent(shape);
        int first = Math.Max((int)MathF.Floor(top), WaterLine is { } line ? (int)line : 0);
        int last = Math.Min((int)MathF.Ceiling(bottom), Height);
        for (int y = first; y < last; y++)
        {
            (int from, int to) = Cover(shape, y);
            for (int x = from; x < to; x++)
            {
                float alpha = _cover[x] * opacity;
                _cover[x] = 0;
                if (alpha > 0)
                {
                    ref Vector3 pixel = ref _pixels[(y * Width) + x];
                    pixel = Vector3.Lerp(pixel, paint(x + 0.5f, Upright(y + 0.5f)), MathF.Min(alpha, 1));
                }
            }
        }
    }

    /// <summary>Adds light that falls off as a bell around a place.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Distance at which it has fallen to .61.</param>
    /// <param name="colour">Linear light to add at the centre.</param>
    public void Glow(float x, float y, float radius, Vector3 colour)
    {
        float cy = Upright(y);
        int reach = (int)(radius * 3.6f) + 1;
        int left = Math.Max((int)x - reach, 0);
        int right = Math.Min((int)x + reach, Width - 1);
        int lowest = Math.Min((int)cy + reach, Height - 1);
        for (int py = Math.Max((int)cy - reach, WaterLine is { } line ? (int)line : 0); py <= lowest; py++)
        {
            for (int px = left; px <= right; px++)
            {
                float dx = px + 0.5f - x;
                float dy = py + 0.5f - cy;
                _pixels[(py * Width) + px] += colour * MathF.Exp(-((dx * dx) + (dy * dy)) / (2 * radius * radius));
            }
        }
    }

    /// <summary>Rounds to 8-bit sRGB, with a grain that also hides the steps of soft gradients.</summary>
    /// <param name="grain">Largest deviation of the grain in levels, 0 for none.</param>
    /// <param name="seed">Seed of the grain.</param>
    /// <returns>The picture.</returns>
    public Picture ToPicture(float grain, ulong seed)
    {
        Picture picture = new(Width, Height);
        Pcg32 random = new(seed);
        for (int y = 0; y < Height; y++)
        {
            Span<byte> row = picture.Row(y);
            for (int x = 0; x < Width; x++)
            {
                Vector3 light = _pixels[(y * Width) + x];
                float shift = grain * ((2 * (float)random.NextDouble()) - 1);
                row[x * 3] = ToByte(light.X, shift);
                row[(x * 3) + 1] = ToByte(light.Y, shift);
                row[(x * 3) + 2] = ToByte(light.Z, shift);
            }
        }

        return picture;
    }

    private static byte ToByte(float linear, float shift) => (byte)Math.Clamp((int)MathF.Round(Light.ToLevel(linear) + shift), 0, 255);

    private float Upright(float y) => WaterLine is { } line ? (2 * line) - y : y;

    private (float Top, float Bottom) Extent(Shape shape)
    {
        float top = float.MaxValue;
        float bottom = float.MinValue;
        foreach (IReadOnlyList<Vector2> outline in shape.Outlines)
        {
            foreach (Vector2 point in outline)
            {
                float y = Upright(point.Y);
                top = MathF.Min(top, y);
                bottom = MathF.Max(bottom, y);
            }
        }

        return (top, bottom);
    }

    // Adds up how much of each pixel of row y the shape covers; returns the columns touched.
    private (int From, int To) Cover(Shape shape, int y)
    {
        int from = Width;
        int to = 0;
        for (int i = 0; i < SubRows; i++)
        {
            FindCrossings(shape, Upright(y + ((i + 0.5f) / SubRows)));
            int winding = 0;
            for (int c = 0; c + 1 < _crossings.Count; c++)
            {
                winding += _crossings[c].Winding;
                if (winding != 0)
                {
                    float left = Math.Clamp(_crossings[c].X, 0, Width);
                    float right = Math.Clamp(_crossings[c + 1].X, 0, Width);
                    if (right > left)
                    {
                        AddSpan(left, right);
                        from = Math.Min(from, (int)left);
                        to = Math.Max(to, Math.Min((int)MathF.Ceiling(right), Width));
                    }
                }
            }
        }

        return (from, to);
    }

    private void FindCrossings(Shape shape, float y)
    {
        _crossings.Clear();
        foreach (IReadOnlyList<Vector2> outline in shape.Outlines)
        {
            Vector2 a = outline[^1];
            for (int i = 0; i < outline.Count; i++)
            {
                Vector2 b = outline[i];
                if ((a.Y <= y) != (b.Y <= y))
                {
                    _crossings.Add((a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)), a.Y <= y ? 1 : -1));
                }

                a = b;
            }
        }

        // Few and nearly in order: sorting by insertion is fastest.
        for (int i = 1; i < _crossings.Count; i++)
        {
            (float X, int Winding) crossing = _crossings[i];
            int at = i;
            while (at > 0 && _crossings[at - 1].X > crossing.X)
            {
                _crossings[at] = _crossings[at - 1];
                at--;
            }

            _crossings[at] = crossing;
        }
    }

    private void AddSpan(float left, float right)
    {
        const float share = 1f / SubRows;
        int first = (int)left;
        int last = Math.Min((int)right, Width - 1);
        if (first >= last)
        {
            _cover[first] += share * (right - left);
            return;
        }

        _cover[first] += share * (first + 1 - left);
        for (int x = first + 1; x < last; x++)
        {
            _cover[x] += share;
        }

        _cover[last] += share * (right - last);
    }
}
