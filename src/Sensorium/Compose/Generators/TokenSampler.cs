namespace Sensorium;

/// <summary>Draws tokens: among the most likely ones, each as often as the model says.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="most">How many of the most likely tokens can be drawn, at least 1.</param>
internal sealed class TokenSampler(Pcg32 random, int most)
{
    /// <summary>Draws one token.</summary>
    /// <param name="scores">A score for each token (logits).</param>
    /// <returns>The token.</returns>
    public int Draw(ReadOnlySpan<float> scores)
    {
        int[] order = new int[scores.Length];
        float[] falling = new float[scores.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            falling[i] = -scores[i];
        }

        Array.Sort(falling, order);
        int count = Math.Min(most, order.Length);
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += Math.Exp(falling[0] - falling[i]);
        }

        double left = random.NextDouble() * sum;
        for (int i = 0; i < count - 1; i++)
        {
            left -= Math.Exp(falling[0] - falling[i]);
            if (left < 0)
            {
                return order[i];
            }
        }

        return order[count - 1];
    }
}
