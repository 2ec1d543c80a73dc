using Sensorium.Lab.Tests;

namespace Sensorium.Lab.Evaluation.Tests;

public sealed class ConfusionMatrixTests
{
    private static ConfusionMatrix GoldenMatrix()
    {
        ConfusionMatrix matrix = new(8);
        for (int i = 0; i < Golden.Items; i++)
        {
            matrix.Add((int)Golden.Data.Truth[i], Golden.Data.Named[i]);
        }

        return matrix;
    }

    /// <summary>sklearn: accuracy_score, balanced_accuracy_score, f1_score(macro).</summary>
    [Fact]
    public void Means_OfGoldenItems_EqualScikitLearn()
    {
        ConfusionMatrix matrix = GoldenMatrix();

        Assert.Equal(Golden.Items, matrix.Total);
        Assert.Equal(.48, matrix.Accuracy, 1e-12);
        Assert.Equal(.4842341897233201, matrix.UnweightedAverageRecall, 1e-12);
        Assert.Equal(.47882525062592574, matrix.MacroF1, 1e-12);
    }

    /// <summary>sklearn: recall_score and precision_score with average=None, first row of confusion_matrix.</summary>
    [Fact]
    public void Classes_OfGoldenItems_EqualScikitLearn()
    {
        ConfusionMatrix matrix = GoldenMatrix();
        double[] recall = [.48, .5, .5, .43478260869565216, .65, .4090909090909091, .4, .5];
        double[] precision = [.42857142857142855, .44, .5652173913043478, .5, .48148148148148145, .391304347826087, .5217391304347826, .5161290322580645];

        Assert.Equal([12, 3, 1, 2, 3, 2, 1, 1], Enumerable.Range(0, 8).Select(k => matrix[0, k]));
        for (int k = 0; k < 8; k++)
        {
            Assert.Equal(recall[k], matrix.Recall(k), 1e-12);
            Assert.Equal(precision[k], matrix.Precision(k), 1e-12);
            Assert.Equal(2 * recall[k] * precision[k] / (recall[k] + precision[k]), matrix.F1(k), 1e-12);
        }
    }

    [Fact]
    public void Means_ClassNeverAskedFor_LeaveItOut()
    {
        ConfusionMatrix matrix = new(3);
        matrix.Add(0, 0);
        matrix.Add(0, 2);
        matrix.Add(1, 1);

        Assert.Equal(double.NaN, matrix.Recall(2));
        Assert.Equal(.75, matrix.UnweightedAverageRecall, 1e-12);
        Assert.Equal(((2.0 / 3) + 1) / 2, matrix.MacroF1, 1e-12);
    }

    [Fact]
    public void Means_AlwaysOneClass_AreThoseOfGuessing()
    {
        ConfusionMatrix matrix = new(4);
        for (int i = 0; i < 40; i++)
        {
            matrix.Add(i % 4, 2);
        }

        Assert.Equal(.25, matrix.Accuracy, 1e-12);
        Assert.Equal(.25, matrix.UnweightedAverageRecall, 1e-12);
        Assert.Equal(.1, matrix.MacroF1, 1e-12);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public void Add_NoSuchClass_Throws(int truth, int named) => Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(3).Add(truth, named));
}
