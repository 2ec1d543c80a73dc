namespace Sensorium.Perception;

/// <summary>Listens to one song as it comes; memory grows by a few bytes a second at most, never with the samples.</summary>
public interface ISongListener : IDisposable
{
    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="ISongPerceiver.SampleRate"/>, any number, finite; full scale is 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default);

    /// <summary>Ends the song. No sample can be pushed afterwards.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard; silence, or a song of less than a second, is heard as such and unsure.</returns>
    SongReading Finish(CancellationToken cancellationToken = default);
}
