using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using OpenAI;

namespace Sensorium.Inference;

/// <summary>Asks an endpoint at most twice, within a time limit, and turns every way to fail into one sentence.</summary>
/// <param name="settings">Where it is.</param>
/// <param name="name">What it is called in sentences.</param>
/// <param name="timeProvider">The clock of the limit and the pause.</param>
internal sealed class EndpointCall(EndpointSettings settings, LocalizedText name, TimeProvider timeProvider)
{
    /// <summary>How the client reaches the endpoint; trying again is left to us.</summary>
    /// <returns>The options.</returns>
    public OpenAIClientOptions Options() => new() { Endpoint = settings.Url, NetworkTimeout = settings.MostTime, RetryPolicy = new ClientRetryPolicy(0) };

    /// <summary>The key; servers that want none are given a word.</summary>
    /// <returns>The credential.</returns>
    public ApiKeyCredential Credential() => new(settings.Key ?? "none");

    /// <summary>Asks.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">Asks once and reads the answer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EndpointFailedException">It did not answer twice, or not as it should.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (bool isSecond = false; ; isSecond = true)
        {
            using CancellationTokenSource timeout = new(settings.MostTime, timeProvider);
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                return await ask(stop.Token);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                if (isSecond || !IsWorthAnotherTry(error))
                {
                    // The client has a clock of its own, which may run out a moment before ours.
                    throw Failed(error, timeout.IsCancellationRequested || error is OperationCanceledException || error.InnerException is OperationCanceledException or TimeoutException);
                }
            }

            await Task.Delay(settings.Pause, timeProvider, cancellationToken);
        }
    }

    // A refusal stays one: a wrong key, an unknown model, a request that the server does not understand.
    private static bool IsWorthAnotherTry(Exception error) =>
        error is not ClientResultException { Status: >= 400 and < 500 and not ((int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests) };

    private EndpointFailedException Failed(Exception error, bool isLate)
    {
        (string english, string korean) = isLate
            ? ($"it did not answer within {settings.MostTime.TotalSeconds:0.#} s", $"{settings.MostTime.TotalSeconds:0.#}초 안에 응답 없음")
            : error is ClientResultException { Status: > 0 } refused
                ? ($"it answered with HTTP status {refused.Status}", $"HTTP 상태 {refused.Status}")
                : error is ClientResultException or HttpRequestException or IOException
                    ? ("it cannot be reached", "연결할 수 없음")
                    : ("its answer is not as it should be", "응답 형식이 올바르지 않음");
        return new EndpointFailedException(
            new LocalizedText(
                $"The {name.English} at {settings.Url.GetLeftPart(UriPartial.Authority)} failed: {english}. Check that it runs and that it has the model {settings.Model}.",
                $"{settings.Url.GetLeftPart(UriPartial.Authority)}의 {name.Korean}: {korean}. 실행 중인지, {settings.Model} 모델이 있는지 확인하십시오."),
            error);
    }
}
