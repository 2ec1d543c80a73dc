namespace Sensorium.Tests;

/// <summary>Small pictures that tests paint themselves.</summary>
internal static class Painting
{
    /// <summary>Sky, sea, sand, a red boat and a yellow sun.</summary>
    public static Picture Beach(int width = 320, int height = 200)
    {
        Picture picture = new(width, height);
        Fill(picture, 0, 0, 1, .45, 120, 170, 230);
        Fill(picture, 0, .45, 1, .75, 20, 70, 140);
        Fill(picture, 0, .75, 1, 1, 225, 200, 150);
        Fill(picture, .2, .5, .4, .62, 190, 30, 30);
        Fill(picture, .75, .1, .87, .28, 250, 220, 60);
        return picture;
    }

    private static void Fill(Picture picture, double left, double top, double right, double bottom, byte red, byte green, byte blue)
    {
        for (int y = (int)(top * picture.Height); y < (int)(bottom * picture.Height); y++)
        {
            Span<byte> row = picture.Row(y);
            for (int x = (int)(left * picture.Width); x < (int)(right * picture.Width); x++)
            {
                row[3 * x] = red;
                row[(3 * x) + 1] = green;
                row[(3 * x) + 2] = blue;
            }
        }
    }
}
