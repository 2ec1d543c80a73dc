using System.Text.Json;

namespace Sensorium;

/// <summary>The HTTP API of ACE-Step 1.5's server (docs/generators.md): a task is released, asked for until it is done, and its sound fetched.</summary>
/// <param name="settings">Where it is.</param>
/// <param name="timeProvider">The clock; null takes the system's.</param>
public sealed class AceStepGenerator(GeneratorSettings settings, TimeProvider? timeProvider = null) : IMusicGenerator
{
    /// <summary>Its <see cref="IMusicGenerator.Id"/>.</summary>
    public const string Key = "ace-step";

    private const int Succeeded = 1, GaveUp = 2;
    private const double Shortest = 10, Longest = 600;
    private static readonly LocalizedText ServiceName = new("the ACE-Step server", "ACE-Step 서버");
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
                JsonElement released = await AskAsync("/release_task", Order(request), token);
                string id = released.GetProperty("task_id").GetString() ?? throw new FormatException("No id.");
                for (int round = 0; ; round++)
                {
                    await _service.WaitAsync(round, progress, token);
                    JsonElement task = (await AskAsync("/query_result", new Dictionary<string, object> { ["task_id_list"] = new[] { id } }, token))[0];
                    switch (task.GetProperty("status").GetInt32())
                    {
                        case Succeeded:
                            JsonElement result = JsonElement.Parse(task.GetProperty("result").GetString() ?? throw new FormatException("No result."))[0];
                            (SoundBuffer sound, string format) = await _service.DownloadAsync(result.GetProperty("file").GetString() ?? string.Empty, token);
                            string? model = result.TryGetProperty("dit_model", out JsonElement said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
                            return new GeneratedMusic { Generator = Id, Sound = sound, Format = format, Said = MusicService.Line(model) };
                        case GaveUp:
                            throw _service.Failed("it says that it could not make the piece", "곡을 만들지 못했다고 함");
                        default:
                            break;
                    }
                }
            },
            cancellationToken);
    }

    private Dictionary<string, object> Order(MusicRequest request)
    {
        Dictionary<string, object> order = new()
        {
            ["prompt"] = request.Prompt.Sentence,
            ["lyrics"] = "[Instrumental]",
            ["audio_duration"] = Math.Clamp(request.Length.TotalSeconds, Shortest, Longest),
            ["audio_format"] = "wav",
            ["batch_size"] = 1,
            ["use_random_seed"] = false,
            ["seed"] = request.ShortSeed,
        };
        if (settings.Model is { } model)
        {
            order["model"] = model;
        }

        return order;
    }

    // Every answer is wrapped: what was asked for, a code, and an error that is null where all is well.
    private async Task<JsonElement> AskAsync(string path, Dictionary<string, object> body, CancellationToken cancellationToken)
    {
        JsonElement answer = (await _service.AskAsync(HttpMethod.Post, path, body, cancellationToken))!.Value;
        return answer.GetProperty("code").GetInt32() == 200
            ? answer.GetProperty("data")
            : throw _service.Failed("it refused the request", "요청을 거절함");
    }
}
