using Sensorium.Inference;
using Sensorium.Lab.Texts;
using Sensorium.Perception;

namespace Sensorium.Lab.Tests;

/// <summary>The measurement of texts, on a little data of our own and on the data of the figures that the docs state.</summary>
public sealed class TextEvaluationTests
{
    private static readonly TextPerceiver Model = TextPerceiver.Open(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "text")));

    private static TextEvaluationOptions Quick => new() { Resamples = 20, Timing = false };

    [Fact]
    public void Run_LittleData_MeasuresEachSetAndNamesFaults()
    {
        using TemporaryFolder folder = Little();

        TextEvaluationResult result = TextEvaluation.Run(folder.FullPath, Model, Quick, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, result.RatedItems);
        Assert.True(result.Axes[0].Correlation.Value > 0.8, $"{result.Axes[0].Correlation.Value}");
        Assert.Equal(2, result.Naming!.Items);
        Assert.Equal(1, result.Naming.Accuracy.Value);
        Assert.Equal(0.5, result.Naming.ConstantAccuracy);
        Assert.Equal((2, false), (result.Presence!.Items, result.Presence.IsHeldOut));
        Assert.Equal(3, result.Faults.Count);
        Assert.Null(result.SentencesPerSecond);
    }

    [Fact]
    public void ToJson_LittleData_FitsTheSchema()
    {
        using TemporaryFolder folder = Little();
        string json = TextEvaluation.Run(folder.FullPath, Model, Quick, cancellationToken: TestContext.Current.CancellationToken).ToJson();

        Assert.Empty(JsonSchema.Read("evaluate-text").Faults(json));
    }

    [Fact]
    public void Run_NoData_SaysWhatIsWanted()
    {
        using TemporaryFolder folder = new();

        MalformedInputException error = Assert.Throws<MalformedInputException>(
            () => TextEvaluation.Run(folder.FullPath, Model, Quick, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("emobank.csv", error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HeldOutSplits_KeepsWhatTheCardStates()
    {
        string? data = SharedData.Find("data/text");
        Assert.SkipWhen(data is null, "shared/data/text is not on this machine.");

        TextEvaluationResult result = TextEvaluation.Run(data!, Model, Quick, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Axes[0].Correlation.Value >= .61, $"valence {result.Axes[0].Correlation.Value}");
        Assert.True(result.Axes[1].Correlation.Value >= .51, $"arousal {result.Axes[1].Correlation.Value}");
        Assert.All(result.Axes, axis => Assert.InRange(axis.Coverage, .74, .86));
        Assert.True(result.Naming!.MacroF1.Value >= .565, $"macro-F1 {result.Naming.MacroF1.Value}");
        Assert.InRange(result.Naming.CalibrationError, 0, .05);
    }

    private static TemporaryFolder Little()
    {
        TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["goemotions"]);
        File.WriteAllText(folder["emobank.csv"], "id,split,V,A,D,text\n1,dev,4.4,3.6,3.2,\"I love it, wonderful!\"\n2,dev,1.6,3.8,2.6,\"They killed him.\"\n3,dev,3.0,2.9,3.0,It is a table.\n4,train,3,3,3,no\n5,dev,9,3,3,out of range\n");
        File.WriteAllText(folder["goemotions/labels.txt"], "joy\nlove\nsadness\n");
        File.WriteAllText(folder["goemotions/dev.tsv"], "I love you so much\t0,1\ta\nI am so sad, I cried\t2\tb\nboth\t0,2\tc\nunknown label\t7\td\n");
        File.WriteAllText(folder["kote-val.tsv"], "1\t너무 행복해요 감사합니다\t4,40\n2\t너무 짜증나고 화가 나요\t6,22\nno columns\n");
        return folder;
    }
}
