using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium;

/// <summary>
/// Speaks HTTP with a music service: each request at most twice, all within a time limit, answers of limited size. Every way to fail becomes one
/// sentence.
/// </summary>
/// <param name="settings">Where the service is.</param>
/// <param name="name">What it is called in sentences.</param>
/// <param name="timeProvider">The clock of limits and waits.</param>
internal sealed class MusicService(GeneratorSettings settings, LocalizedText name, TimeProvider timeProvider)
{
    private const int MostHops = 3, MostJsonBytes = 4 << 20, LongestSaying = 200;

    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Does all that a piece needs, within <see cref="GeneratorSettings.MostTime"/>.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="EndpointFailedException">The service was too late, cannot be reached or answered something else.</exception>
    public async Task<T> WithinLimitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(settings.MostTime, timeProvider);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await work(stop.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception error) when (late.IsCancellationRequested)
        {
            string seconds = settings.MostTime.TotalSeconds.ToString("0.#");
            throw Failed($"it was not done within {seconds} s", $"{seconds}초 안에 끝나지 않음", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            throw Failed("it cannot be reached", "연결할 수 없음", error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw Failed("its answer is not as it should be", "응답 형식이 올바르지 않음", error);
        }
    }

    /// <summary>Asks for JSON.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">Path and query below the service's address.</param>
    /// <param name="body">What is sent as JSON; null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="mayBeMissing">Whether null is returned where the service knows no such path.</param>
    /// <returns>The answer.</returns>
    public Task<JsonElement?> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken, bool mayBeMissing = false) => SendAsync(
        () => Request(method, At(path), body),
        async (response, token) =>
        {
            if (mayBeMissing && response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            {
                return (JsonElement?)null;
            }

            RequireSuccess(response);
            return await ReadJsonAsync(response, MostJsonBytes, token);
        },
        cancellationToken);

    /// <summary>Posts JSON and reads what comes, whatever it is.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="uri">Where to.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="read">Reads an answer of success.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was read.</returns>
    public Task<T> PostAsync<T>(Uri uri, object body, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => SendAsync(
        () => Request(HttpMethod.Post, uri, body),
        (response, token) =>
        {
            RequireSuccess(response);
            return read(response, token);
        },
        cancellationToken);

    /// <summary>Fetches a sound and decodes it. It may lie on another host, which is not told the key.</summary>
    /// <param name="address">The address, absolute or below the service's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The sound and its kind.</returns>
    public async Task<(SoundBuffer Sound, string Format)> DownloadAsync(string address, CancellationToken cancellationToken)
    {
        Uri? uri = address.StartsWith('/') ? At(address) : Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute) ? absolute : null;
        for (int hop = 0; hop <= MostHops && uri is { Scheme: "http" or "https" }; hop++)
        {
            Uri here = uri;
            (Uri? next, (SoundBuffer, string) sound) = await SendAsync(
                () => Request(HttpMethod.Get, here, body: null),
                async (response, token) =>
                {
                    if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                    {
                        return (new Uri(here, location), default((SoundBuffer, string)));
                    }

                    RequireSuccess(response);
                    return ((Uri?)null, await ReadSoundAsync(response, token));
                },
                cancellationToken);
            if (next is null)
            {
                return sound;
            }

            uri = next;
        }

        throw Failed("the address of its sound is no web address or leads nowhere", "소리의 주소가 올바르지 않음");
    }

    /// <summary>Reads an answer's body as a sound.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The sound and its kind.</returns>
    public async Task<(SoundBuffer Sound, string Format)> ReadSoundAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string kind = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        if (!kind.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) && kind is not ("application/octet-stream" or "binary/octet-stream" or "video/mp4"))
        {
            throw Failed($"it sent {Line(kind)} instead of a sound", $"소리 대신 {Line(kind)}이(가) 옴");
        }

