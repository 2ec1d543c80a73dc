namespace Sensorium.Lab.Evaluation;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says; empty where there is nothing to say.</param>
/// <param name="IsNumber">Whether it is aligned as a number.</param>
public readonly record struct ReportCell(LocalizedText Text, bool IsNumber = false)
{
    private const string Missing = "–";

    /// <summary>Words that are the same in every language, such as a file's name.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Of(string text) => new(new LocalizedText(text, text));

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The cell, with commas between thousands.</returns>
    public static ReportCell Count(long value) => Number($"{value:N0}");

    /// <summary>A number.</summary>
    /// <param name="value">The number; a dash stands for NaN.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Number(double value, int decimals) => Number(Digits(value, decimals));

    /// <summary>A number with its interval.</summary>
    /// <param name="interval">The figure; a dash stands for NaN.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <returns>The cell, e.g. <c>0.612 (0.581–0.643)</c>.</returns>
    public static ReportCell Number(ConfidenceInterval interval, int decimals) =>
        Number(double.IsNaN(interval.Value)
            ? Missing
            : $"{Digits(interval.Value, decimals)} ({Digits(interval.Lowest, decimals)}–{Digits(interval.Highest, decimals)})");

    /// <summary>A share as a percentage.</summary>
    /// <param name="share">0..1; a dash stands for NaN.</param>
    /// <param name="decimals">Digits after the point. Default 1.</param>
    /// <returns>The cell, e.g. <c>84.1 %</c>.</returns>
    public static ReportCell Percent(double share, int decimals = 1) => Number(double.IsNaN(share) ? Missing : $"{Digits(100 * share, decimals)} %");

    /// <summary>A share as a percentage with its interval.</summary>
    /// <param name="interval">The figure.</param>
    /// <param name="decimals">Digits after the point. Default 1.</param>
    /// <returns>The cell, e.g. <c>84.1 % (82.8–85.4)</c>.</returns>
    public static ReportCell Percent(ConfidenceInterval interval, int decimals = 1) => Number(double.IsNaN(interval.Value)
        ? Missing
        : $"{Digits(100 * interval.Value, decimals)} % ({Digits(100 * interval.Lowest, decimals)}–{Digits(100 * interval.Highest, decimals)})");

    private static ReportCell Number(string text) => new(new LocalizedText(text, text), IsNumber: true);

    private static string Digits(double value, int decimals) => double.IsNaN(value) ? Missing : value.ToString($"F{decimals}");
}
