using Sensorium.Lab.Voices;

namespace Sensorium.Lab.Tests;

/// <summary>How answers are counted.</summary>
public sealed class VoiceScoresTests
{
    [Theory]
    [InlineData(8, 0.2, 0.3, 0.1)]
    [InlineData(7, 0.5, 0.1, 0.1)]
    public void Shares_OfEight_PutCalmToNeutral(int classes, double first, double second, double third)
    {
        double[] shares = VoiceClasses.Shares([.2, .3, .1, .1, .1, .05, .05, .1], classes);

        Assert.Equal(classes, shares.Length);
        Assert.Equal([first, second, third], shares[..3], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Shares_OfFour_LeaveTheOthersOut() =>
        Assert.Equal([.5, .125, .125, .25], VoiceClasses.Shares([.1, .1, .05, .05, .1, .2, .2, .2], 4), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Of_TwoFolds_MeansTheirRecalls()
    {
        // Fold 0: neutral right, joy wrong (.5); fold 1: neutral, calm and joy right (1); calm counts as neutral.
        VoiceScores scores = VoiceScores.Of("x", new("x", "x"), 7, [(0, 0, Sure(0)), (2, 0, Sure(3)), (0, 1, Sure(1)), (1, 1, Sure(0)), (2, 1, Sure(2))]);

        Assert.Equal(0.75, scores.Recall, 9);
        Assert.Equal(0.25, scores.RecallSd, 9);
        Assert.Equal(0.75, scores.PooledRecall, 9);
        Assert.Equal(0.8, scores.Accuracy, 9);
        Assert.Equal(1 / 7.0, scores.Baseline, 9);
        Assert.Equal(1, scores.Confusion[1, 2]);
        Assert.Equal(0.2, scores.CalibrationError, 9);
    }

    [Fact]
    public void Of_FiftyFiftyAnswers_ExpectsTheScatterOfThatManyClips()
    {
        // Eight answers of probability .5, four of them right: the share of 8 coins differs from a half by .5 sqrt(2 / (8 pi)) on average. As two draws of four clips, it is that of 4.
        (int Label, int Fold, double[] Shares)[] answers = [.. Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? 0 : 2, 0, new double[] { .5, 0, .3, .2, 0, 0, 0, 0 }))];
        VoiceScores once = VoiceScores.Of("x", new("x", "x"), 7, answers), drawn = VoiceScores.Of("x", new("x", "x"), 7, answers, 2);

        Assert.Equal(0, once.CalibrationError, 9);
        Assert.Equal(.5 * Math.Sqrt(2 / (8 * Math.PI)), once.CalibrationNoise, 9);
        Assert.Equal(once.CalibrationNoise * Math.Sqrt(2), drawn.CalibrationNoise, 9);
        Assert.Equal((8, 4), (once.Clips, drawn.Clips));
    }

    private static double[] Sure(int label) => [.. Enumerable.Range(0, 8).Select(i => i == label ? 1.0 : 0)];
}
