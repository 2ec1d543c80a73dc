namespace Sensorium.Bench;

/// <summary>
/// Draws a picture that is to k-means and region finding what an ordinary landscape photograph is: a sky with a sun and clouds, three ridges, a busy meadow,
/// and the noise of a sensor. The same bytes on every machine with the same floating point.
/// </summary>
internal static class PhotoGenerator
{
    /// <summary>Draws the picture.</summary>
    public static Picture Draw(int width, int height)
    {
        var picture = new Picture(width, height);
        var clouds = new ValueNoise(1);
        var ridges = new ValueNoise(2);
        var rock = new ValueNoise(3);
        var meadow = new ValueNoise(4);
        Parallel.For(0, height, y =>
        {
            var grain = new Pcg32(60, (ulong)y);
            Memory<byte> row = picture.Memory.Slice(y * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                (double r, double g, double b) = Colour((double)x / width, (double)y / height, (double)width / height, clouds, ridges, rock, meadow);
                Span<byte> pixel = row.Span.Slice(x * 3, 3);
                pixel[0] = Byte(r + Grain(grain));
                pixel[1] = Byte(g + Grain(grain));
                pixel[2] = Byte(b + Grain(grain));
            }
        });
        return picture;
    }

    private static (double R, double G, double B) Colour(
        double x, double y, double aspect, ValueNoise clouds, ValueNoise ridges, ValueNoise rock, ValueNoise meadow)
    {
        if (y > 0.72 + (0.02 * ridges.Fractal(x * 8, 9, 3)))
        {
            double blades = meadow.Fractal(x * aspect * 90, y * 60, 5);
            double patches = meadow.Fractal(x * aspect * 5, y * 9, 3);
            bool flower = meadow.Fractal((x * aspect * 160) + 50, y * 120, 2) > 0.78;
            double light = (0.3 + (1.2 * blades)) * (0.5 + patches);
            return flower ? (210, 70 * light, 80) : (90 * light, 130 * light, 42 * light);
        }

        ReadOnlySpan<(double Base, double Height, double R, double G, double B)> layers =
            [(0.66, 0.12, 44, 72, 48), (0.57, 0.16, 74, 88, 104), (0.47, 0.18, 116, 116, 146)];
        for (int i = 0; i < layers.Length; i++)
        {
            (double level, double relief, double r, double g, double b) = layers[i];
            if (y > level - (relief * (ridges.Fractal((x * (3 + i)) + (7 * i), i, 7) - 0.5)))
            {
                double light = 0.45 + (1.1 * rock.Fractal(x * aspect * 22, (y * 22) + (5 * i), 5));
                return (r * light, g * light, b * light);
            }
        }

        double distance = Math.Sqrt(Math.Pow((x - 0.68) * aspect, 2) + Math.Pow(y - 0.36, 2));
        double sun = Math.Exp(-distance / 0.09);
        double cover = Math.Clamp((clouds.Fractal(x * aspect * 3, y * 5, 6) - 0.5) * 5, 0, 1) * Math.Clamp(1 - (y * 1.7), 0, 1) * 0.75;
        return (
            ((40 + (300 * y) + (230 * sun)) * (1 - cover)) + (250 * cover),
            ((90 + (140 * y) + (180 * sun)) * (1 - cover)) + (245 * cover),
            ((190 - (130 * y) + (110 * sun)) * (1 - cover)) + (240 * cover));
    }

    /// <summary>Nearly normal, standard deviation 3: the sum of four uniform numbers.</summary>
    private static double Grain(Pcg32 random)
    {
        uint bits = random.NextUInt32();
        double sum = (bits & 255) + ((bits >> 8) & 255) + ((bits >> 16) & 255) + (bits >> 24);
        return (sum - 510) * (3 / 147.8);
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value, 0, 255);
}
