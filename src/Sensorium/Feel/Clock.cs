namespace Sensorium;

/// <summary>Times within a sound or a video, in one form wherever they are told.</summary>
public static class Clock
{
    /// <summary>A time in minutes, seconds and tenths.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <returns>E.g. <c>1:05.2</c>, <c>0:00.1</c>, and <c>1:02:05.0</c> from an hour on.</returns>
    public static string Of(TimeSpan time)
    {
        TimeSpan rounded = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds, 1));
        string hours = rounded.TotalHours >= 1 ? $"{(int)rounded.TotalHours}:{rounded.Minutes:00}" : $"{rounded.Minutes}";
        return $"{hours}:{rounded.Seconds:00}.{rounded.Milliseconds / 100}";
    }
}
