namespace Sensorium.Lab.Evaluation;

/// <summary>How good one distribution over classes is, against a true distribution (votes) or one true class.</summary>
public static class ProbabilityScores
{
    /// <summary>Probabilities under this count as this, so that a certain mistake costs much (about 16) but not everything.</summary>
    public const double LeastProbability = 1e-7;

    /// <summary>Cross-entropy in nats: -sum of truth x ln(probability).</summary>
    /// <param name="truth">The true shares, sum 1.</param>
    /// <param name="probabilities">The stated probabilities, sum 1.</param>
    /// <returns>At least the entropy of the truth; 0 at best where one class has everything.</returns>
    public static double CrossEntropy(ReadOnlySpan<double> truth, ReadOnlySpan<double> probabilities)
    {
        SameLength(truth, probabilities);
        double sum = 0;
        for (int k = 0; k < truth.Length; k++)
        {
            sum -= truth[k] == 0 ? 0 : truth[k] * Math.Log(Math.Max(probabilities[k], LeastProbability));
        }

        return sum;
    }

    /// <summary>Squared distance of the two distributions, summed over the classes (Brier, Monthly Weather Review 1950).</summary>
    /// <param name="truth">The true shares, sum 1.</param>
    /// <param name="probabilities">The stated probabilities, sum 1.</param>
    /// <returns>0 (equal) to 2.</returns>
    public static double Brier(ReadOnlySpan<double> truth, ReadOnlySpan<double> probabilities)
    {
        SameLength(truth, probabilities);
        double sum = 0;
        for (int k = 0; k < truth.Length; k++)
        {
            double distance = probabilities[k] - truth[k];
            sum += distance * distance;
        }

        return sum;
    }

    private static void SameLength(ReadOnlySpan<double> truth, ReadOnlySpan<double> probabilities)
    {
        if (truth.Length != probabilities.Length)
        {
            throw new ArgumentException($"{truth.Length} true shares and {probabilities.Length} probabilities came; both are over the same classes.", nameof(probabilities));
        }
    }
}