        string folder = Directory.CreateTempSubdirectory("sensorium-music-").FullName;
        try
        {
            string path = Path.Combine(folder, "sound");
            await using (FileStream file = File.Create(path))
            {
                await CopyAsync(response, file, settings.MostBytes, cancellationToken);
            }

            SoundReader reader = new(timeProvider: timeProvider);
            SoundBuffer sound = await reader.ReadAsync(path, new SoundReadOptions(), cancellationToken);
            bool isPlain = sound.ChannelCount <= 2 && sound.SampleRate >= 8000;
            return (isPlain ? sound : await reader.ReadAsync(path, new SoundReadOptions { SampleRate = 44_100, ChannelCount = 2 }, cancellationToken), kind);
        }
        catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
        {
            throw Failed("its sound is broken or too long", "소리가 깨졌거나 너무 긺", error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads an answer's body as JSON.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="mostBytes">Its largest size.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The JSON.</returns>
    public async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response, long mostBytes, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        await CopyAsync(response, body, mostBytes, cancellationToken);
        return JsonElement.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Waits before asking again whether a piece is done, longer each time.</summary>
    /// <param name="round">How often it was asked before.</param>
    /// <param name="progress">Told that it waits; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WaitAsync(int round, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new WorkProgress(new($"Waiting for {name.English}", $"{name.Korean} 기다리는 중"), 0.7 * (1 - (1.0 / (1 + round)))));
        double seconds = Math.Min(settings.FirstPoll.TotalSeconds * Math.Pow(1.5, Math.Min(round, 50)), settings.MostPoll.TotalSeconds);
        return Task.Delay(TimeSpan.FromSeconds(seconds), timeProvider, cancellationToken);
    }

    /// <summary>The service failed.</summary>
    /// <param name="english">Why, as the end of a sentence.</param>
    /// <param name="korean">Why, as a phrase.</param>
    /// <param name="error">What caused it; null for nothing.</param>
    /// <returns>The exception to throw.</returns>
    public EndpointFailedException Failed(string english, string korean, Exception? error = null)
    {
        string host = $"{settings.Url.Scheme}://{settings.Url.Authority}";
        return new(new($"No music came from {name.English} at {host}: {english}.", $"{host}의 {name.Korean}에서 음악을 받지 못했습니다({korean})."), error);
    }

    /// <summary>Makes what a service said fit to be shown: one short line without control characters.</summary>
    /// <param name="text">What it said.</param>
    /// <returns>The line; empty for nothing.</returns>
    public static string Line(string? text)
    {
        string line = new([.. (text ?? string.Empty).Take(LongestSaying).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)]);
        return line.Trim();
    }

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (bool isLast = false; ; isLast = true)
        {
            TimeSpan pause = settings.Pause;
            try
            {
                using HttpRequestMessage request = make();
                using HttpResponseMessage response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                pause = Asked(response) ?? pause;
                if (isLast || pause > settings.MostPause || !(response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500))
                {
                    return await read(response, cancellationToken);
                }
            }
            catch (Exception error) when (!isLast && !cancellationToken.IsCancellationRequested && error is HttpRequestException or IOException or OperationCanceledException)
            {
                // Once more.
            }

            await Task.Delay(pause, timeProvider, cancellationToken);
        }
    }

    private TimeSpan? Asked(HttpResponseMessage response)
    {
        TimeSpan? asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - timeProvider.GetUtcNow(),
            _ => null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private void RequireSuccess(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            int status = (int)response.StatusCode;
            throw response.StatusCode == HttpStatusCode.PaymentRequired ? NoCredits() : Failed($"it answered with HTTP status {status}", $"HTTP 상태 {status}");
        }
    }

    /// <summary>The service's quota is used up.</summary>
    /// <returns>The exception to throw.</returns>
    public EndpointFailedException NoCredits() => Failed("it has no credits left", "남은 크레딧 없음");

    private async Task CopyAsync(HttpResponseMessage response, Stream target, long mostBytes, CancellationToken cancellationToken)
    {
        long total = response.Content.Headers.ContentLength ?? 0;
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] block = new byte[1 << 16];
        for (long sum = 0; total <= mostBytes; total = Math.Max(total, sum))
        {
            int read = await body.ReadAsync(block, cancellationToken);
            if (read == 0)
            {
                return;
            }

            sum += read;
            if (sum <= mostBytes)
            {
                await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
            }
        }

        throw Failed($"its answer is larger than {mostBytes} bytes", $"응답이 {mostBytes}바이트보다 큼");
    }

    private HttpRequestMessage Request(HttpMethod method, Uri uri, object? body)
    {
        HttpRequestMessage request = new(method, uri);
        if (settings.Key is not null && Uri.Compare(uri, settings.Url, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private Uri At(string path) => new(settings.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
}
