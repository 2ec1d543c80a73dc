using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Tests;

namespace Sensorium.Lab.Faces.Tests;

public sealed class FaceScorerTests
{
    private static FaceScorer GoldenScorer() => new(Golden.Data.Truth, Golden.Data.OneHot, Golden.Data.Probabilities.ToArray());

    /// <summary>The scorer counts without sorting and without the metric classes; scikit-learn and numpy hold it to them.</summary>
    [Fact]
    public void Score_GoldenItems_EqualsScikitLearn()
    {
        FaceScores scores = GoldenScorer().Score(new Bootstrap(1, 100), TestContext.Current.CancellationToken);

        Assert.Equal(Golden.Items, scores.Items);
        Assert.Equal(.48, scores.Accuracy.Value, 1e-12);
        Assert.Equal(.4842341897233201, scores.UnweightedAverageRecall.Value, 1e-12);
        Assert.Equal(.47882525062592574, scores.MacroF1.Value, 1e-12);
        Assert.Equal(1.3871955858324112, scores.Loss.Value, 1e-10);
        Assert.Equal(.10660195683640288, scores.CalibrationError.Value, 1e-10);
        Assert.Equal(.1384406814130958, scores.AdaptiveCalibrationError.Value, 1e-10);
        Assert.Equal(.677957711160375, scores.Brier.Value, 1e-10);
        Assert.All(
            (ConfidenceInterval[])[scores.Accuracy, scores.UnweightedAverageRecall, scores.MacroF1, scores.Loss, scores.Brier],
            interval => Assert.InRange(interval.Value, interval.Lowest, interval.Highest));
        Assert.Equal(Golden.Data.Right.Count(right => right), Enumerable.Range(0, 8).Sum(k => GoldenScorer().Confusion()[k, k]));
    }

    [Fact]
    public void Score_Twice_IsTheSame() => Assert.Equal(
        GoldenScorer().Score(new Bootstrap(5, 50), TestContext.Current.CancellationToken),
        GoldenScorer().Score(new Bootstrap(5, 50), TestContext.Current.CancellationToken));
}
