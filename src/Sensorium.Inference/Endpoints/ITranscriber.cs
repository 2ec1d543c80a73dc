namespace Sensorium.Inference;

/// <summary>Turns speech into text.</summary>
public interface ITranscriber
{
    /// <summary>The model that does it, as it calls itself.</summary>
    string Model { get; }

    /// <summary>Turns speech into text.</summary>
    /// <param name="wav">A WAV file: 16-bit PCM, mono.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The text; empty where nobody speaks.</returns>
    /// <exception cref="EndpointFailedException">It did not answer, or not as it should.</exception>
    Task<Transcript> TranscribeAsync(ReadOnlyMemory<byte> wav, CancellationToken cancellationToken = default);
}
