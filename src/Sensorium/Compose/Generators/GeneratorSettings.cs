namespace Sensorium;

/// <summary>Where a music service is and how patiently it is asked. There is none unless the user names one: nothing leaves the machine otherwise.</summary>
public sealed record GeneratorSettings
{
    /// <summary>The environment variable with the service's address.</summary>
    public const string UrlName = "SENSORIUM_MUSIC_URL";

    /// <summary>The environment variable with the kind of service: <c>suno</c>, <c>ace-step</c> or <c>musicgen</c>.</summary>
    public const string KindName = "SENSORIUM_MUSIC_KIND";

    /// <summary>The environment variable with the service's key.</summary>
    public const string KeyName = "SENSORIUM_MUSIC_KEY";

    /// <summary>The environment variable with the name of the service's model.</summary>
    public const string ModelName = "SENSORIUM_MUSIC_MODEL";

    /// <summary>The address, http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>The kind of service at the address; null where the user did not say.</summary>
    public string? Kind { get; init; }

    /// <summary>The key; null for a service that asks for none. It is sent to the address's host only.</summary>
    public string? Key { get; init; }

    /// <summary>The model asked for; null takes the service's own.</summary>
    public string? Model { get; init; }

    /// <summary>Longest time for one piece, with all waiting. Default 10 min.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait before a failed request is sent once more, where the service does not say. Default 2 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait that a service may ask for before a request is sent once more; beyond, the request has failed. Default 60 s.</summary>
    public TimeSpan MostPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait before asking for the first time whether a piece is done; each further wait is half as long again. Default 2 s.</summary>
    public TimeSpan FirstPoll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two such questions. Default 15 s.</summary>
    public TimeSpan MostPoll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest sound in bytes. Default 200 MiB.</summary>
    public long MostBytes { get; init; } = 200L << 20;

    /// <summary>The service that the user configured.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The settings; null where there is none.</returns>
    /// <exception cref="MalformedInputException">The address is none.</exception>
    public static GeneratorSettings? Find(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (Word(variable, UrlName) is not { } given)
        {
            return null;
        }

        return Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https")
            ? new GeneratorSettings { Url = address, Kind = Word(variable, KindName), Key = Word(variable, KeyName), Model = Word(variable, ModelName) }
            : throw new MalformedInputException(new LocalizedText(
                $"{UrlName} is \"{given}\", which is no web address; set it to one such as http://localhost:8001, or unset it.",
                $"{UrlName} 값 \"{given}\"은(는) 웹 주소가 아닙니다. http://localhost:8001 같은 주소를 지정하거나 값을 지우십시오."));
    }

    private static string? Word(Func<string, string?> variable, string name) => variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
