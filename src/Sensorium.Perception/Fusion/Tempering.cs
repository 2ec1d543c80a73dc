namespace Sensorium.Perception;

/// <summary>
/// Temperature scaling (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017): shares raised to
/// 1 / temperature and divided by their sum. Over 1 it flattens, under 1 it sharpens; the order of the emotions stays.
/// </summary>
public static class Tempering
{
    // No source is so sure that it forbids an emotion.
    private const double LeastShare = 1e-4;

    /// <summary>Scales shares.</summary>
    /// <param name="emotions">The shares.</param>
    /// <param name="temperature">Over 0; 1 changes nothing.</param>
    /// <returns>The scaled shares.</returns>
    public static EmotionScores Of(EmotionScores emotions, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (temperature == 1)
        {
            return emotions;
        }

        Span<double> weights = stackalloc double[EmotionScores.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Pow(Math.Max(emotions[(Emotion)i], LeastShare), 1 / temperature);
        }

        return EmotionScores.FromWeights(weights);
    }

    /// <summary>Finds the temperature under which labelled shares are likeliest, by golden-section search over its logarithm.</summary>
    /// <param name="scores">Shares; at least one.</param>
    /// <param name="truth">The true emotion of each.</param>
    /// <returns>A temperature from .2 to 20.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there is nothing to fit.</exception>
    public static double Fit(IReadOnlyList<EmotionScores> scores, IReadOnlyList<Emotion> truth)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(truth);
        if (scores.Count == 0 || scores.Count != truth.Count)
        {
            throw new ArgumentException($"{scores.Count} shares and {truth.Count} labels came; there is one label for each, and at least one.", nameof(truth));
        }

        const double Ratio = 0.6180339887498949;
        double low = Math.Log(0.2), high = Math.Log(20);
        while (high - low > 1e-3)
        {
            double left = high - (Ratio * (high - low)), right = low + (Ratio * (high - low));
            (low, high) = Loss(scores, truth, Math.Exp(left)) < Loss(scores, truth, Math.Exp(right)) ? (low, right) : (left, high);
        }

        return Math.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<EmotionScores> scores, IReadOnlyList<Emotion> truth, double temperature)
    {
        double sum = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            sum -= Math.Log(Math.Max(Of(scores[i], temperature)[truth[i]], 1e-12));
        }

        return sum;
    }
}
