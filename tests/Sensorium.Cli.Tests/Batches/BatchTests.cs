namespace Sensorium.Cli.Tests;

public sealed class BatchTests
{
    private static readonly string[] Inputs = [.. Enumerable.Range(0, 200).Select(number => $"{number}")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task RunAsync_UnevenWork_ShowsInOrderAndKeepsToTheWorkers(int workers)
    {
        using StringWriter output = new(), error = new();
        int running = 0, most = 0;
        List<int> shown = [];

        BatchEnd end = await new Batch<int>(ShellOf(output, error), Inputs, workers).RunAsync(
            async (input, index, token) =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                if (index % 7 == 0)
                {
                    await Task.Delay(2, token);
                }

                Interlocked.Decrement(ref running);
                return index;
            },
            (result, index) =>
            {
                Assert.Equal(index, result);
                shown.Add(result);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(new BatchEnd(0, ExitCode.Done), end);
        Assert.Equal(Enumerable.Range(0, Inputs.Length), shown);
        Assert.InRange(most, 1, workers);
    }

    [Fact]
    public async Task RunAsync_OneSlowInput_LetsFewWaitBehindIt()
    {
        using StringWriter output = new(), error = new();
        TaskCompletionSource slow = new();
        int begun = 0;

        Task<BatchEnd> batch = new Batch<int>(ShellOf(output, error), Inputs, 2).RunAsync(
            async (input, index, token) =>
            {
                Interlocked.Increment(ref begun);
                if (index == 0)
                {
                    await slow.Task;
                }

                return index;
            },
            (_, _) => { },
            TestContext.Current.CancellationToken);
        while (Volatile.Read(ref begun) < 32)
        {
            await Task.Yield();
        }

        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(32, begun);
        slow.SetResult();
        Assert.Equal(0, (await batch).Failed);
        Assert.Equal(Inputs.Length, begun);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    [InlineData(200, 2)]
    public async Task RunAsync_SomeFail_AreNamedAndCounted(int failing, int exitCode)
    {
        using StringWriter output = new(), error = new();
        List<string> failed = [];

        BatchEnd end = await new Batch<int>(ShellOf(output, error), Inputs, 2) { Failed = (input, _) => failed.Add(input) }.RunAsync(
            (_, index, _) => index < failing ? throw new MalformedInputException(new("broken", "깨짐")) : Task.FromResult(index),
            (_, _) => { },
            TestContext.Current.CancellationToken);

        Assert.Equal(new BatchEnd(failing, exitCode), end);
        Assert.Equal(Inputs.Take(failing), failed);
        Assert.Equal(failing, error.ToString().Split("broken").Length - 1);
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsWithItsOwnCode()
    {
        using StringWriter output = new(), error = new();
        using CancellationTokenSource source = new();

        BatchEnd end = await new Batch<int>(ShellOf(output, error), Inputs, 2).RunAsync(
            (_, index, _) => Task.FromResult(index),
            (_, index) =>
            {
                if (index == 5)
                {
                    source.Cancel();
                }
            },
            source.Token);

        Assert.Equal(ExitCode.Cancelled, end.ExitCode);
        Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task RunAsync_OutputClosed_StopsTheRest()
    {
        using StringWriter output = new(), error = new();
        int begun = 0;

        await Assert.ThrowsAsync<OutputClosedException>(() => new Batch<int>(ShellOf(output, error), Inputs, 2).RunAsync(
            async (_, index, token) =>
            {
                Interlocked.Increment(ref begun);
                await Task.Delay(index < 3 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, token);
                return index;
            },
            (_, index) =>
            {
                if (index == 2)
                {
                    throw new OutputClosedException();
                }
            },
            TestContext.Current.CancellationToken));

        Assert.InRange(begun, 3, 5);
        Assert.Equal(string.Empty, error.ToString());
    }

    private static Shell ShellOf(TextWriter output, TextWriter error) =>
        new(new Terminal(output, error, false, false, _ => null), new GlobalSettings(Json: false, Quiet: false, Plain: false, Language.English));

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
