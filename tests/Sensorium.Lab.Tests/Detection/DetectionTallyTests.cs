using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection.Tests;

public sealed class DetectionTallyTests
{
    private static readonly double[] Sizes = [16, 24, 48];

    private static DetectionScores Score(DetectionTally tally) => tally.Score("a@1", new Bootstrap(1, 200), Sizes, TestContext.Current.CancellationToken);

    /// <summary>Four faces; right .9, wrong .8, right .7, right .3 below the threshold of .5.</summary>
    [Fact]
    public void Score_ByHand_HasItsShares()
    {
        DetectionTally tally = new(.5);
        tally.Add([new(.9, true, 20), new(.8, false, 30)], [.9, double.NaN], [20, 60]);
        tally.Add([new(.7, true, 30), new(.3, true, 10)], [.7, .3], [30, 10]);
        DetectionScores scores = Score(tally);

        Assert.Equal(3, scores.Found);
        Assert.Equal(.5, scores.Recall.Value, 1e-12);
        Assert.Equal(2.0 / 3, scores.Precision.Value, 1e-12);

        // Best precision from each point on: 1 at a quarter, then 3/4 at two and at three quarters.
        Assert.Equal((1 + .75 + .75) / 4, scores.AveragePrecision.Value, 1e-12);
        Assert.Equal(PrecisionRecall.AveragePrecision(scores.Curve), scores.AveragePrecision.Value, 1e-12);
        Assert.Equal(
            [new DetectionSizeScores(16, 24, 2, .5, 1, 1), new DetectionSizeScores(24, 48, 1, 1, 2, .5), new DetectionSizeScores(48, double.PositiveInfinity, 1, 0, 0, double.NaN)],
            scores.Sizes);
    }

    [Fact]
    public void Score_EverythingFoundAndNothingElse_IsOne()
    {
        DetectionTally tally = new(.5);
        for (int i = 0; i < 20; i++)
        {
            tally.Add([new(.6 + (i / 100.0), true, 20)], [.6 + (i / 100.0)], [20]);
        }

        DetectionScores scores = Score(tally);
        Assert.All((ConfidenceInterval[])[scores.Recall, scores.Precision, scores.AveragePrecision], figure => Assert.Equal(new ConfidenceInterval(1, 1, 1), figure));
    }

    [Fact]
    public void Score_NothingFound_HasNoPrecision()
    {
        DetectionTally tally = new(.5);
        tally.Add([], [double.NaN], [20]);
        DetectionScores scores = Score(tally);

        Assert.Equal((0, double.NaN, 0), (scores.Recall.Value, scores.Precision.Value, scores.AveragePrecision.Value));
        Assert.Empty(scores.Curve);
    }
}
