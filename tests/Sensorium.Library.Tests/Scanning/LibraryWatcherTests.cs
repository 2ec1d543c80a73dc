namespace Sensorium.Library.Tests;

public sealed class LibraryWatcherTests
{
    [Fact]
    public async Task Watch_AFileComes_LooksAgain()
    {
        using var folder = new TempFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        int looks = 0;
        var watcher = new LibraryWatcher { Calm = TimeSpan.FromMilliseconds(50) };

        await watcher.WatchAsync(
            [folder.Path, folder["missing"]],
            _ =>
            {
                // The first look makes a change, the second ends the watch.
                looks++;
                if (looks == 1)
                {
                    folder.Write("new.wav", [1]);
                }
                else
                {
                    stop.Cancel();
                }

                return Task.CompletedTask;
            },
            stop.Token);

        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task Watch_NothingIsReported_LooksAgainAfterThePeriod()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        int looks = 0;

        await new LibraryWatcher { Period = TimeSpan.FromMilliseconds(20) }.WatchAsync(
            [],
            _ =>
            {
                if (++looks == 3)
                {
                    stop.Cancel();
                }

                return Task.CompletedTask;
            },
            stop.Token);

        Assert.Equal(3, looks);
    }
}
