namespace Sensorium.Media.Tests;

/// <summary>Pictures made by formula, and measures of how far two differ.</summary>
internal static class Pictures
{
    /// <summary>Smooth colours with some seeded grain.</summary>
    public static Picture Make(int width, int height, ulong seed = 1, int grain = 12)
    {
        var random = new Pcg32(seed);
        var picture = new Picture(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = picture.Row(y);
            for (int x = 0; x < width; x++)
            {
                row[x * 3] = (byte)((x * 200 / width) + random.Next(grain));
                row[(x * 3) + 1] = (byte)((y * 200 / height) + random.Next(grain));
                row[(x * 3) + 2] = (byte)(200 - (x * 100 / width) - (y * 90 / height) + random.Next(grain));
            }
        }

        return picture;
    }

    /// <summary>The largest difference of a sample.</summary>
    public static int MostDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Assert.Equal(a.Length, b.Length);
        int most = 0;
        for (int i = 0; i < a.Length; i++)
        {
            most = Math.Max(most, Math.Abs(a[i] - b[i]));
        }

        return most;
    }

    /// <summary>The mean difference of samples.</summary>
    public static double MeanDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Assert.Equal(a.Length, b.Length);
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return sum / a.Length;
    }

    public static byte[] Png(Picture picture)
    {
        using var file = new MemoryStream();
        PngFile.Write(file, picture);
        return file.ToArray();
    }
}
