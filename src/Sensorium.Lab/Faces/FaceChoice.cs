using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>The faces that a protocol asks for, and what is true of them.</summary>
internal sealed class FaceChoice
{
    private readonly int[] _chosen;
    private readonly Emotion[] _truth;
    private readonly double[] _shares;

    /// <summary>Chooses.</summary>
    /// <param name="samples">All faces.</param>
    /// <param name="protocol">The protocol.</param>
    public FaceChoice(IReadOnlyList<FaceSample> samples, FaceProtocol protocol)
    {
        Protocol = protocol;
        Emotion?[] truth = [.. samples.Select(sample => FaceProtocols.Truth(sample, protocol))];
        _chosen = [.. Enumerable.Range(0, samples.Count).Where(i => truth[i] is not null)];
        _truth = [.. _chosen.Select(i => truth[i]!.Value)];
        _shares = new double[_chosen.Length * EmotionScores.Count];
        for (int i = 0; i < _chosen.Length; i++)
        {
            FaceProtocols.Shares(samples[_chosen[i]], protocol, _shares.AsSpan(i * EmotionScores.Count, EmotionScores.Count));
        }
    }

    /// <summary>The protocol.</summary>
    public FaceProtocol Protocol { get; }

    /// <summary>How many faces it asks for.</summary>
    public int Count => _chosen.Length;

    /// <summary>Scores what a model said.</summary>
    /// <param name="probabilities">Of all faces: <c>[faces x 8]</c>.</param>
    /// <returns>The scorer.</returns>
    public FaceScorer Scorer(double[] probabilities)
    {
        double[] said = new double[_shares.Length];
        for (int i = 0; i < _chosen.Length; i++)
        {
            probabilities.AsSpan(_chosen[i] * EmotionScores.Count, EmotionScores.Count).CopyTo(said.AsSpan(i * EmotionScores.Count));
        }

        return new FaceScorer(_truth, _shares, said);
    }

    /// <summary>Scores the trivial model: always the commonest emotion, with the true frequencies as its probabilities.</summary>
    /// <returns>The scorer.</returns>
    public FaceScorer Baseline()
    {
        double[] frequencies = new double[EmotionScores.Count];
        foreach (Emotion emotion in _truth)
        {
            frequencies[(int)emotion] += 1.0 / _truth.Length;
        }

        return new FaceScorer(_truth, _shares, [.. Enumerable.Repeat(frequencies, _truth.Length).SelectMany(row => row)]);
    }

    /// <summary>The mean entropy of the true shares.</summary>
    /// <returns>Nats, 0 or more.</returns>
    public double LeastLoss()
    {
        double sum = 0;
        for (int i = 0; i < _chosen.Length; i++)
        {
            ReadOnlySpan<double> shares = _shares.AsSpan(i * EmotionScores.Count, EmotionScores.Count);
            sum += ProbabilityScores.CrossEntropy(shares, shares);
        }

        return sum / _chosen.Length;
    }
}
