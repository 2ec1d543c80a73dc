namespace Sensorium.Cli;

/// <summary>
/// Does the same with many inputs, several at a time, and shows each result in the order of the inputs as soon as it is ready. An input
/// that fails is named and does not stop the others. What is waiting to be shown is bounded, so that memory does not grow with the batch.
/// </summary>
/// <typeparam name="T">What is made of one input.</typeparam>
/// <param name="shell">Where failures are told.</param>
/// <param name="inputs">The inputs as they were given.</param>
/// <param name="workers">How many are worked on at once, at least 1.</param>
internal sealed class Batch<T>(Shell shell, IReadOnlyList<string> inputs, int workers)
{
    // One slow input holds back the results of those after it; so many may wait before the workers pause.
    private const int WaitingEach = 16;

    /// <summary>Told of each failure besides the shell, e.g. to write it into a file; may be null.</summary>
    public Action<string, Failure>? Failed { get; init; }

    /// <summary>Does all inputs.</summary>
    /// <param name="work">Makes something of an input, given with its place among all.</param>
    /// <param name="show">Shows what was made, one at a time and in order.</param>
    /// <param name="cancellationToken">Stops the work; what is shown already stays.</param>
    /// <returns>How many failed, and the exit code: 0 when all were done, 1 when some failed, and when all did for one reason that reason's own.</returns>
    public async Task<BatchEnd> RunAsync(Func<string, int, CancellationToken, Task<T>> work, Action<T, int> show, CancellationToken cancellationToken)
    {
        using SemaphoreSlim turns = new(workers);
        using CancellationTokenSource rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<Task<Outcome>> running = new();
        List<Failure> failures = [];
        int next = 0;
        try
        {
            for (int shown = 0; shown < inputs.Count; shown++)
            {
                while (next < inputs.Count && running.Count < (workers == 1 ? 1 : WaitingEach * workers))
                {
                    running.Enqueue(OneAsync(work, next++, turns, rest.Token, cancellationToken));
                }

                Outcome outcome = await running.Dequeue().ConfigureAwait(false);
                if (outcome.Failure is not { } failure)
                {
                    show(outcome.Result!, shown);
                    continue;
                }

                failures.Add(failure);
                if (failure.Kind == FailureKind.Cancelled)
                {
                    shell.Report(failure);
                    return new(failures.Count, failure.ExitCode);
                }

                Tell(inputs[shown], failure);
            }
        }
        finally
        {
            // Where nothing more can be shown, nobody waits for what was begun: whatever is left here is of no use.
            await rest.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        return new(failures.Count, ExitCodeOf(failures));
    }

    private async Task<Outcome> OneAsync(
        Func<string, int, CancellationToken, Task<T>> work, int index, SemaphoreSlim turns, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            await turns.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                stop.ThrowIfCancellationRequested();
                return new(await Task.Run(() => work(inputs[index], index, stop), stop).ConfigureAwait(false), null);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception exception) when (Failure.Of(exception, cancellationToken) is { Kind: not FailureKind.Internal } failure)
        {
            return new(default, failure);
        }
        catch (Exception exception) when (inputs.Count > 1)
        {
            // A fault of ours on one input is no reason to refuse the rest.
            return new(default, Failure.Of(exception, cancellationToken));
        }
    }

    private void Tell(string input, Failure failure)
    {
        Failed?.Invoke(input, failure);
        shell.Complain(failure, inputs.Count > 1 ? input : null);
        if (shell.IsJson)
        {
            shell.WriteJson(writer => failure.WriteTo(writer, input, shell.Language));
            shell.Flush();
        }
    }

    private int ExitCodeOf(List<Failure> failures) =>
        failures.Count == 0 ? ExitCode.Done
        : failures.Count < inputs.Count ? ExitCode.Failed
        : failures.TrueForAll(failure => failure.ExitCode == failures[0].ExitCode) ? failures[0].ExitCode
        : ExitCode.Failed;

    private readonly record struct Outcome(T? Result, Failure? Failure);
}
