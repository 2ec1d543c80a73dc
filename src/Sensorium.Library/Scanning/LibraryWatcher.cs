using System.Threading.Channels;

namespace Sensorium.Library;

/// <summary>
/// Tells when folders have changed: at once where the system reports it, and in any case from time to time, since network drives and full queues
/// report nothing. Changes in quick succession count as one.
/// </summary>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
public sealed class LibraryWatcher(TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Calm that has to follow a change, so that a file being copied is whole. Default 2 s.</summary>
    public TimeSpan Calm { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time between two looks. Default 15 min.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Does something at once, and again whenever the folders have changed.</summary>
    /// <param name="folders">The folders, absolute; those that are missing are passed over.</param>
    /// <param name="changed">What to do.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>When it was ended.</returns>
    public async Task WatchAsync(IReadOnlyList<string> folders, Func<CancellationToken, Task> changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(changed);
        var signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        List<FileSystemWatcher> watchers = [];
        try
        {
            foreach (string folder in folders.Where(Directory.Exists))
            {
                watchers.Add(Watch(folder, () => signals.Writer.TryWrite(true)));
            }

            while (!cancellationToken.IsCancellationRequested)
            {
                await changed(cancellationToken);
                await WaitAsync(signals.Reader, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how a watch ends.
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    private static FileSystemWatcher Watch(string folder, Action signal)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => signal();
        watcher.Created += (_, _) => signal();
        watcher.Deleted += (_, _) => signal();
        watcher.Renamed += (_, _) => signal();

        // What was lost in a full queue was a change.
        watcher.Error += (_, _) => signal();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private async Task WaitAsync(ChannelReader<bool> signals, CancellationToken cancellationToken)
    {
        if (!await ComesAsync(signals, Period, cancellationToken))
        {
            return;
        }

        while (await ComesAsync(signals, Calm, cancellationToken))
        {
        }
    }

    private async Task<bool> ComesAsync(ChannelReader<bool> signals, TimeSpan within, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(within, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await signals.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
