namespace Sensorium.Perception;

/// <summary>
/// Puts together what several sources say of one input. Any number of sources, any of them missing; the order does not matter.
/// </summary>
/// <remarks>
/// <para>
/// Valence and arousal: a product of experts (Hinton, "Training products of experts by minimizing contrastive divergence", Neural
/// Computation 2002) whose densities are normal and raised to the power of their trust (Cao and Fleet, "Generalized product of experts",
/// 2014). The mean is that of the means, weighted by trust / variance; the variance is 1 / the sum of these weights. A product alone grows
/// surer with every source even where they contradict each other, so its standard deviation is multiplied by the Birge ratio
/// sqrt(chi squared / (n - 1)) wherever that is over 1 (Birge, "The calculation of errors by the method of least squares", Physical
/// Review 1932; the same rule is the scale factor of the Particle Data Group's averages). Two sources of equal spread and trust then have
/// half their distance as the standard deviation.
/// </para>
/// <para>
/// Emotions: each source counts by what it says beyond what its training taught it to expect, and one stated target says what is expected before any
/// has spoken (<see cref="EmotionPool"/>, <see cref="FusionParameters"/>). A source that says what it always expects changes nothing. One source alone
/// is moved to the target in the same way, so that its answer does not jump when a second source has nothing to say; its own statement is its part.
/// </para>
/// <para>
/// Warmth and dominance: the mean of the sources that tell them, by their weights. A part's weight is the mean of its shares in the
/// precision of valence, in that of arousal, and in the trust of the pool.
/// </para>
/// <para>
/// Trust is relative to the most trusted source at hand, so that what is missing makes nothing vaguer. Valence trusts words before faces and
/// voices, arousal trusts voices; a scene counts for half of a face, because it sees the same pixels and its eight emotions are derived
/// from its place on the plane. How spoilt a source is, it says itself, by its spread and by shares that are alike.
/// </para>
/// <para>
/// Words that contradict the voice or the face that says them (<see cref="Incongruence.IsIrony"/>) are not averaged away: the spread of the
/// product is half their distance, as ever, and the emotions are a linear pool, in which both stay visible; the product of joy and anger
/// would be something that neither said.
/// </para>
/// </remarks>
public sealed class PerceptFusion
{
    /// <summary>Name and version of the fusion, the model of a fused percept.</summary>
    public const string Model = "fusion@2";

    /// <summary>The source of a fused percept.</summary>
    public const string Source = "fusion";

    // No source is so sure that it silences the others.
    private const double LeastSd = 0.02;

    private static readonly SourceTrust UnknownTrust = new(0.5, 0.5, 0.5);

    private readonly FusionParameters _parameters;
    private readonly EmotionPool _pool;

    /// <summary>Creates a fusion.</summary>
    /// <param name="parameters">Whom it trusts and what it expects; null takes ours. Default null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A trust is not in 0..1, a temperature not over 0, or a prior rules an emotion out.</exception>
    public PerceptFusion(FusionParameters? parameters = null)
    {
        _parameters = parameters ?? FusionParameters.Ours;
        _parameters.Check();
        _pool = new EmotionPool(_parameters);
    }

    /// <summary>Fuses percepts of one input.</summary>
    /// <param name="percepts">At least one.</param>
    /// <returns>
    /// The percept with its <see cref="Percept.Parts"/>, the weightiest first, and with their evidence in that order, before it a sentence
    /// on an <see cref="Incongruence"/> where there is one.
    /// </returns>
    /// <exception cref="ArgumentException">There is no percept.</exception>
    public Percept Fuse(IReadOnlyList<Percept> percepts)
    {
        ArgumentNullException.ThrowIfNull(percepts);
        if (percepts.Count == 0)
        {
            throw new ArgumentException("There is no percept to fuse.", nameof(percepts));
        }

        // Sums of floating-point numbers depend on their order; the result must not.
        Percept[] experts = [.. percepts.Order(PerceptOrder.Instance)];
        double[] valenceTrusts = Relative(experts, trust => trust.Valence);
        double[] arousalTrusts = Relative(experts, trust => trust.Arousal);
        double[] emotionTrusts = Relative(experts, trust => trust.Emotions);
        (Estimate valence, double[] valenceShares) = Multiply([.. experts.Select(expert => expert.Affect.Valence)], valenceTrusts);
        (Estimate arousal, double[] arousalShares) = Multiply([.. experts.Select(expert => expert.Affect.Arousal)], arousalTrusts);
        double trustSum = emotionTrusts.Sum();
        double[] weights = [.. experts.Select((_, i) => (valenceShares[i] + arousalShares[i] + (emotionTrusts[i] / trustSum)) / 3)];
        Incongruence? incongruence = Incongruence.Of(experts);
        PerceptPart[] parts = [.. experts.Select((expert, i) => new PerceptPart(weights[i], expert)).OrderByDescending(part => part.Weight)];
        return new Percept
        {
            Affect = new Affect
            {
                Valence = valence,
                Arousal = arousal,
                Dominance = Mean(parts, affect => affect.Dominance),
                Warmth = Mean(parts, affect => affect.Warmth),
            },
            Emotions = incongruence is { IsIrony: true } ? _pool.Mean(experts, emotionTrusts) : _pool.Product(experts, emotionTrusts),
            Evidence = Evidence(parts, incongruence),
            Source = Source,
            Model = Model,
            Parts = parts,
        };
    }

    private double[] Relative(Percept[] experts, Func<SourceTrust, double> dimension)
    {
        double[] trusts = [.. experts.Select(expert => dimension(_parameters.Trusts.GetValueOrDefault(expert.Source, UnknownTrust)))];
        double most = trusts.Max();
        return [.. trusts.Select(trust => most > 0 ? trust / most : 1)];
    }

    private static (Estimate Product, double[] Shares) Multiply(Estimate[] experts, double[] trusts)
    {
        double[] precisions = [.. experts.Select((expert, i) => trusts[i] / Math.Pow(Math.Max(expert.Sd, LeastSd), 2))];
        double precision = precisions.Sum();
        double mean = 0;
        for (int i = 0; i < experts.Length; i++)
        {
            mean += precisions[i] / precision * experts[i].Mean;
        }

        double chiSquared = 0;
        for (int i = 0; i < experts.Length; i++)
        {
            chiSquared += precisions[i] * Math.Pow(experts[i].Mean - mean, 2);
        }

        int others = trusts.Count(trust => trust > 0) - 1;
        double birge = others > 0 ? Math.Sqrt(chiSquared / others) : 0;
        return (new Estimate(mean, Math.Max(birge, 1) / Math.Sqrt(precision)), [.. precisions.Select(part => part / precision)]);
    }

    private static double? Mean(PerceptPart[] parts, Func<Affect, double?> of)
    {
        double sum = 0, weights = 0;
        foreach (PerceptPart part in parts)
        {
            if (of(part.Percept.Affect) is double value)
            {
                sum += part.Weight * value;
                weights += part.Weight;
            }
        }

        return weights > 0 ? sum / weights : null;
    }

    private static List<LocalizedText> Evidence(PerceptPart[] parts, Incongruence? incongruence)
    {
        List<LocalizedText> evidence = [];
        if (incongruence is not null)
        {
            evidence.Add(incongruence.Sentence);
        }

        // A scene may repeat what its faces say.
        evidence.AddRange(parts.SelectMany(part => part.Percept.Evidence).Distinct());
        return evidence;
    }
}
