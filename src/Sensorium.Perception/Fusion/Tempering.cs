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
}
