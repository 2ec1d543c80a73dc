namespace Sensorium.Lab.Evaluation;

/// <summary>How often each true class was given each name, and the figures that follow from it.</summary>
/// <remarks>
/// Where a class was never asked for (or never named), its recall (precision) is <see cref="double.NaN"/> and is left out of the means,
/// so that a class without test items neither helps nor hurts a model. scikit-learn counts it as 0 instead.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;

    /// <summary>Creates an empty matrix.</summary>
    /// <param name="classes">How many classes there are, at least 2.</param>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Classes = classes;
        _counts = new int[classes * classes];
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>How many items were counted.</summary>
    public int Total { get; private set; }

    /// <summary>Share of items that were named rightly, 0..1; NaN without items.</summary>
    public double Accuracy
    {
        get
        {
            int right = 0;
            for (int k = 0; k < Classes; k++)
            {
                right += this[k, k];
            }

            return (double)right / Total;
        }
    }

    /// <summary>Mean of the recalls of all classes that were asked for, each weighing the same; NaN without items.</summary>
    public double UnweightedAverageRecall => MeanOfNumbers(Recall);

    /// <summary>Mean of the F1 of all classes that were asked for, each weighing the same; NaN without items.</summary>
    public double MacroF1 => MeanOfNumbers(k => Asked(k) == 0 ? double.NaN : F1(k));

    /// <summary>How many items of one class were given a name.</summary>
    /// <param name="truth">The true class, 0 to <see cref="Classes"/> - 1.</param>
    /// <param name="named">The class named.</param>
    public int this[int truth, int named] => _counts[(truth * Classes) + named];

    /// <summary>Counts one item.</summary>
    /// <param name="truth">The true class.</param>
    /// <param name="named">The class named.</param>
    public void Add(int truth, int named)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)truth, (uint)Classes);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)named, (uint)Classes);
        _counts[(truth * Classes) + named]++;
        Total++;
    }

    /// <summary>Forgets everything counted.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Total = 0;
    }

    /// <summary>How many items of a class there were.</summary>
    /// <param name="k">The class.</param>
    /// <returns>The sum of its row.</returns>
    public int Asked(int k)
    {
        int sum = 0;
        for (int named = 0; named < Classes; named++)
        {
            sum += this[k, named];
        }

        return sum;
    }

    /// <summary>How often a class was named.</summary>
    /// <param name="k">The class.</param>
    /// <returns>The sum of its column.</returns>
    public int Named(int k)
    {
        int sum = 0;
        for (int truth = 0; truth < Classes; truth++)
        {
            sum += this[truth, k];
        }

        return sum;
    }

    /// <summary>Share of a class's items that were named rightly.</summary>
    /// <param name="k">The class.</param>
    /// <returns>0..1; NaN where the class was never asked for.</returns>
    public double Recall(int k) => (double)this[k, k] / Asked(k);

    /// <summary>Share of a class's namings that were right.</summary>
    /// <param name="k">The class.</param>
    /// <returns>0..1; NaN where the class was never named.</returns>
    public double Precision(int k) => (double)this[k, k] / Named(k);

    /// <summary>Harmonic mean of precision and recall.</summary>
    /// <param name="k">The class.</param>
    /// <returns>0..1; NaN where the class was neither asked for nor named.</returns>
    public double F1(int k) => 2.0 * this[k, k] / (Asked(k) + Named(k));

    private double MeanOfNumbers(Func<int, double> figure)
    {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < Classes; k++)
        {
            double value = figure(k);
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }
}
