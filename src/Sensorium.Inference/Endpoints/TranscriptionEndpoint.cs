using System.ClientModel;
using OpenAI.Audio;

namespace Sensorium.Inference;

/// <summary>
/// Speech to text by an OpenAI-compatible endpoint (<c>/audio/transcriptions</c>): a whisper.cpp server, faster-whisper or a cloud. It is
/// asked for the times of what is said; a server that refuses to tell them is asked for the words alone.
/// </summary>
public sealed class TranscriptionEndpoint : ITranscriber
{
    private static readonly LocalizedText Name = new("transcription endpoint", "받아쓰기 엔드포인트");

    private readonly EndpointCall _call;
    private readonly AudioClient _client;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="settings">Where the endpoint is.</param>
    /// <param name="timeProvider">The clock of the time limit; null takes the system's.</param>
    public TranscriptionEndpoint(EndpointSettings settings, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Model = settings.Model;
        _call = new EndpointCall(settings, Name, timeProvider ?? TimeProvider.System);
        _client = new AudioClient(settings.Model, _call.Credential(), _call.Options());
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <inheritdoc/>
    public Task<Transcript> TranscribeAsync(ReadOnlyMemory<byte> wav, CancellationToken cancellationToken = default)
    {
        return _call.RunAsync(
            async token =>
            {
                try
                {
                    return await AskAsync(wav, AudioTranscriptionFormat.Verbose, token);
                }
                catch (ClientResultException refused) when (refused.Status is 400 or 415 or 422)
                {
                    return await AskAsync(wav, AudioTranscriptionFormat.Simple, token);
                }
            },
            cancellationToken);
    }

    private async Task<Transcript> AskAsync(ReadOnlyMemory<byte> wav, AudioTranscriptionFormat format, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new(wav.ToArray(), writable: false);
        ClientResult<AudioTranscription> answer = await _client.TranscribeAudioAsync(stream, "sound.wav", new AudioTranscriptionOptions { ResponseFormat = format }, cancellationToken);

        // The client drops what the simple form does not have; some servers tell the language all the same.
        return TranscriptReply.Read(answer.GetRawResponse().Content);
    }
}
