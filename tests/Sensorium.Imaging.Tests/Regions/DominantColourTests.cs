namespace Sensorium.Imaging.Tests;

public sealed class DominantColourTests
{
    private static readonly OkLab Red = new(0.6f, 0.2f, 0.1f);
    private static readonly OkLab Green = new(0.6f, -0.12f, 0.1f);
    private static readonly OkLab White = new(0.95f, 0, 0);
    private static readonly OkLab Grey = new(0.5f, 0, 0);

    [Fact]
    public void Of_OneColour_IsItsMean() => Equal(Red, DominantColour.Of([Sum(Red, 7)]));

    [Fact]
    public void Of_RedAndGreen_IsOneOfThemAndNotTheMudBetween() => Equal(Red, DominantColour.Of([Sum(Red, 50), Sum(Green, 50)]));

    [Fact]
    public void Of_MostlyGreen_IsGreen() => Equal(Green, DominantColour.Of([Sum(Red, 20), Sum(Green, 80)]));

    [Fact]
    public void Of_RedStripesOnWhite_IsRed() => Equal(Red, DominantColour.Of([Sum(White, 60), Sum(Red, 40)]));

    [Fact]
    public void Of_AFewRedDotsOnGrey_IsGrey() => Equal(Grey, DominantColour.Of([Sum(Red, 10), Sum(Grey, 90)]));

    [Fact]
    public void Of_ShadesOfOneColour_LiesAmongThem()
    {
        var dark = new OkLab(0.50f, 0.15f, 0.05f);
        var light = new OkLab(0.60f, 0.15f, 0.05f);
        OkLab colour = DominantColour.Of([Sum(dark, 10), Sum(light, 10), default]);
        Assert.InRange(colour.L, 0.53, 0.57);
        Assert.Equal(0.15, colour.A, 1e-6);
    }

    [Fact]
    public void Of_ManyShadesAgainstOneStrongColour_CountsTheShadesTogether()
    {
        ColourSum[] colours = [Sum(Red, 30), Sum(new OkLab(0.55f, -0.12f, 0.1f), 25), Sum(Green, 25), Sum(new OkLab(0.65f, -0.12f, 0.1f), 25)];
        Assert.True(DominantColour.Of(colours).A < 0);
    }

    private static ColourSum Sum(OkLab colour, int pixels) =>
        new() { Pixels = pixels, L = colour.L * pixels, A = colour.A * pixels, B = colour.B * pixels };

    private static void Equal(OkLab expected, OkLab actual)
    {
        Assert.Equal(expected.L, actual.L, 1e-5);
        Assert.Equal(expected.A, actual.A, 1e-5);
        Assert.Equal(expected.B, actual.B, 1e-5);
    }
}
