using System.Runtime.CompilerServices;

namespace Sensorium;

/// <summary>
/// How likely each of the eight emotions is: every share in [0, 1], all of them together 1. <c>default</c> is "nothing is known":
/// it reads as an eighth for each.
/// </summary>
public readonly record struct EmotionScores
{
    /// <summary>How many emotions there are.</summary>
    public const int Count = 8;

    // Stored as the difference from an eighth, so that default is the uniform distribution.
    private readonly Shares _excess;

    private EmotionScores(Shares excess) => _excess = excess;

    /// <summary>The strongest emotion; the first of <see cref="Emotion"/> where several are equal.</summary>
    public Emotion Core
    {
        get
        {
            int best = 0;
            for (int i = 1; i < Count; i++)
            {
                best = _excess[i] > _excess[best] ? i : best;
            }

            return (Emotion)best;
        }
    }

    /// <summary>How far the core emotion stands out, in [0, 1]: 0 where all are equal, 1 where nothing else is possible.</summary>
    public double Intensity => Math.Clamp(_excess[(int)Core] / (1 - (1.0 / Count)), 0, 1);

    /// <summary>The share of one emotion, in [0, 1].</summary>
    /// <param name="emotion">The emotion.</param>
    public double this[Emotion emotion] => Math.Clamp(_excess[(int)emotion] + (1.0 / Count), 0, 1);

    /// <summary>Scores from weights in the order of <see cref="Emotion"/>; they are divided by their sum.</summary>
    /// <param name="weights">Eight numbers, finite and not negative, not all 0.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentException">There are not eight, one is negative or not finite, or all are 0.</exception>
    public static EmotionScores FromWeights(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new ArgumentException($"Weights are finite and not negative, but {weight} came.", nameof(weights));
            }

            sum += weight;
        }

        if (weights.Length != Count || sum <= 0 || !double.IsFinite(sum))
        {
            throw new ArgumentException($"Eight weights with a sum over 0 are needed, but {weights.Length} with the sum {sum} came.", nameof(weights));
        }

        Shares excess = default;
        for (int i = 0; i < Count; i++)
        {
            excess[i] = (weights[i] / sum) - (1.0 / Count);
        }

        return new EmotionScores(excess);
    }

    /// <summary>Scores from logits in the order of <see cref="Emotion"/> by softmax.</summary>
    /// <param name="logits">Eight finite numbers.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentException">There are not eight, or one is not finite.</exception>
    public static EmotionScores FromLogits(ReadOnlySpan<float> logits)
    {
        if (logits.Length != Count)
        {
            throw new ArgumentException($"Eight logits are needed, but {logits.Length} came.", nameof(logits));
        }

        float most = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            most = Math.Max(most, logit);
        }

        Span<double> weights = stackalloc double[Count];
        for (int i = 0; i < Count; i++)
        {
            weights[i] = Math.Exp((double)logits[i] - most);
        }

        return FromWeights(weights);
    }

    /// <summary>The shares in the order of <see cref="Emotion"/>.</summary>
    /// <param name="shares">Eight places that receive them.</param>
    public void CopyTo(Span<double> shares)
    {
        for (int i = 0; i < Count; i++)
        {
            shares[i] = this[(Emotion)i];
        }
    }

    /// <inheritdoc/>
    public bool Equals(EmotionScores other) => ((ReadOnlySpan<double>)_excess).SequenceEqual(other._excess);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double value in (ReadOnlySpan<double>)_excess)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    [InlineArray(Count)]
    private struct Shares
    {
        private double _first;
    }
}
