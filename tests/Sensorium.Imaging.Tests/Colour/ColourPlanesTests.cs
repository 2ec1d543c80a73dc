namespace Sensorium.Imaging.Tests;

public sealed class ColourPlanesTests
{
    [Theory]
    [InlineData(ColourSpace.OkLab)]
    [InlineData(ColourSpace.CieLab)]
    [InlineData(ColourSpace.Hsv)]
    public void From_AnyPicture_EqualsScalarToTheBit(ColourSpace space)
    {
        Picture picture = Pictures.Noise(37, 11, 5);
        ColourPlanes planes = ColourPlanes.From(picture, space, cancellationToken: TestContext.Current.CancellationToken);
        var first = new float[37 * 11];
        var second = new float[37 * 11];
        var third = new float[37 * 11];
        ColourPlanes.ConvertScalar(picture.Pixels, space, first, second, third);
        Assert.Equal(first, planes.First);
        Assert.Equal(second, planes.Second);
        Assert.Equal(third, planes.Third);
    }

    [Fact]
    public void From_AnyPicture_EqualsSingleColourConversion()
    {
        Picture picture = Pictures.Noise(9, 3, 6);
        ColourPlanes ok = ColourPlanes.From(picture, ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        ColourPlanes lab = ColourPlanes.From(picture, ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 27; i++)
        {
            var rgb = new Rgb(picture.Pixels[i * 3], picture.Pixels[(i * 3) + 1], picture.Pixels[(i * 3) + 2]);
            Assert.Equal(ColourConversion.ToOkLab(rgb), new OkLab(ok.First[i], ok.Second[i], ok.Third[i]));
            Assert.Equal(ColourConversion.ToCieLab(rgb), new CieLab(lab.First[i], lab.Second[i], lab.Third[i]));
        }
    }

    [Theory]
    [InlineData(ColourSpace.CieLab, 0.02)]
    [InlineData(ColourSpace.Hsv, 0.002)]
    public void To_OtherSpace_EqualsDirectConversion(ColourSpace space, double tolerance)
    {
        Picture picture = Pictures.Noise(20, 20, 7);
        ColourPlanes direct = ColourPlanes.From(picture, space, cancellationToken: TestContext.Current.CancellationToken);
        ColourPlanes through = ColourPlanes.From(picture, ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken)
            .To(space, cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 400; i++)
        {
            Assert.Equal(direct.First[i], through.First[i], tolerance);
            Assert.Equal(direct.Second[i], through.Second[i], tolerance);
            Assert.Equal(direct.Third[i], through.Third[i], tolerance);
        }
    }

    [Fact]
    public void To_FromCieLab_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new ColourPlanes(1, 1, ColourSpace.CieLab).To(ColourSpace.Hsv, cancellationToken: TestContext.Current.CancellationToken));
}
