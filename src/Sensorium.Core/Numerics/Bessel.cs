namespace Sensorium;

/// <summary>Bessel functions, for windows and filters.</summary>
public static class Bessel
{
    /// <summary>The modified Bessel function of the first kind and order 0, by its power series (Abramowitz and Stegun, 9.6.10).</summary>
    /// <param name="x">Any number; the series is meant for the arguments of Kaiser windows, up to about 20.</param>
    /// <returns>1 at 0, growing with the magnitude of <paramref name="x"/>.</returns>
    public static double I0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++)
        {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }
}
