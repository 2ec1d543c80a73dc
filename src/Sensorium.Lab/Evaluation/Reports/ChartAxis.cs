namespace Sensorium.Lab.Evaluation;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Least">Its beginning.</param>
/// <param name="Most">Its end, over the beginning.</param>
/// <param name="Ticks">Where numbers stand.</param>
/// <param name="IsPercent">Whether the numbers are shares shown as percentages.</param>
public sealed record ChartAxis(LocalizedText Title, double Least, double Most, IReadOnlyList<double> Ticks, bool IsPercent = false)
{
    /// <summary>An axis of shares from 0 to 1.</summary>
    /// <param name="title">What it measures.</param>
    /// <returns>The axis.</returns>
    public static ChartAxis Share(LocalizedText title) => new(title, 0, 1, [0, .2, .4, .6, .8, 1], IsPercent: true);
}
