namespace Sensorium.Imaging.Tests;

public sealed class DeficiencySimulationTests
{
    [Theory]
    [InlineData(ColourVision.Trichromat)]
    [InlineData(ColourVision.Protan)]
    [InlineData(ColourVision.Deutan)]
    [InlineData(ColourVision.Tritan)]
    public void Simulate_Grey_StaysGrey(ColourVision vision)
    {
        for (int value = 0; value < 256; value++)
        {
            var grey = new Rgb((byte)value, (byte)value, (byte)value);
            Assert.Equal(grey, DeficiencySimulation.Simulate(grey, vision));
        }
    }

    [Fact]
    public void Matrix_Trichromat_IsTheIdentity() =>
        Assert.Equal([1f, 0, 0, 0, 1, 0, 0, 0, 1], DeficiencySimulation.Matrix(ColourVision.Trichromat).ToArray());

    [Theory]
    [InlineData(ColourVision.Protan)]
    [InlineData(ColourVision.Deutan)]
    public void Simulate_RedAndGreenThatAreConfused_MoveTogether(ColourVision vision)
    {
        var red = new Rgb(180, 95, 60);
        var green = new Rgb(115, 120, 50);
        double before = Difference(red, green);
        double after = Difference(DeficiencySimulation.Simulate(red, vision), DeficiencySimulation.Simulate(green, vision));
        Assert.True(before > 30, $"{before}");
        Assert.True(after < before / 2, $"{after}");
    }

    [Fact]
    public void Simulate_RedForProtan_LooksDark()
    {
        var red = new Rgb(255, 0, 0);
        Assert.True(
            ColourConversion.ToOkLab(DeficiencySimulation.Simulate(red, ColourVision.Protan)).L
            < ColourConversion.ToOkLab(DeficiencySimulation.Simulate(red, ColourVision.Deutan)).L - 0.1);
    }

    [Fact]
    public void Simulate_AnyColourForDeutan_LiesOnBlueToYellow()
    {
        // A dichromat's hues are two: after simulation, red-green opposition is nearly gone compared with before.
        double before = 0;
        double after = 0;
        for (int i = 0; i < 1 << 24; i += 4099)
        {
            var rgb = new Rgb((byte)(i >> 16), (byte)(i >> 8), (byte)i);
            before += Math.Abs(ColourConversion.ToOkLab(rgb).A);
            after += Math.Abs(ColourConversion.ToOkLab(DeficiencySimulation.Simulate(rgb, ColourVision.Deutan)).A);
        }

        Assert.True(after < 0.4 * before, $"{after / before}");
    }

    [Fact]
    public void Matrix_UnknownVision_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DeficiencySimulation.Simulate(default, (ColourVision)9));

    private static double Difference(Rgb a, Rgb b) => CieDe2000.Difference(ColourConversion.ToCieLab(a), ColourConversion.ToCieLab(b));
}
