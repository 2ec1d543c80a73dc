namespace Sensorium.Media.Tests;

public sealed class OrientationTests
{
    // Where the upper left and the upper right corner of the upright picture lie in the stored one (Exif 2.32, table of tag 0x0112).
    [Theory]
    [InlineData(1, 0, 0, 1, 0)]
    [InlineData(2, 1, 0, 0, 0)]
    [InlineData(3, 1, 1, 0, 1)]
    [InlineData(4, 0, 1, 1, 1)]
    [InlineData(5, 0, 0, 0, 1)]
    [InlineData(6, 0, 1, 0, 0)]
    [InlineData(7, 1, 1, 1, 0)]
    [InlineData(8, 1, 0, 1, 1)]
    public void Apply_EachOrientation_PutsTheCornersRight(int orientation, int leftX, int leftY, int rightX, int rightY)
    {
        Picture stored = Pictures.Make(5, 3, 4, 55);
        Picture upright = Orientation.Apply(stored, orientation);
        Assert.Equal(orientation >= 5 ? (3, 5) : (5, 3), (upright.Width, upright.Height));
        Assert.True(At(stored, leftX * 4, leftY * 2).SequenceEqual(At(upright, 0, 0)));
        Assert.True(At(stored, rightX * 4, rightY * 2).SequenceEqual(At(upright, upright.Width - 1, 0)));

        // Nothing is lost on the way: the same pixels in another order.
        Assert.Equal(Sorted(stored), Sorted(upright));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(6, 8)]
    [InlineData(7, 7)]
    [InlineData(8, 6)]
    public void Apply_ThenItsInverse_GivesThePictureBack(int orientation, int inverse)
    {
        Picture picture = Pictures.Make(7, 4, 9, 55);
        Assert.True(Orientation.Apply(Orientation.Apply(picture, orientation), inverse).Pixels.SequenceEqual(picture.Pixels));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_EitherByteOrder_FindsTheOrientation(bool little)
    {
        for (int orientation = 1; orientation <= 8; orientation++)
        {
            Assert.Equal(orientation, ExifOrientation.Read(Exif.Tiff(orientation, little)));
        }

        Assert.Equal(1, ExifOrientation.Read(Exif.Tiff(9, little)));
        Assert.Equal(1, ExifOrientation.Read(Exif.Tiff(0, little)));
    }

    [Fact]
    public void Read_Garbage_IsUprightAndNeverThrows()
    {
        var random = new Pcg32(5);
        for (int round = 0; round < 5000; round++)
        {
            byte[] tiff = Exif.Tiff(6, round % 2 == 0);
            for (int change = random.Next(4); change >= 0; change--)
            {
                tiff[random.Next(tiff.Length)] = (byte)random.Next(256);
            }

            Assert.InRange(ExifOrientation.Read(tiff.AsSpan(0, random.Next(tiff.Length + 1))), 1, 8);
        }
    }

    private static Span<byte> At(Picture picture, int x, int y) => picture.Row(y).Slice(x * 3, 3);

    private static List<int> Sorted(Picture picture)
    {
        var colours = new List<int>();
        for (int i = 0; i < picture.Pixels.Length; i += 3)
        {
            colours.Add((picture.Pixels[i] << 16) | (picture.Pixels[i + 1] << 8) | picture.Pixels[i + 2]);
        }

        colours.Sort();
        return colours;
    }
}
