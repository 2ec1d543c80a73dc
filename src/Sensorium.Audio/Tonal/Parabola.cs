namespace Sensorium.Audio;

/// <summary>Finds the top or bottom between samples of a curve.</summary>
internal static class Parabola
{
    /// <summary>Where the parabola through three neighbours turns.</summary>
    /// <returns>-.5..5 from the middle one; 0 where the three lie on a line.</returns>
    public static double Vertex(double left, double middle, double right)
    {
        double bend = left - (2 * middle) + right;
        return bend == 0 ? 0 : Math.Clamp(0.5 * (left - right) / bend, -0.5, 0.5);
    }
}
