using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>Which colours a screen can show.</summary>
internal static class Gamut
{
    private const double Tolerance = 1e-4;

    /// <summary>Whether a colour lies in sRGB.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>True where all three linear channels are in 0..1.</returns>
    public static bool Contains(OkLab colour)
    {
        (double red, double green, double blue) = ColourConversion.ToLinear(colour);
        return Inside(red) && Inside(green) && Inside(blue);
    }

    private static bool Inside(double channel) => channel is >= -Tolerance and <= 1 + Tolerance;
}
