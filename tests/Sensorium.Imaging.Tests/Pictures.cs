namespace Sensorium.Imaging.Tests;

/// <summary>Small pictures for tests.</summary>
internal static class Pictures
{
    public static Picture Noise(int width, int height, ulong seed)
    {
        var random = new Pcg32(seed);
        var picture = new Picture(width, height);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)random.Next(256);
        }

        return picture;
    }

    /// <summary>Overlapping rectangles and discs of random colours with some noise: edges, holes and thin pieces.</summary>
    public static Picture Shapes(int width, int height, int shapes, int noise, ulong seed)
    {
        var random = new Pcg32(seed);
        var picture = new Picture(width, height);
        Fill(picture, Colour(random), (_, _) => true);
        for (int i = 0; i < shapes; i++)
        {
            int cx = random.Next(width);
            int cy = random.Next(height);
            int rx = 1 + random.Next(Math.Max(1, width / 2));
            int ry = 1 + random.Next(Math.Max(1, height / 2));
            bool disc = random.Next(2) == 0;
            Fill(picture, Colour(random), (x, y) => disc
                ? ((double)(x - cx) * (x - cx) / (rx * rx)) + ((double)(y - cy) * (y - cy) / (ry * ry)) <= 1
                : Math.Abs(x - cx) < rx && Math.Abs(y - cy) < ry);
        }

        for (int i = 0; i < picture.Pixels.Length && noise > 0; i++)
        {
            picture.Pixels[i] = (byte)Math.Clamp(picture.Pixels[i] + random.Next((2 * noise) + 1) - noise, 0, 255);
        }

        return picture;
    }

    public static void Fill(Picture picture, Rgb colour, Func<int, int, bool> where)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            Span<byte> row = picture.Row(y);
            for (int x = 0; x < picture.Width; x++)
            {
                if (where(x, y))
                {
                    row[x * 3] = colour.R;
                    row[(x * 3) + 1] = colour.G;
                    row[(x * 3) + 2] = colour.B;
                }
            }
        }
    }

    private static Rgb Colour(Pcg32 random) => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
}
