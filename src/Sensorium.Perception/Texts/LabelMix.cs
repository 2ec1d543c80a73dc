namespace Sensorium.Perception;

/// <summary>
/// Lets the strongest label of an emotion speak for it: gratitude alone makes joy, whatever the eleven other glad labels say. To each logit the
/// logarithm of its strongest label's probability is added, weighted.
/// </summary>
/// <param name="numbers">The emotion of each label, as <see cref="Emotion"/>, then the weight.</param>
internal sealed class LabelMix(float[] numbers)
{
    /// <summary>How many labels GoEmotions has.</summary>
    public const int Count = 28;

    /// <summary>The logits of the eight.</summary>
    /// <param name="scores">A row's sums: axes, logits of the eight, logits of the labels.</param>
    /// <param name="logits">Receives eight.</param>
    public void Sharpen(ReadOnlySpan<float> scores, Span<float> logits)
    {
        ReadOnlySpan<float> labels = scores.Slice(TextWeights.Axes + EmotionScores.Count, Count);
        Span<float> strongest = stackalloc float[EmotionScores.Count];
        strongest.Fill(float.NegativeInfinity);
        for (int k = 0; k < Count; k++)
        {
            ref float most = ref strongest[(int)numbers[k]];
            most = Math.Max(most, labels[k]);
        }

        for (int k = 0; k < EmotionScores.Count; k++)
        {
            // log of the logistic function, without overflow.
            double log = strongest[k] > 0 ? -Math.Log(1 + Math.Exp(-strongest[k])) : strongest[k] - Math.Log(1 + Math.Exp(strongest[k]));
            logits[k] = scores[TextWeights.Axes + k] + (float)(numbers[Count] * log);
        }
    }
}
