using System.Text.Json;
using OpenAI.Chat;

namespace Sensorium.Inference;

/// <summary>A language model behind an OpenAI-compatible chat endpoint, asked for replies that follow a JSON schema.</summary>
public sealed class ChatEndpoint
{
    private static readonly LocalizedText Name = new("chat endpoint", "대화 엔드포인트");

    private readonly EndpointCall _call;
    private readonly ChatClient _client;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="settings">Where the endpoint is.</param>
    /// <param name="timeProvider">The clock of the time limit; null takes the system's.</param>
    public ChatEndpoint(EndpointSettings settings, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Model = settings.Model;
        _call = new EndpointCall(settings, Name, timeProvider ?? TimeProvider.System);
        _client = new ChatClient(settings.Model, _call.Credential(), _call.Options());
    }

    /// <summary>The model asked for.</summary>
    public string Model { get; }

    /// <summary>Asks, and once more where the answer does not come or cannot be read.</summary>
    /// <typeparam name="T">What the reply is read into.</typeparam>
    /// <param name="task">What the model is to do.</param>
    /// <param name="text">What it is to do it with.</param>
    /// <param name="schemaName">Name of the schema.</param>
    /// <param name="schema">The JSON schema of the reply.</param>
    /// <param name="read">Reads the reply; throws where it does not fit.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="EndpointFailedException">It did not answer, or not as it should.</exception>
    public Task<T> AskAsync<T>(string task, string text, string schemaName, string schema, Func<JsonElement, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ChatCompletionOptions options = new()
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(schemaName, BinaryData.FromString(schema), jsonSchemaIsStrict: true),
            Temperature = 0,
        };
        return _call.RunAsync(
            async token =>
            {
                ChatCompletion reply = await _client.CompleteChatAsync([new SystemChatMessage(task), new UserChatMessage(text)], options, token);
                using JsonDocument json = JsonDocument.Parse(reply.Content[0].Text);
                return read(json.RootElement);
            },
            cancellationToken);
    }
}
