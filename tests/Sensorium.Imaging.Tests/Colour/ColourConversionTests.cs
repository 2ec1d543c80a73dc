using System.Runtime.Intrinsics;

namespace Sensorium.Imaging.Tests;

public sealed class ColourConversionTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 255, 255, 1, 0, 0)]
    [InlineData(255, 0, 0, 0.62796, 0.22486, 0.12585)]
    [InlineData(0, 255, 0, 0.86644, -0.23389, 0.17950)]
    [InlineData(0, 0, 255, 0.45201, -0.03246, -0.31153)]
    public void ToOkLab_Primary_MatchesPublishedValue(byte r, byte g, byte b, double l, double a, double bb)
    {
        // CSS Color Module Level 4 gives these to five decimals.
        OkLab lab = ColourConversion.ToOkLab(new Rgb(r, g, b));
        Assert.Equal(l, lab.L, 2e-5);
        Assert.Equal(a, lab.A, 2e-5);
        Assert.Equal(bb, lab.B, 2e-5);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 255, 255, 100, 0, 0)]
    [InlineData(255, 0, 0, 53.2408, 80.0925, 67.2032)]
    [InlineData(0, 255, 0, 87.7347, -86.1827, 83.1793)]
    [InlineData(0, 0, 255, 32.2970, 79.1875, -107.8602)]
    [InlineData(128, 128, 128, 53.5850, 0, 0)]
    public void ToCieLab_Primary_MatchesPublishedValue(byte r, byte g, byte b, double l, double a, double bb)
    {
        // Lindbloom's calculator, sRGB, D65; the white there differs in the fifth digit.
        CieLab lab = ColourConversion.ToCieLab(new Rgb(r, g, b));
        Assert.Equal(l, lab.L, 0.01);
        Assert.Equal(a, lab.A, 0.02);
        Assert.Equal(bb, lab.B, 0.02);
    }

    [Theory]
    [InlineData(255, 0, 0, 0, 1, 1)]
    [InlineData(0, 255, 0, 120, 1, 1)]
    [InlineData(0, 0, 255, 240, 1, 1)]
    [InlineData(255, 0, 255, 300, 1, 1)]
    [InlineData(128, 128, 128, 0, 0, 0.50196)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(64, 32, 48, 330, 0.5, 0.25098)]
    public void ToHsv_KnownColour_MatchesClosedForm(byte r, byte g, byte b, double hue, double saturation, double value)
    {
        Hsv hsv = ColourConversion.ToHsv(new Rgb(r, g, b));
        Assert.Equal(hue, hsv.HueDegrees, 1e-3);
        Assert.Equal(saturation, hsv.Saturation, 1e-5);
        Assert.Equal(value, hsv.Value, 1e-5);
    }

    [Fact]
    public void ToRgb_OfConvertedColours_IsTheSameColour()
    {
        for (int i = 0; i < 1 << 24; i += 1009)
        {
            var rgb = new Rgb((byte)(i >> 16), (byte)(i >> 8), (byte)i);
            Assert.Equal(rgb, ColourConversion.ToRgb(ColourConversion.ToOkLab(rgb)));
            Assert.Equal(rgb, ColourConversion.ToRgb(ColourConversion.ToHsv(rgb)));
        }
    }

    [Fact]
    public void ToCieLab_ThroughOkLab_IsTheSame()
    {
        for (int i = 0; i < 1 << 24; i += 65537)
        {
            var rgb = new Rgb((byte)(i >> 16), (byte)(i >> 8), (byte)i);
            Assert.True(CieDe2000.Difference(ColourConversion.ToCieLab(rgb), ColourConversion.ToCieLab(ColourConversion.ToOkLab(rgb))) < 0.01);
        }
    }

    [Fact]
    public void ToRgb_OutsideGamut_Clips() => Assert.Equal(new Rgb(255, 0, 0), ColourConversion.ToRgb(new OkLab(0.63f, 0.3f, 0.17f)));

    [Fact]
    public void EncodedToCone_AnyColour_HasHsvsChromaAndNearlyItsHue()
    {
        for (int i = 0; i < 1 << 24; i += 4099)
        {
            var rgb = new Rgb((byte)(i >> 16), (byte)(i >> 8), (byte)i);
            Hsv hsv = ColourConversion.ToHsv(rgb);
            ColourConversion.EncodedToCone(rgb.R / 255f, rgb.G / 255f, rgb.B / 255f, out float x, out float y, out float value);
            Assert.Equal(hsv.Value, value, 1e-6);
            Assert.Equal(hsv.Saturation * hsv.Value, Math.Sqrt((x * x) + (y * y)), 1e-5);
            if (hsv.Saturation > 0)
            {
                double hue = Math.Atan2(y, x) * 180 / Math.PI;
                double apart = Math.Abs(Math.IEEERemainder(hue - hsv.HueDegrees, 360));
                Assert.True(apart < 1.2, $"{rgb}: {apart}");
            }
        }
    }

    [Fact]
    public void CubeRoot_WholeRange_IsExactToFloat()
    {
        for (float x = 1e-6f; x < 1.2f; x *= 1.0003f)
        {
            double root = Math.Cbrt(x);
            Assert.Equal(root, CubeRoot.Of(x), 4e-7 * root);
            Assert.Equal(CubeRoot.Of(x), CubeRoot.Of(Vector256.Create(x))[3]);
        }

        Assert.True(CubeRoot.Of(0f) < 1e-9f);
    }
}
