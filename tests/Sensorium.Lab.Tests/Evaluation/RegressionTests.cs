using Sensorium.Lab.Tests;

namespace Sensorium.Lab.Evaluation.Tests;

public sealed class RegressionTests
{
    /// <summary>numpy: corrcoef, sklearn: mean_squared_error, and Lin's formula over numpy's moments.</summary>
    [Fact]
    public void Figures_OfGoldenItems_EqualNumpy()
    {
        Assert.Equal(.4381042194446934, Regression.Pearson(Golden.Data.X, Golden.Data.Y), 1e-10);
        Assert.Equal(.41623683918925686, Regression.RootMeanSquaredError(Golden.Data.X, Golden.Data.Y), 1e-10);
        Assert.Equal(.3013625556756389, Regression.Concordance(Golden.Data.X, Golden.Data.Y), 1e-10);
    }

    [Fact]
    public void Pearson_FallingLine_IsMinusOne() => Assert.Equal(-1, Regression.Pearson([1, 2, 3, 4], [8, 6, 4, 2]), 1e-12);

    [Fact]
    public void Pearson_Constant_IsNoNumber() => Assert.Equal(double.NaN, Regression.Pearson([1, 2, 3], [5, 5, 5]));

    [Fact]
    public void Coverage_TwoOfThreeInside_IsTwoThirds() => Assert.Equal(2.0 / 3, Regression.Coverage([1, 2, 3], [0, 2, 4], [2, 2, 5]), 1e-12);

    /// <summary>numpy: the same points on scikit-learn's precision_recall_curve, and the area under its envelope.</summary>
    [Fact]
    public void PrecisionRecall_OfGoldenItems_EqualsScikitLearn()
    {
        IReadOnlyList<PrecisionRecallPoint> curve = PrecisionRecall.Curve(Golden.Data.Confidence, Golden.Data.Right, Golden.Data.Right.Count(right => right));
        PrecisionRecallPoint point = curve.Last(point => point.Threshold >= .3);

        Assert.Equal(.5503355704697986, point.Precision, 1e-12);
        Assert.Equal(.8541666666666666, point.Recall, 1e-12);
        Assert.Equal(.694942037328606, PrecisionRecall.AveragePrecision(curve), 1e-10);
    }

    /// <summary>Three findings, right wrong right, of four: .25 x 1 + .25 x 2/3.</summary>
    [Fact]
    public void AveragePrecision_ByHand_IsTheAreaOfItsSteps()
    {
        IReadOnlyList<PrecisionRecallPoint> curve = PrecisionRecall.Curve([.9, .8, .7], [true, false, true], 4);

        Assert.Equal(.25 + (.25 * 2 / 3), PrecisionRecall.AveragePrecision(curve), 1e-12);
    }

    [Fact]
    public void Curve_EqualConfidences_AreOnePoint() => Assert.Equal([new PrecisionRecallPoint(.5, .5, .5)], PrecisionRecall.Curve([.5, .5], [true, false], 2));
}
