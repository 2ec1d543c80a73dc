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
        Assert.Equal(.25, scores.GoodRecall.Value, 1e-12);
        Assert.Equal(PrecisionRecall.AveragePrecision(scores.Curve), scores.AveragePrecision.Value, 1e-12);
        Assert.Equal(
            [new DetectionSizeScores(16, 24, 2, .5, 1, 1), new DetectionSizeScores(24, 48, 1, 1, 2, .5), new DetectionSizeScores(48, double.PositiveInfinity, 1, 0, 0, double.NaN)],
            scores.Sizes);
    }

    /// <summary>Twenty faces, of which 17 are found at .74 to .9 and one at .3; wrong findings at .95, before all of these, and at .5, before the last.</summary>
    [Theory]
    [InlineData(0, 0, 18)]
    [InlineData(1, 2, 18)] // 18 of 21
    [InlineData(1, 3, 17)] // 18 of 22, but 17 of 18 before
    [InlineData(3, 0, 18)] // 18 of 21, and 17 of 20 before
    [InlineData(4, 0, 0)] // 18 of 22
    public void Score_RecallAtGoodPrecision_IsTheHighestOverAllThresholds(int wrongFirst, int wrongLater, int right)
    {
        DetectionTally tally = new(.99);
        for (int i = 0; i < 20; i++)
        {
            double at = i < 17 ? .9 - (i / 100.0) : i == 17 ? .3 : double.NaN;
            tally.Add(double.IsNaN(at) ? [] : [new(at, true, 20)], [at], [20]);
        }

        tally.Add([.. Enumerable.Repeat(new JudgedBox(.95, false, 20), wrongFirst), .. Enumerable.Repeat(new JudgedBox(.5, false, 20), wrongLater)], [], []);

        Assert.Equal(right / 20.0, Score(tally).GoodRecall.Value, 1e-12);
    }

    /// <summary>At 17 of 20 the quotient is what .85 is, so that it counts.</summary>
    [Fact]
    public void Score_PrecisionOfExactly85OfAHundred_IsGood()
    {
        DetectionTally tally = new(.5);
        tally.Add([.. Enumerable.Range(0, 20).Select(i => new JudgedBox(.6, i >= 3, 20))], [.. Enumerable.Repeat(.6, 17)], [.. Enumerable.Repeat(20.0, 17)]);

        Assert.Equal(1, Score(tally).GoodRecall.Value, 1e-12);
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
        Assert.All((ConfidenceInterval[])[scores.Recall, scores.Precision, scores.AveragePrecision, scores.GoodRecall], figure => Assert.Equal(new ConfidenceInterval(1, 1, 1), figure));
    }

    [Fact]
    public void Score_NothingFound_HasNoPrecision()
    {
        DetectionTally tally = new(.5);
        tally.Add([], [double.NaN], [20]);
        DetectionScores scores = Score(tally);

        Assert.Equal((0, double.NaN, 0, 0), (scores.Recall.Value, scores.Precision.Value, scores.AveragePrecision.Value, scores.GoodRecall.Value));
        Assert.Empty(scores.Curve);
    }
}
