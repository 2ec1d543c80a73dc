using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// How one person's voice sounds and how far it goes from there: the statistics of some of their utterances, in whatever mood, without labels.
/// <see cref="IVoicePerceiver.Learn"/> makes it. Holds no sound.
/// </summary>
public sealed class VoiceProfile
{
    /// <summary>What is not listened to any more: with so many utterances the rest changes nothing.</summary>
    internal const int MostUtterances = 500;

    private readonly float[][] _statistics;

    /// <summary>Makes a profile.</summary>
    /// <param name="statistics">The <see cref="VoiceStatistics"/> of each utterance, at least one.</param>
    internal VoiceProfile(IReadOnlyList<float[]> statistics)
    {
        _statistics = [.. statistics];
        Values = Tensor.Of(_statistics.SelectMany(values => values).ToArray(), _statistics.Length, _statistics[0].Length);
    }

    /// <summary>How many utterances it is made of, 1 to 500.</summary>
    public int Utterances => _statistics.Length;

    /// <summary>The statistics, [utterances x statistics].</summary>
    internal Tensor Values { get; }

    /// <summary>
    /// Where a statistic lies in this voice, as far as its utterances tell: their mean drawn towards the population's, as if as many utterances of the
    /// population's middle had been heard as a speaker's utterances differ more than speakers do (the posterior mean of normal values with a normal prior).
    /// </summary>
    /// <param name="statistic">Place in <see cref="VoiceStatistics.Names"/>.</param>
    /// <param name="usual">The population's middle.</param>
    /// <param name="spread">Standard deviation over all utterances of all speakers.</param>
    /// <param name="within">Standard deviation over the utterances of one speaker, less than <paramref name="spread"/>.</param>
    /// <returns>Between the utterances' mean and the usual.</returns>
    internal double MeanOf(int statistic, double usual, double spread, double within)
    {
        double drawn = within * within / ((spread * spread) - (within * within));
        return (_statistics.Sum(values => (double)values[statistic]) + (drawn * usual)) / (Utterances + drawn);
    }
}
