namespace Sensorium.Perception;

/// <summary>Feels one utterance. Safe to use from several threads.</summary>
internal interface IUtteranceModel : IDisposable
{
    /// <summary>Name and version.</summary>
    string Model { get; }

    /// <summary>Whether the model makes use of a speaker's neutral speech.</summary>
    bool TakesNeutral { get; }

    /// <summary>Feels an utterance.</summary>
    /// <param name="samples">Mono at <see cref="VoiceSound.SampleRate"/>.</param>
    /// <param name="statistics">Its <see cref="VoiceStatistics"/>.</param>
    /// <param name="neutral">Those of the speaker's neutral speech; null where there is none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What it says.</returns>
    UtteranceScores Feel(ReadOnlySpan<float> samples, float[] statistics, float[]? neutral, CancellationToken cancellationToken);
}
