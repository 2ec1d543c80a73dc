namespace Sensorium.Lab.Evaluation;

/// <summary>How well stated numbers follow true ones.</summary>
public static class Regression
{
    /// <summary>Pearson's correlation.</summary>
    /// <param name="truth">The true numbers.</param>
    /// <param name="stated">The stated ones, as many.</param>
    /// <returns>-1..1; NaN where either never changes or there are fewer than two.</returns>
    public static double Pearson(ReadOnlySpan<double> truth, ReadOnlySpan<double> stated)
    {
        SameLength(truth, stated);
        (double xy, double xx, double yy) = Moments(truth, Mean(truth), stated, Mean(stated));
        return xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Root of the mean squared error.</summary>
    /// <param name="truth">The true numbers.</param>
    /// <param name="stated">The stated ones, as many.</param>
    /// <returns>0 or more; NaN without items.</returns>
    public static double RootMeanSquaredError(ReadOnlySpan<double> truth, ReadOnlySpan<double> stated)
    {
        SameLength(truth, stated);
        double sum = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            sum += (truth[i] - stated[i]) * (truth[i] - stated[i]);
        }

        return Math.Sqrt(sum / truth.Length);
    }

    /// <summary>
    /// Concordance correlation (Lin, "A concordance correlation coefficient to evaluate reproducibility", Biometrics 1989): as Pearson's, but
    /// a wrong mean or scale costs too.
    /// </summary>
    /// <param name="truth">The true numbers.</param>
    /// <param name="stated">The stated ones, as many.</param>
    /// <returns>-1..1; NaN where neither changes and both are equal.</returns>
    public static double Concordance(ReadOnlySpan<double> truth, ReadOnlySpan<double> stated)
    {
        SameLength(truth, stated);
        double meanX = Mean(truth), meanY = Mean(stated);
        (double xy, double xx, double yy) = Moments(truth, meanX, stated, meanY);
        int n = truth.Length;
        return 2 * (xy / n) / ((xx / n) + (yy / n) + ((meanX - meanY) * (meanX - meanY)));
    }

    /// <summary>Share of true numbers within the stated intervals.</summary>
    /// <param name="truth">The true numbers.</param>
    /// <param name="lowest">Lower ends, as many.</param>
    /// <param name="highest">Upper ends, as many.</param>
    /// <returns>0..1; NaN without items.</returns>
    public static double Coverage(ReadOnlySpan<double> truth, ReadOnlySpan<double> lowest, ReadOnlySpan<double> highest)
    {
        SameLength(truth, lowest);
        SameLength(truth, highest);
        int inside = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            inside += truth[i] >= lowest[i] && truth[i] <= highest[i] ? 1 : 0;
        }

        return (double)inside / truth.Length;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Sums of the products and squares of the differences from the means.</summary>
    private static (double XY, double XX, double YY) Moments(ReadOnlySpan<double> truth, double meanX, ReadOnlySpan<double> stated, double meanY)
    {
        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            double x = truth[i] - meanX, y = stated[i] - meanY;
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }

        return (xy, xx, yy);
    }

    private static void SameLength(ReadOnlySpan<double> truth, ReadOnlySpan<double> stated)
    {
        if (truth.Length != stated.Length)
        {
            throw new ArgumentException($"{truth.Length} true and {stated.Length} stated numbers came; both describe the same items.", nameof(stated));
        }
    }
}
