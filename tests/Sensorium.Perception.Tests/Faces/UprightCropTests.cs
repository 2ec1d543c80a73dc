using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class UprightCropTests
{
    [Theory]
    [InlineData(40.3, 31.7, 16)]
    [InlineData(40, 32, 24)]
    [InlineData(50.25, 20.5, 61.3)]
    [InlineData(3, 60, 40)]
    [InlineData(-20, 90, 30)]
    [InlineData(48, 32, 90)]
    public void Fill_AnySquare_EqualsTheGeneralCrop(double x, double y, double span)
    {
        const int side = 24;
        Picture picture = Pictures.Random(5, 96, 64);
        CropFrame frame = new(x, y, span);
        Picture expected = PictureCrop.Colour(picture, frame, side);
        float[] planes = new float[3 * side * side];

        UprightCrop.Fill(picture, frame, side, planes);

        for (int i = 0; i < planes.Length; i++)
        {
            // The general crop rounds to whole levels.
            Assert.Equal(expected.Pixels[(i % (side * side) * 3) + (i / (side * side))], planes[i], 0.502);
        }
    }
}
