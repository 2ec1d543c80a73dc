namespace Sensorium.Inference;

/// <summary>
/// Where an OpenAI-compatible endpoint is and how it is asked. There is none unless the user names one: nothing leaves the machine otherwise.
/// </summary>
public sealed record EndpointSettings
{
    /// <summary>The environment variable with the address of a chat endpoint.</summary>
    public const string ChatUrl = "SENSORIUM_CHAT_URL";

    /// <summary>The environment variable with the name of the chat endpoint's model.</summary>
    public const string ChatModel = "SENSORIUM_CHAT_MODEL";

    /// <summary>The environment variable with the chat endpoint's key.</summary>
    public const string ChatKey = "SENSORIUM_CHAT_KEY";

    /// <summary>The environment variable with the address of a transcription endpoint.</summary>
    public const string TranscribeUrl = "SENSORIUM_TRANSCRIBE_URL";

    /// <summary>The environment variable with the name of the transcription endpoint's model.</summary>
    public const string TranscribeModel = "SENSORIUM_TRANSCRIBE_MODEL";

    /// <summary>The environment variable with the transcription endpoint's key.</summary>
    public const string TranscribeKey = "SENSORIUM_TRANSCRIBE_KEY";

    private const string UsualModel = "default";
    private const string UsualTranscriber = "whisper-1";

    /// <summary>The address up to and including the version, e.g. <c>http://localhost:11434/v1</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The model asked for; a server with one model ignores it.</summary>
    public required string Model { get; init; }

    /// <summary>The key; null for a server that asks for none.</summary>
    public string? Key { get; init; }

    /// <summary>Longest time for one answer. Default 60 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait before asking a second time. Default half a second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The chat endpoint that the user configured.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The settings; null where there is none.</returns>
    /// <exception cref="MalformedInputException">The address is none.</exception>
    public static EndpointSettings? FindChat(Func<string, string?> variable) => Find(variable, ChatUrl, ChatModel, ChatKey, UsualModel);

    /// <summary>The transcription endpoint that the user configured.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The settings; null where there is none.</returns>
    /// <exception cref="MalformedInputException">The address is none.</exception>
    public static EndpointSettings? FindTranscription(Func<string, string?> variable) => Find(variable, TranscribeUrl, TranscribeModel, TranscribeKey, UsualTranscriber);

    private static EndpointSettings? Find(Func<string, string?> variable, string url, string model, string key, string usual)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? given = variable(url);
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        if (!Uri.TryCreate(given.Trim(), UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new MalformedInputException(new LocalizedText(
                $"{url} is \"{given}\", which is no web address; set it to one such as http://localhost:11434/v1, or unset it.",
                $"{url} 값 \"{given}\"은(는) 웹 주소가 아닙니다. http://localhost:11434/v1 같은 주소를 지정하거나 값을 지우십시오."));
        }

        return new EndpointSettings
        {
            Url = address,
            Model = variable(model) is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : usual,
            Key = variable(key) is { } secret && !string.IsNullOrWhiteSpace(secret) ? secret.Trim() : null,
        };
    }
}
