namespace Sensorium.Media.Tests;

/// <summary>A clock on which every time is up at once.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : Fire(callback, state), Timeout.InfiniteTimeSpan);

    private static TimeSpan Fire(TimerCallback callback, object? state)
    {
        callback(state);
        return Timeout.InfiniteTimeSpan;
    }
}
