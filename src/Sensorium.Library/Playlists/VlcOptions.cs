using System.Globalization;

namespace Sensorium.Library;

/// <summary>
/// Where a song begins and ends in its file, as options of VLC: the only form of it that M3U and XSPF have in use. Seconds with a point,
/// to the millisecond.
/// </summary>
internal static class VlcOptions
{
    /// <summary>The extension's name in XSPF, and its namespace.</summary>
    public const string Application = "http://www.videolan.org/vlc/playlist/0";

    /// <summary>The namespace of its elements in XSPF.</summary>
    public const string Namespace = "http://www.videolan.org/vlc/playlist/ns/0/";

    private const string StartTime = "start-time=";
    private const string StopTime = "stop-time=";

    /// <summary>The options for a song; none where it fills its file.</summary>
    public static IEnumerable<string> Of(PlaylistEntry entry)
    {
        if (entry.IsPart)
        {
            yield return StartTime + Seconds(entry.Start);
        }

        if (entry.End is { } end)
        {
            yield return StopTime + Seconds(end);
        }
    }

    /// <summary>What an option says about a song; the song as it was where it says nothing that is known.</summary>
    public static PlaylistEntry Apply(PlaylistEntry entry, string option)
    {
        option = option.Trim();
        if (option.StartsWith(StartTime, StringComparison.Ordinal) && Parse(option[StartTime.Length..]) is { } start)
        {
            return entry with { Start = start, IsPart = start == TimeSpan.Zero };
        }

        return option.StartsWith(StopTime, StringComparison.Ordinal) && Parse(option[StopTime.Length..]) is { } stop && stop > entry.Start
            ? entry with { Length = stop - entry.Start, IsPart = entry.Start == TimeSpan.Zero }
            : entry;
    }

    /// <summary>Seconds with a point, to the millisecond, without needless zeros.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static TimeSpan? Parse(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e7
            ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
            : null;
}
