using Sensorium.Media;

namespace Sensorium.Cli.Tests;

/// <summary>Small pictures that the tests draw themselves.</summary>
internal static class TestPictures
{
    /// <summary>Sky, sea and a red boat.</summary>
    public static string WriteBoat(string path, int width = 96, int height = 64)
    {
        Picture picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = picture.Row(y);
            for (int x = 0; x < width; x++)
            {
                bool boat = Math.Abs(x - (width / 2)) < width / 6 && Math.Abs(y - (height * 5 / 8)) < height / 8;
                (byte r, byte g, byte b) = boat ? ((byte)200, (byte)30, (byte)30) : y < height / 2 ? ((byte)150, (byte)200, (byte)250) : ((byte)10, (byte)40, (byte)110);
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = (r, g, b);
            }
        }

        using FileStream stream = File.Create(path);
        PngFile.Write(stream, picture);
        return path;
    }
}
