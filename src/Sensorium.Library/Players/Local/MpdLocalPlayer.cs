namespace Sensorium.Library;

/// <summary>Plays through an MPD: replaces its queue, waits until the music is over, and stops it when the music is ended.</summary>
/// <param name="address">Where MPD listens.</param>
/// <param name="musicFolder">MPD's music folder as this machine sees it; null where it is not known. Default null.</param>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
public sealed class MpdLocalPlayer(MpdAddress address, string? musicFolder = null, TimeProvider? timeProvider = null) : ILocalPlayer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "mpd";

    /// <inheritdoc/>
    public async Task<Delivery> PlayAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress = null, CancellationToken cancellationToken = default)
    {
        await using MpdClient client = await MpdClient.ConnectAsync(address, timeProvider: _timeProvider, cancellationToken: cancellationToken);
        Delivery delivery = await new MpdPlayer(client, musicFolder).QueueAsync(entries, QueueMode.Replace, plays: true, cancellationToken);
        try
        {
            await FollowAsync(client, delivery, progress, cancellationToken);
            return delivery;
        }
        catch (OperationCanceledException)
        {
            // The connection may have been cut in the middle of an answer.
            await using MpdClient last = await MpdClient.ConnectAsync(address, timeProvider: _timeProvider, cancellationToken: CancellationToken.None);
            await last.SendAsync(new MpdCommand("stop"), CancellationToken.None);
            throw;
        }
    }

    private async Task FollowAsync(MpdClient client, Delivery delivery, IProgress<PlaylistEntry>? progress, CancellationToken cancellationToken)
    {
        int? shown = null;
        while (delivery.Taken.Count > 0)
        {
            MpdStatus status = await client.StatusAsync(cancellationToken);
            if (status.State == MpdState.Stopped)
            {
                return;
            }

            if (status.Position is { } position && position != shown && position < delivery.Taken.Count)
            {
                shown = position;
                progress?.Report(delivery.Taken[position]);
            }

            await Task.Delay(Pause, _timeProvider, cancellationToken);
        }
    }
}
