namespace Sensorium.Perception;

/// <summary>
/// How a source's shares are made as sure as they are right: vector scaling (Guo, Pleiss, Sun and Weinberger, ICML 2017): the logarithm of
/// each share over one temperature, plus one weight for each emotion, which takes out how frequent the emotions were where the source
/// was trained.
/// </summary>
public sealed class SourceCalibration
{
    // How far the weights are drawn to 0: as if so many more items had been right as stated.
    private const double Shrinkage = 8;
    private const int Steps = 300;
    private const double LeastShare = 1e-4;

    private readonly double _slope;
    private readonly double[] _weights;

    private SourceCalibration(double slope, double[] weights)
    {
        _slope = slope;
        _weights = weights;
    }

    /// <summary>Changes nothing.</summary>
    public static SourceCalibration None { get; } = new(1, new double[EmotionScores.Count]);

    /// <summary>The temperature: over 1 flattens.</summary>
    public double Temperature => 1 / _slope;

    /// <summary>The weights, in the order of <see cref="Emotion"/>.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Calibrates shares.</summary>
    /// <param name="emotions">The shares as the source states them.</param>
    /// <returns>The shares as they should be.</returns>
    public EmotionScores Apply(EmotionScores emotions)
    {
        Span<double> shares = stackalloc double[EmotionScores.Count];
        Softmax(Logarithms(emotions), shares);
        return EmotionScores.FromWeights(shares);
    }

    /// <summary>Fits temperature and weights by the likelihood of labelled shares, by gradient descent from no change.</summary>
    /// <param name="scores">Shares; at least one.</param>
    /// <param name="truth">The true emotion of each.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there is nothing to fit.</exception>
    public static SourceCalibration Fit(IReadOnlyList<EmotionScores> scores, IReadOnlyList<Emotion> truth)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(truth);
        SourceCalibration fitted = new(1 / Tempering.Fit(scores, truth), new double[EmotionScores.Count]);
        double[][] logarithms = [.. scores.Select(Logarithms)];
        double slope = fitted._slope;
        double[] weights = fitted._weights;
        Span<double> shares = stackalloc double[EmotionScores.Count];
        Span<double> gradient = stackalloc double[EmotionScores.Count];
        for (int step = 0; step < Steps; step++)
        {
            double steepness = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                gradient[k] = weights[k] * Shrinkage;
            }

            SourceCalibration now = new(slope, weights);
            for (int i = 0; i < logarithms.Length; i++)
            {
                now.Softmax(logarithms[i], shares);
                for (int k = 0; k < weights.Length; k++)
                {
                    double error = shares[k] - ((int)truth[i] == k ? 1 : 0);
                    gradient[k] += error;
                    steepness += error * logarithms[i][k];
                }
            }

            const double Rate = 1.5, SlopeRate = 0.05;
            slope = Math.Clamp(slope - (SlopeRate * steepness / logarithms.Length), 0.05, 5);
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] -= Rate * gradient[k] / (logarithms.Length + Shrinkage);
            }
        }

        return new SourceCalibration(slope, weights);
    }

    private static double[] Logarithms(EmotionScores emotions) => [.. Enumerable.Range(0, EmotionScores.Count).Select(k => Math.Log(Math.Max(emotions[(Emotion)k], LeastShare)))];

    private void Softmax(double[] logarithms, Span<double> shares)
    {
        double most = double.NegativeInfinity, sum = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            shares[k] = (_slope * logarithms[k]) + _weights[k];
            most = Math.Max(most, shares[k]);
        }

        foreach (ref double share in shares)
        {
            share = Math.Exp(share - most);
            sum += share;
        }

        foreach (ref double share in shares)
        {
            share /= sum;
        }
    }
}
