namespace Sensorium.Lab.Listening;

/// <summary>Power in dB with a floor, so that silence stays a number.</summary>
internal static class Decibels
{
    /// <summary>10 log10(power + floor).</summary>
    /// <param name="power">0 or more.</param>
    /// <param name="floor">The power that counts as nothing, over 0.</param>
    /// <returns>dB.</returns>
    public static double Of(double power, double floor) => 10 * Math.Log10(power + floor);
}
