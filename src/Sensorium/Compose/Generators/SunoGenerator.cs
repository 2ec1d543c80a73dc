using System.Text.Json;

namespace Sensorium;

/// <summary>
/// A Suno-style REST service that the user runs (docs/generators.md): the quota is looked at first, then a piece is ordered and asked for until it is
/// done. Of the two clips that one order makes, the first that is done is taken.
/// </summary>
/// <param name="settings">Where it is.</param>
/// <param name="timeProvider">The clock; null takes the system's.</param>
public sealed class SunoGenerator(GeneratorSettings settings, TimeProvider? timeProvider = null) : IMusicGenerator
{
    /// <summary>Its <see cref="IMusicGenerator.Id"/>.</summary>
    public const string Key = "suno";

    private const int LongestId = 64, MostClips = 8;
    private static readonly LocalizedText ServiceName = new("the Suno-style service", "Suno 방식 서비스");
    private readonly MusicService _service = new(settings, ServiceName, timeProvider ?? TimeProvider.System);

    /// <inheritdoc/>
    public string Id => Key;

    /// <inheritdoc/>
    public LocalizedText Name => ServiceName;

    /// <inheritdoc/>
    public Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _service.WithinLimitAsync(
            async token =>
            {
                await RequireCreditsAsync(token);
                string ids = string.Join(',', IdsOf(await OrderAsync(request.Prompt, token)));
                for (int round = 0; ; round++)
                {
                    await _service.WaitAsync(round, progress, token);
                    JsonElement clips = (await _service.AskAsync(HttpMethod.Get, $"/api/get?ids={ids}", body: null, token))!.Value;
                    if (clips.EnumerateArray().FirstOrDefault(clip => Text(clip, "status") == "complete" && Text(clip, "audio_url").Length > 0) is { ValueKind: JsonValueKind.Object } done)
                    {
                        (SoundBuffer sound, string format) = await _service.DownloadAsync(Text(done, "audio_url"), token);
                        return new GeneratedMusic { Generator = Id, Sound = sound, Format = format, Said = MusicService.Line(Text(done, "model_name")) };
                    }

                    if (clips.GetArrayLength() > 0 && clips.EnumerateArray().All(clip => Text(clip, "status") == "error"))
                    {
                        throw _service.Failed("it says that it could not make the piece", "곡을 만들지 못했다고 함");
                    }
                }
            },
            cancellationToken);
    }

    private async Task RequireCreditsAsync(CancellationToken cancellationToken)
    {
        JsonElement? limit = await _service.AskAsync(HttpMethod.Get, "/api/get_limit", body: null, cancellationToken, mayBeMissing: true);
        if (limit?.TryGetProperty("credits_left", out JsonElement left) == true && left.GetDouble() <= 0)
        {
            throw _service.NoCredits();
        }
    }

    // The custom form keeps to the style; a service without it is told the sentence.
    private async Task<JsonElement> OrderAsync(MusicPrompt prompt, CancellationToken cancellationToken)
    {
        Dictionary<string, object> order = new()
        {
            ["prompt"] = string.Empty,
            ["tags"] = string.Join(", ", prompt.Tags),
            ["title"] = prompt.Title,
            ["make_instrumental"] = true,
            ["wait_audio"] = false,
        };
        if (settings.Model is { } model)
        {
            order["model"] = model;
        }

        if (await _service.AskAsync(HttpMethod.Post, "/api/custom_generate", order, cancellationToken, mayBeMissing: true) is { } clips)
        {
            return clips;
        }

        order.Remove("tags");
        order.Remove("title");
        order["prompt"] = prompt.Sentence;
        return (await _service.AskAsync(HttpMethod.Post, "/api/generate", order, cancellationToken))!.Value;
    }

    private static List<string> IdsOf(JsonElement clips)
    {
        List<string> ids = [.. clips.EnumerateArray().Take(MostClips).Select(clip => clip.GetProperty("id").GetString() ?? string.Empty)];
        return ids.Count > 0 && ids.TrueForAll(id => id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            ? ids
            : throw new FormatException("No ids.");
    }

    private static string Text(JsonElement clip, string name) =>
        clip.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}
