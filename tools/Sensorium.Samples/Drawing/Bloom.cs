using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>Light that spills over from what is brighter than paper, as it does in an eye or a lens.</summary>
internal static class Bloom
{
    private const int Reduction = 4;

    /// <summary>Adds the spill of everything above a threshold.</summary>
    /// <param name="canvas">Changed in place.</param>
    /// <param name="threshold">Linear light of the strongest channel from which a pixel spills.</param>
    /// <param name="radius">Reach in pixels.</param>
    /// <param name="strength">Share of the spilling light that is added.</param>
    public static void Apply(Canvas canvas, float threshold, int radius, float strength)
    {
        int width = canvas.Width / Reduction;
        int height = canvas.Height / Reduction;
        Vector3[] light = new Vector3[width * height];
        Span<Vector3> pixels = canvas.Pixels;
        for (int y = 0; y < height * Reduction; y++)
        {
            for (int x = 0; x < width * Reduction; x++)
            {
                Vector3 pixel = pixels[(y * canvas.Width) + x];
                float strongest = MathF.Max(pixel.X, MathF.Max(pixel.Y, pixel.Z));
                if (strongest > threshold)
                {
                    light[(y / Reduction * width) + (x / Reduction)] += pixel * ((strongest - threshold) / strongest / (Reduction * Reduction));
                }
            }
        }

        int reach = Math.Max(radius / Reduction / 2, 1);
        Vector3[] spare = new Vector3[light.Length];
        for (int pass = 0; pass < 3; pass++)
        {
            BoxRows(light, spare, width, height, 1, width, reach);
            BoxRows(spare, light, height, width, width, 1, reach);
        }

        canvas.Paint(0, canvas.Height, (x, y, pixel) => pixel + (strength * Between(light, width, height, (x / Reduction) - 0.5f, (y / Reduction) - 0.5f)));
    }

    private static Vector3 Between(Vector3[] light, int width, int height, float x, float y)
    {
        float cx = Math.Clamp(x, 0, width - 1.001f);
        float cy = Math.Clamp(y, 0, height - 1.001f);
        int at = ((int)cy * width) + (int)cx;
        Vector3 top = Vector3.Lerp(light[at], light[at + 1], cx - (int)cx);
        Vector3 bottom = Vector3.Lerp(light[at + width], light[at + width + 1], cx - (int)cx);
        return Vector3.Lerp(top, bottom, cy - (int)cy);
    }

    // A moving mean along lines; three of them come close to a Gaussian.
    private static void BoxRows(Vector3[] from, Vector3[] to, int length, int lines, int step, int lineStep, int reach)
    {
        float scale = 1f / ((2 * reach) + 1);
        for (int line = 0; line < lines; line++)
        {
            int start = line * lineStep;
            Vector3 sum = Vector3.Zero;
            for (int i = -reach; i <= reach; i++)
            {
                sum += from[start + (Math.Clamp(i, 0, length - 1) * step)];
            }

            for (int i = 0; i < length; i++)
            {
                to[start + (i * step)] = sum * scale;
                sum += from[start + (Math.Min(i + reach + 1, length - 1) * step)] - from[start + (Math.Max(i - reach, 0) * step)];
            }
        }
    }
}
