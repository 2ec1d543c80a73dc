namespace Sensorium.Imaging;

/// <summary>
/// The colour difference CIEDE2000 with all parametric factors 1
/// (Sharma, Wu &amp; Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test data, and mathematical observations",
/// Color Research and Application 30(1), 2005).
/// </summary>
public static class CieDe2000
{
    private const double Pow25To7 = 6103515625;

    // Opposite hues are 180 degrees apart and a rounding error must not push them over.
    private const double Opposite = 180 + 1e-9;

    /// <summary>How different two colours look; about 1 can just be told apart side by side, over 20 nobody confuses.</summary>
    /// <param name="first">One colour.</param>
    /// <param name="second">The other; the order does not matter.</param>
    /// <returns>0 or more.</returns>
    public static double Difference(CieLab first, CieLab second)
    {
        double meanChroma = (Length(first.A, first.B) + Length(second.A, second.B)) / 2;
        double stretch = 1.5 - (0.5 * Math.Sqrt(Seventh(meanChroma)));
        double a1 = stretch * first.A;
        double a2 = stretch * second.A;
        double c1 = Length(a1, first.B);
        double c2 = Length(a2, second.B);
        double h1 = HueDegrees(a1, first.B);
        double h2 = HueDegrees(a2, second.B);
        bool grey = c1 * c2 == 0;

        double hueStep = grey ? 0 : h2 - h1;
        hueStep += hueStep > Opposite ? -360 : hueStep < -Opposite ? 360 : 0;
        double deltaHue = 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(hueStep / 2));

        double meanL = ((double)first.L + second.L) / 2;
        double meanC = (c1 + c2) / 2;
        double meanH = MeanHue(h1, h2, grey);
        double t = 1 - (0.17 * Math.Cos(Radians(meanH - 30))) + (0.24 * Math.Cos(Radians(2 * meanH)))
            + (0.32 * Math.Cos(Radians((3 * meanH) + 6))) - (0.20 * Math.Cos(Radians((4 * meanH) - 63)));
        double fromMiddle = (meanL - 50) * (meanL - 50);
        double weightL = 1 + (0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle));
        double weightC = 1 + (0.045 * meanC);
        double weightH = 1 + (0.015 * meanC * t);
        double turn = (meanH - 275) / 25;
        double rotation = -Math.Sin(Radians(60 * Math.Exp(-turn * turn))) * 2 * Math.Sqrt(Seventh(meanC));

        double l = ((double)second.L - first.L) / weightL;
        double c = (c2 - c1) / weightC;
        double h = deltaHue / weightH;
        return Math.Sqrt(Math.Max(0, (l * l) + (c * c) + (h * h) + (rotation * c * h)));
    }

    private static double MeanHue(double h1, double h2, bool grey)
    {
        double sum = h1 + h2;
        if (grey)
        {
            return sum;
        }

        if (Math.Abs(h1 - h2) <= Opposite)
        {
            return sum / 2;
        }

        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double Seventh(double chroma)
    {
        double power = Math.Pow(chroma, 7);
        return power / (power + Pow25To7);
    }

    private static double HueDegrees(double a, double b)
    {
        if (a == 0 && b == 0)
        {
            return 0;
        }

        double degrees = Math.Atan2(b, a) * 180 / Math.PI;
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
