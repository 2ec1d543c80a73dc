using FsCheck;
using FsCheck.Fluent;
using Sensorium.Lab.Tests;

namespace Sensorium.Lab.Evaluation.Tests;

public sealed class ProbabilityTests
{
    /// <summary>sklearn: log_loss; numpy: mean of the summed squares.</summary>
    [Fact]
    public void Scores_OfGoldenItems_EqualScikitLearn()
    {
        double[][] truth = [.. Golden.Data.OneHot.Chunk(8)];

        Assert.Equal(1.3871955858324112, truth.Select((row, i) => ProbabilityScores.CrossEntropy(row, Golden.Data.Row(i))).Average(), 1e-10);
        Assert.Equal(.677957711160375, truth.Select((row, i) => ProbabilityScores.Brier(row, Golden.Data.Row(i))).Average(), 1e-10);
    }

    [Fact]
    public void CrossEntropy_OfADistributionWithItself_IsItsEntropy() =>
        Assert.Equal(Math.Log(4), ProbabilityScores.CrossEntropy([.25, .25, .25, .25], [.25, .25, .25, .25]), 1e-12);

    [Fact]
    public void CrossEntropy_CertainMistake_IsBounded() =>
        Assert.Equal(-Math.Log(ProbabilityScores.LeastProbability), ProbabilityScores.CrossEntropy([1, 0], [0, 1]), 1e-12);

    /// <summary>Gibbs' inequality.</summary>
    [Fact]
    public void CrossEntropy_AnyTwoDistributions_IsLeastForTheTruth()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt, PositiveInt, PositiveInt, PositiveInt)>(), draw =>
        {
            double[] truth = Normal(draw.Item1.Get, draw.Item2.Get), said = Normal(draw.Item3.Get, draw.Item4.Get);
            return ProbabilityScores.CrossEntropy(truth, said) >= ProbabilityScores.CrossEntropy(truth, truth) - 1e-9;
        }).QuickCheckThrowOnFailure();

        static double[] Normal(int a, int b) => [a / (double)(a + b), b / (double)(a + b)];
    }

    /// <summary>numpy, with the same borders: (from, to] for equal width, i n / 15 for equal count.</summary>
    [Fact]
    public void CalibrationErrors_OfGoldenItems_EqualNumpy()
    {
        Assert.Equal(.10660195683640288, Calibration.ExpectedError(Calibration.EqualWidth(Golden.Data.Confidence, Golden.Data.Right)), 1e-10);
        Assert.Equal(.1384406814130958, Calibration.ExpectedError(Calibration.EqualCount(Golden.Data.Confidence, Golden.Data.Right)), 1e-10);
    }

    [Fact]
    public void CalibrationError_RightAsOftenAsSaid_IsNought()
    {
        double[] confidence = [.5, .5, .8, .8, .8, .8, .8];
        bool[] right = [true, false, true, true, true, true, false];

        Assert.Equal(0, Calibration.ExpectedError(Calibration.EqualWidth(confidence, right)), 1e-12);
    }

    [Fact]
    public void CalibrationError_AlwaysSureAndNeverRight_IsOne() =>
        Assert.Equal(1, Calibration.ExpectedError(Calibration.EqualWidth([1, 1, 1], [false, false, false])), 1e-12);

    [Fact]
    public void EqualWidth_AnyConfidences_HoldsEachItemOnceWithinItsBin()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            double[] confidence = [.. bytes.Select(b => b / 255.0)];
            IReadOnlyList<ReliabilityBin> bins = Calibration.EqualWidth(confidence, new bool[bytes.Length]);
            return bins.Sum(bin => bin.Count) == bytes.Length
                && bins.All(bin => bin.Count == 0 || (bin.Confidence >= bin.From - 1e-9 && bin.Confidence <= bin.To + 1e-9));
        }).QuickCheckThrowOnFailure();
    }
}
