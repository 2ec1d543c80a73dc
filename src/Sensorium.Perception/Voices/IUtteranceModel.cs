namespace Sensorium.Perception;

/// <summary>Feels one utterance. Safe to use from several threads.</summary>
internal interface IUtteranceModel : IDisposable
{
    /// <summary>Name and version.</summary>
    string Model { get; }

    /// <summary>Feels an utterance.</summary>
    /// <param name="samples">Mono at <see cref="VoiceSound.SampleRate"/>.</param>
    /// <param name="statistics">Its <see cref="VoiceStatistics"/>.</param>
    /// <param name="speaker">What is known of the speaker's voice; null where nothing is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What it says.</returns>
    UtteranceScores Feel(ReadOnlySpan<float> samples, float[] statistics, VoiceProfile? speaker, CancellationToken cancellationToken);
}
