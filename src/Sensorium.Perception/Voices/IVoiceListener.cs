namespace Sensorium.Perception;

/// <summary>Listens to one sound as it comes; memory stays flat in its length but for the segments themselves.</summary>
public interface IVoiceListener : IDisposable
{
    /// <summary>The stretches that have ended so far, in order of time; after <see cref="Finish"/> all of them.</summary>
    IReadOnlyList<VoiceSegment> Heard { get; }

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="IVoicePerceiver.SampleRate"/>, any number, finite; full scale is 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default);

    /// <summary>Ends the sound. No sample can be pushed afterwards.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    VoiceReading Finish(CancellationToken cancellationToken = default);
}
