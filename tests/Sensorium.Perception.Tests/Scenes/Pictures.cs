using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

/// <summary>Small pictures for tests.</summary>
internal static class Pictures
{
    public static Picture Flat(byte r, byte g, byte b, int width = 96, int height = 64) => Paint(width, height, (_, _) => new Rgb(r, g, b));

    public static Picture Flat(OkLab colour)
    {
        Rgb rgb = ColourConversion.ToRgb(colour);
        return Flat(rgb.R, rgb.G, rgb.B);
    }

    public static Picture Paint(int width, int height, Func<int, int, Rgb> paint)
    {
        Picture picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Rgb rgb = paint(x, y);
                (picture.Pixels[((y * width) + x) * 3], picture.Pixels[(((y * width) + x) * 3) + 1], picture.Pixels[(((y * width) + x) * 3) + 2]) = (rgb.R, rgb.G, rgb.B);
            }
        }

        return picture;
    }

    public static Picture Mirror(Picture picture)
    {
        Picture source = picture;
        return Paint(source.Width, source.Height, (x, y) =>
        {
            int at = ((y * source.Width) + source.Width - 1 - x) * 3;
            return new Rgb(source.Pixels[at], source.Pixels[at + 1], source.Pixels[at + 2]);
        });
    }

    /// <summary>Coloured rectangles over each other, with noise.</summary>
    public static Picture Random(ulong seed, int width, int height)
    {
        Pcg32 random = new(seed);
        (int X, int Y, int Width, int Height, Rgb Colour)[] boxes = new (int, int, int, int, Rgb)[12];
        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = (random.Next(width), random.Next(height), 1 + random.Next(width), 1 + random.Next(height), new Rgb((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)));
        }

        return Paint(width, height, (x, y) =>
        {
            Rgb colour = new(90, 110, 130);
            foreach ((int left, int top, int w, int h, Rgb own) in boxes)
            {
                colour = x >= left && x < left + w && y >= top && y < top + h ? own : colour;
            }

            int noise = random.Next(9) - 4;
            return new Rgb((byte)Math.Clamp(colour.R + noise, 0, 255), (byte)Math.Clamp(colour.G + noise, 0, 255), (byte)Math.Clamp(colour.B + noise, 0, 255));
        });
    }

    /// <summary>A map of one region, the whole picture.</summary>
    public static RegionMap OneRegion(OkLab colour)
    {
        Region whole = new()
        {
            Id = 0,
            Level = RegionLevel.Whole,
            ParentId = null,
            ChildIds = [],
            Colour = colour,
            Rgb = ColourConversion.ToRgb(colour),
            Hsv = default,
            Name = ColourNames.Of(colour),
            AreaShare = 1,
            Anchor = new UnitPoint(0.5f, 0.5f),
            Centre = new UnitPoint(0.5f, 0.5f),
            Box = new UnitBox(0, 0, 1, 1),
            Outlines = [[new(0, 0), new(1, 0), new(1, 1), new(0, 1)]],
            NeighbourIds = [],
            LocalContrast = 0,
        };
        return new RegionMap(1, 1, [0], [whole], ColourSpace.OkLab, 2);
    }
}
