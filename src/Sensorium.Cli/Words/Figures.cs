using System.Globalization;

namespace Sensorium.Cli;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    /// <summary>A share in tenths of a percent.</summary>
    /// <param name="share">0..1.</param>
    /// <returns>E.g. <c>12.3 %</c>.</returns>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>A share in whole percents.</summary>
    /// <param name="share">0..1.</param>
    /// <returns>E.g. <c>12 %</c>.</returns>
    public static string WholePercent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    /// <summary>A signed number with its spread.</summary>
    /// <param name="estimate">The number.</param>
    /// <returns>E.g. <c>+0.21 ± 0.30</c>.</returns>
    public static string Number(Estimate estimate) => $"{Number(estimate.Mean)} ± {estimate.Sd.ToString("0.00", CultureInfo.InvariantCulture)}";

    /// <summary>A signed number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>E.g. <c>+0.21</c>.</returns>
    public static string Number(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>The size of a file.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <returns>E.g. <c>1.2 MB</c>.</returns>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
