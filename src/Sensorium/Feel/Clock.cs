namespace Sensorium;

/// <summary>Times within a sound or a video as people read them.</summary>
public static class Clock
{
    /// <summary>A time.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <returns>E.g. <c>1:05</c>; <c>0.8 s</c> under a second and <c>1:02:05</c> from an hour on.</returns>
    public static string Of(TimeSpan time)
    {
        if (time > TimeSpan.Zero && time < TimeSpan.FromSeconds(1))
        {
            return $"{time.TotalSeconds:0.0#} s";
        }

        TimeSpan whole = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
        return whole.TotalHours >= 1 ? $"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}" : $"{whole.Minutes}:{whole.Seconds:00}";
    }
}
