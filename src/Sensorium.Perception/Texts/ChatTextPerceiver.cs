using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Feels texts with a language model behind a chat endpoint that the user configured. Where it does not answer, the embedded model does,
/// and the last evidence says so; after three failures in a row the endpoint is not asked again.
/// </summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="embedded">The model behind it.</param>
public sealed class ChatTextPerceiver(ChatEndpoint endpoint, ITextPerceiver embedded) : ITextPerceiver
{
    /// <summary>Longest text in characters that is sent; longer ones are felt by the embedded model.</summary>
    public const int MostCharacters = 24_000;

    private const int MostFailures = 3;

    private int _failures;

    /// <inheritdoc/>
    public string Model => $"chat:{endpoint.Model}";

    /// <inheritdoc/>
    public async ValueTask<Percept> PerceiveAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > MostCharacters)
        {
            return await EmbeddedAsync(text, new($"the text has over {MostCharacters:N0} characters and was not sent", $"글이 {MostCharacters:N0}자를 넘어 보내지 않음"), cancellationToken);
        }

        if (Volatile.Read(ref _failures) >= MostFailures)
        {
            return await EmbeddedAsync(text, new($"{Model} failed {MostFailures} times in a row and was not asked again", $"{Model}이(가) {MostFailures}번 이어서 실패해 더 묻지 않음"), cancellationToken);
        }

        try
        {
            Percept percept = await endpoint.AskAsync(ChatReply.Task, text, ChatReply.SchemaName, ChatReply.Schema, reply => ChatReply.Read(reply, text, Model), cancellationToken);
            Volatile.Write(ref _failures, 0);
            return percept;
        }
        catch (EndpointFailedException failure)
        {
            Interlocked.Increment(ref _failures);
            return await EmbeddedAsync(text, new(failure.Text.English.TrimEnd('.'), failure.Text.Korean.TrimEnd('.')), cancellationToken);
        }
    }

    private async ValueTask<Percept> EmbeddedAsync(string text, LocalizedText why, CancellationToken cancellationToken)
    {
        Percept percept = await embedded.PerceiveAsync(text, cancellationToken);
        return percept with { Evidence = [.. percept.Evidence, why] };
    }
}
