namespace Sensorium.Perception;

/// <summary>
/// How something is said, each quality in standard deviations from the usual: from where the speaker's own voice usually is where that is known, else from the
/// median of the 1,360 clips that the model learnt from.
/// </summary>
/// <param name="Rate">Syllables a second of active speech.</param>
/// <param name="Pitch">Height of the voice.</param>
/// <param name="Range">Width of the melody.</param>
/// <param name="Effort">Brightness of the voice: how loud it is spoken, which the level of a recording does not tell.</param>
/// <param name="Breath">Strength of the first harmonic: how soft and breathy the voice is.</param>
/// <param name="IsRelative">Whether the speaker's own voice is what it is compared with.</param>
internal readonly record struct VoiceManner(double Rate, double Pitch, double Range, double Effort, double Breath, bool IsRelative)
{
    private static readonly Quality[] Qualities =
    [
        new("syllables.active", 4.19, 0.73, 0.67),
        new("Pitch.p50", 22.7, 6.9, 4.5),
        new("Pitch.range", 5.14, 2.40, 2.11),
        new("Brightness.mean", -12.3, 4.5, 3.5),
        new("Softness.p50", 2.41, 5.27, 4.16),
    ];

    /// <summary>
    /// Cold (-1) to warm (1): a low, breathy, unforced voice is warm. tanh of the mean of these three in standard deviations; a rule of ours, not fitted
    /// to anybody's judgement.
    /// </summary>
    public double Warmth => Math.Tanh((Breath - Pitch - Effort) / 3);

    /// <summary>Compares an utterance with the usual.</summary>
    /// <param name="statistics">Its statistics.</param>
    /// <param name="speaker">What is known of the speaker's voice; null for nothing.</param>
    /// <returns>Each quality within ±3.</returns>
    public static VoiceManner Of(float[] statistics, VoiceProfile? speaker)
    {
        Span<double> scores = stackalloc double[Qualities.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            Quality quality = Qualities[i];
            double score = speaker is null
                ? (statistics[quality.Index] - quality.Usual) / quality.Spread
                : (statistics[quality.Index] - speaker.MeanOf(quality.Index, quality.Usual, quality.Spread, quality.Within)) / quality.Within;
            scores[i] = Math.Clamp(score, -3, 3);
        }

        return new VoiceManner(scores[0], scores[1], scores[2], scores[3], scores[4], speaker is not null);
    }

    /// <summary>The mean of several utterances.</summary>
    /// <param name="manners">The utterances, at least one.</param>
    /// <param name="weights">How much each counts; together 1.</param>
    /// <returns>The mean.</returns>
    public static VoiceManner Mean(IReadOnlyList<VoiceManner> manners, IReadOnlyList<double> weights)
    {
        double Sum(Func<VoiceManner, double> quality) => manners.Zip(weights, (manner, weight) => quality(manner) * weight).Sum();
        return new VoiceManner(Sum(m => m.Rate), Sum(m => m.Pitch), Sum(m => m.Range), Sum(m => m.Effort), Sum(m => m.Breath), manners[0].IsRelative);
    }

    // Median and spread over all clips, and the spread within a speaker.
    private sealed class Quality(string name, double usual, double spread, double within)
    {
        public int Index { get; } = VoiceStatistics.IndexOf(name);

        public double Usual => usual;

        public double Spread => spread;

        public double Within => within;
    }
}
