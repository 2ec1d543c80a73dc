using System.Text.Json;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Lab.Listening.Tests;

public sealed class ListenerEvaluationTests
{
    private static bool IsFull => Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1";

    /// <summary>The bounds of the documentation hold for the full run; the quick one learns from fewer pictures and gets looser ones.</summary>
    [Fact]
    public void Run_RenderedSound_TellsColoursApart()
    {
        Assert.SkipWhen(SoundFontLocator.Find(null) is null && Environment.GetEnvironmentVariable(SoundFontLocator.PathVariable) is null, "No SoundFont is installed.");
        List<double> shares = [];
        ListenerReport report = ListenerEvaluation.Run(
            new ListenerOptions { Quick = !IsFull }, new Collector(shares), TestContext.Current.CancellationToken);

        Assert.True(report.Hues[0].Accuracy >= (IsFull ? .95 : .9), $"8 hues: {report.Hues[0].Accuracy:P1}");
        Assert.True(report.Colours.Accuracy >= (IsFull ? .8 : .7), $"18 colours: {report.Colours.Accuracy:P1}");
        DeficiencyResult deutan = report.Deficiencies[0];
        Assert.Equal(ColourVision.Deutan, deutan.Vision);
        Assert.True(deutan.AboveMedian >= 20 && deutan.AboveMedian >= .8 * deutan.Confused.Count, $"{deutan.AboveMedian} of {deutan.Confused.Count}");
        Assert.True(deutan.AboveMedian > deutan.NormalAboveMedian);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1], 1e-9);
        using JsonDocument json = JsonDocument.Parse(report.ToJson());
        Assert.Equal("sensorium-listener-1", json.RootElement.GetProperty("schema").GetString());
        Assert.Contains($"| 18 colours | orchestra | {100 * report.Colours.Accuracy:F1} %", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CancelledBefore_Stops()
    {
        Assert.SkipWhen(SoundFontLocator.Find(null) is null && Environment.GetEnvironmentVariable(SoundFontLocator.PathVariable) is null, "No SoundFont is installed.");

        Assert.ThrowsAny<OperationCanceledException>(() => ListenerEvaluation.Run(new ListenerOptions { Quick = true }, null, new CancellationToken(true)));
    }

    [Fact]
    public void Run_MissingSoundFont_SaysSo() => Assert.Throws<MissingComponentException>(() =>
        ListenerEvaluation.Run(new ListenerOptions { SoundFont = "no-such-font.sf2" }, null, TestContext.Current.CancellationToken));

    private sealed class Collector(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
