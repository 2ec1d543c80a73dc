namespace Sensorium.Perception;

/// <summary>
/// Pools the emotions of several sources: p is proportional to target * product of (p_i / prior_i) ^ (trust_i / temperature_i). Each source
/// counts by what it says beyond what it would expect of anything, so that how frequent an emotion was where a source was
/// trained does not count once a source; the target alone says what to expect.
/// </summary>
/// <remarks>
/// A logarithmic opinion pool (Genest and Zidek, "Combining probability distributions", Statistical Science 1986) of sources that are moved
/// to one prior each (Saerens, Latinne and Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities", Neural
/// Computation 2002). With trust 1 throughout it is Bayes' rule for independent sources. Temperatures as Guo, Pleiss, Sun and Weinberger, ICML 2017,
/// here on the ratio, so that a source that says what it always expects stays without effect.
/// </remarks>
/// <param name="parameters">The target, and what each model expects.</param>
internal sealed class EmotionPool(FusionParameters parameters)
{
    // No source is so sure that it forbids an emotion.
    private const double LeastShare = 1e-4;

    /// <summary>The product: what independent sources say together.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="trusts">Their trusts, 0..1.</param>
    /// <returns>The shares; the target where no source says anything.</returns>
    public EmotionScores Product(ReadOnlySpan<Percept> sources, ReadOnlySpan<double> trusts)
    {
        Span<double> logarithms = stackalloc double[EmotionScores.Count];
        for (int k = 0; k < logarithms.Length; k++)
        {
            logarithms[k] = Math.Log(parameters.Target[(Emotion)k]);
        }

        for (int i = 0; i < sources.Length; i++)
        {
            // What knows nothing says nothing.
            if (sources[i].Emotions == default)
            {
                continue;
            }

            SourcePrior expected = parameters.PriorOf(sources[i].Model);
            for (int k = 0; k < logarithms.Length; k++)
            {
                double share = Math.Max(sources[i].Emotions[(Emotion)k], LeastShare);
                logarithms[k] += trusts[i] / expected.Temperature * Math.Log(share / expected.Prior[(Emotion)k]);
            }
        }

        double most = double.NegativeInfinity;
        foreach (double logarithm in logarithms)
        {
            most = Math.Max(most, logarithm);
        }

        foreach (ref double value in logarithms)
        {
            value = Math.Exp(value - most);
        }

        return EmotionScores.FromWeights(logarithms);
    }

    /// <summary>The mean, in which what any source says stays visible.</summary>
    /// <param name="sources">The sources, each moved to the target by itself.</param>
    /// <param name="trusts">Their trusts, 0..1, not all 0.</param>
    /// <returns>The shares.</returns>
    public EmotionScores Mean(ReadOnlySpan<Percept> sources, ReadOnlySpan<double> trusts)
    {
        Span<double> shares = stackalloc double[EmotionScores.Count];
        shares.Clear();
        for (int i = 0; i < sources.Length; i++)
        {
            EmotionScores moved = Product(sources.Slice(i, 1), [1]);
            for (int k = 0; k < shares.Length; k++)
            {
                shares[k] += trusts[i] * moved[(Emotion)k];
            }
        }

        return EmotionScores.FromWeights(shares);
    }
}
