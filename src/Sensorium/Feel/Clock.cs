namespace Sensorium;

/// <summary>Times within a sound or a video as people read them.</summary>
public static class Clock
{
    /// <summary>A time in whole seconds.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <returns>E.g. <c>1:05</c>; <c>0.8 s</c> under a second and <c>1:02:05</c> from an hour on.</returns>
    public static string Of(TimeSpan time) =>
        time > TimeSpan.Zero && time < TimeSpan.FromSeconds(1) ? $"{time.TotalSeconds:0.0#} s" : Whole(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)));

    /// <summary>A time in tenths of a second.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <returns>E.g. <c>1:05.2</c>.</returns>
    public static string InTenths(TimeSpan time)
    {
        TimeSpan rounded = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds, 1));
        return $"{Whole(rounded)}.{rounded.Milliseconds / 100}";
    }

    private static string Whole(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";
}
