namespace Sensorium.Perception;

/// <summary>Puts what several faces express together.</summary>
internal static class FaceGroup
{
    /// <summary>
    /// The group as a mixture of its faces: shares and place are their weighted means, and the spread is that of one face taken out by
    /// its weight, so that faces that disagree make it wide and faces that agree do not make it surer than each of them.
    /// </summary>
    /// <param name="faces">The faces that were read, at least one.</param>
    /// <param name="weights">How much each counts: any positive numbers.</param>
    /// <param name="found">How many were found.</param>
    /// <returns>The group; for one face, that face's own percept.</returns>
    public static Percept Of(IReadOnlyList<FacePercept> faces, IReadOnlyList<double> weights, int found)
    {
        if (faces.Count == 1)
        {
            return faces[0].Percept;
        }

        double total = weights.Sum();
        PerceptPart[] parts = [.. faces.Select((face, i) => new PerceptPart(weights[i] / total, face.Percept))];
        Span<double> shares = stackalloc double[EmotionScores.Count];
        shares.Clear();
        Span<double> own = stackalloc double[EmotionScores.Count];
        foreach (PerceptPart part in parts)
        {
            part.Percept.Emotions.CopyTo(own);
            for (int i = 0; i < own.Length; i++)
            {
                shares[i] += part.Weight * own[i];
            }
        }

        EmotionScores emotions = EmotionScores.FromWeights(shares);
        return new Percept
        {
            Affect = new Affect
            {
                Valence = Mix(parts, part => part.Percept.Affect.Valence),
                Arousal = Mix(parts, part => part.Percept.Affect.Arousal),
            },
            Emotions = emotions,
            Evidence = FaceWords.OfGroup(faces, emotions, found),
            Source = faces[0].Percept.Source,
            Model = faces[0].Percept.Model,
            Parts = parts,
        };
    }

    private static Estimate Mix(PerceptPart[] parts, Func<PerceptPart, Estimate> axis)
    {
        double mean = parts.Sum(part => part.Weight * axis(part).Mean);
        double variance = parts.Sum(part => part.Weight * (Square(axis(part).Sd) + Square(axis(part).Mean - mean)));
        return new Estimate(mean, Math.Sqrt(variance));
    }

    private static double Square(double value) => value * value;
}
