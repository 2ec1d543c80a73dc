using System.Text.Json;

namespace Sensorium;

/// <summary>
/// A MusicGen server that takes a POST with <c>inputs</c> and <c>parameters</c>, as the handlers of Hugging Face's inference endpoints do
/// (docs/generators.md), and answers with a sound file or with the samples as JSON. MusicGen itself makes at most 30 s.
/// </summary>
/// <param name="settings">The endpoint's full address.</param>
/// <param name="timeProvider">The clock; null takes the system's.</param>
public sealed class MusicGenGenerator(GeneratorSettings settings, TimeProvider? timeProvider = null) : IMusicGenerator
{
    /// <summary>Its <see cref="IMusicGenerator.Id"/>.</summary>
    public const string Key = "musicgen";

    private const int SampleRate = 32_000, TokensPerSecond = 50, MostSeconds = 30, MostChannels = 2;
    private static readonly string[] SoundNames = ["generated_audio", "audio"], RateNames = ["sampling_rate", "sample_rate", "sr"];
    private static readonly LocalizedText ServiceName = new("the MusicGen server", "MusicGen 서버");
    private readonly MusicService _service = new(settings, ServiceName, timeProvider ?? TimeProvider.System);

    /// <inheritdoc/>
    public string Id => Key;

    /// <inheritdoc/>
    public LocalizedText Name => ServiceName;

    /// <inheritdoc/>
    public Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        progress?.Report(new WorkProgress(new($"Waiting for {ServiceName.English}", $"{ServiceName.Korean} 기다리는 중"), 0.1));
        Dictionary<string, object> order = new()
        {
            ["inputs"] = request.Prompt.Sentence,
            ["parameters"] = new Dictionary<string, object>
            {
                ["do_sample"] = true,
                ["guidance_scale"] = 3,
                ["max_new_tokens"] = (int)Math.Ceiling(Math.Min(request.Length.TotalSeconds, MostSeconds) * TokensPerSecond),
            },
        };
        return _service.WithinLimitAsync(token => _service.PostAsync(settings.Url, order, ReadAsync, token), cancellationToken);
    }

    private async Task<GeneratedMusic> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        bool isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        (SoundBuffer sound, string format) = isJson
            ? (SoundOf(await _service.ReadJsonAsync(response, settings.MostBytes, cancellationToken)), "application/json")
            : await _service.ReadSoundAsync(response, cancellationToken);
        return new GeneratedMusic { Generator = Id, Sound = sound, Format = format };
    }

    // [{"generated_audio": [[sample, …], …]}]: a list of samples for each channel.
    private static SoundBuffer SoundOf(JsonElement answer)
    {
        JsonElement piece = answer.ValueKind == JsonValueKind.Array ? answer[0] : answer;
        JsonElement channels = SoundNames.Where(name => piece.TryGetProperty(name, out _)).Select(piece.GetProperty).First();
        int rate = RateNames.Where(name => piece.TryGetProperty(name, out _)).Select(name => piece.GetProperty(name).GetInt32()).FirstOrDefault(SampleRate);
        List<JsonElement> lists = channels[0].ValueKind == JsonValueKind.Array ? [.. channels.EnumerateArray()] : [channels];
        int length = lists[0].GetArrayLength();
        if (lists.Count > MostChannels || rate is < 8000 or > 96_000 || lists.Exists(list => list.GetArrayLength() != length))
        {
            throw new FormatException("No sound.");
        }

        SoundBuffer sound = new(rate, lists.Count, length);
        for (int c = 0; c < lists.Count; c++)
        {
            int i = 0;
            foreach (JsonElement sample in lists[c].EnumerateArray())
            {
                sound.Channel(c)[i++] = Math.Clamp(sample.GetSingle(), -4, 4);
            }
        }

        return sound;
    }
}
