using Sensorium.Imaging;

namespace Sensorium.Lab.Listening.Tests;

public sealed class ColourClassTests
{
    [Fact]
    public void Draw_Colours_AreNearestToTheirOwnCentreAndInGamut()
    {
        Pcg32 random = new(7);
        foreach (ColourClass expected in ColourClasses.Colours)
        {
            for (int i = 0; i < 200; i++)
            {
                OkLab colour = expected.Draw(random);
                ColourClass nearest = ColourClasses.Colours.MinBy(other => Distance(other.Centre, colour))!;

                Assert.Same(expected, nearest);
                Assert.True(Gamut.Contains(colour));
            }
        }
    }

    [Fact]
    public void Draw_Hues_StayAtTheirHueAndSpanLightness()
    {
        Pcg32 random = new(8);
        foreach (ColourClass hue in ColourClasses.Hues)
        {
            OkLab[] drawn = [.. Enumerable.Range(0, 200).Select(_ => hue.Draw(random))];

            Assert.All(drawn, colour => Assert.InRange(Math.Abs(Math.IEEERemainder(colour.HueDegrees - hue.Hue.Centre, 360)), 0, 12.001));
            Assert.All(drawn, colour => Assert.InRange(colour.Chroma, .0999f, .2001f));
            Assert.True(drawn.Max(colour => colour.L) - drawn.Min(colour => colour.L) > .15, hue.Name.English);
        }
    }

    [Fact]
    public void Colours_Count_IsAsDocumented()
    {
        Assert.Equal(8, ColourClasses.Hues.Count);
        Assert.Equal(18, ColourClasses.Colours.Select(colour => colour.Name.English).Distinct().Count());
        Assert.All(ColourLattice.Colours, colour => Assert.True(Gamut.Contains(colour)));
        Assert.InRange(ColourLattice.Colours.Count, 140, 170);
    }

    private static double Distance(OkLab a, OkLab b) =>
        Math.Sqrt(((a.L - b.L) * (a.L - b.L)) + ((a.A - b.A) * (a.A - b.A)) + ((a.B - b.B) * (a.B - b.B)));
}
