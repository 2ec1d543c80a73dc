namespace Sensorium.Library;

/// <summary>A program that plays one file and ends.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Arguments">Its arguments for a song, none of which a file name can turn into an option.</param>
/// <param name="RefusesRoot">Whether it does not run for the superuser.</param>
internal sealed record PlayerProgram(string Name, Func<PlaylistEntry, IReadOnlyList<string>> Arguments, bool RefusesRoot = false)
{
    /// <summary>Those that are known, the best first.</summary>
    public static IReadOnlyList<PlayerProgram> All { get; } =
    [
        new("mpv", Mpv),
        new("vlc", Vlc, RefusesRoot: true),
        new("ffplay", FFplay),
    ];

    private static IReadOnlyList<string> Mpv(PlaylistEntry entry) =>
    [
        "--no-config", "--no-video", "--no-terminal",
        .. entry.IsPart ? (ReadOnlySpan<string>)["--start=" + VlcOptions.Seconds(entry.Start)] : [],
        .. entry.End is { } end ? (ReadOnlySpan<string>)["--end=" + VlcOptions.Seconds(end)] : [],
        "--", entry.Location,
    ];

    private static IReadOnlyList<string> Vlc(PlaylistEntry entry) =>
    [
        "--intf=dummy", "--no-video", "--quiet", "--play-and-exit",
        .. entry.IsPart ? (ReadOnlySpan<string>)["--start-time=" + VlcOptions.Seconds(entry.Start)] : [],
        .. entry.End is { } end ? (ReadOnlySpan<string>)["--stop-time=" + VlcOptions.Seconds(end)] : [],
        PlaylistLocation.ToUri(entry.Location), "vlc://quit",
    ];

    private static IReadOnlyList<string> FFplay(PlaylistEntry entry) =>
    [
        "-nodisp", "-autoexit", "-hide_banner", "-loglevel", "error",
        .. entry.IsPart ? (ReadOnlySpan<string>)["-ss", VlcOptions.Seconds(entry.Start)] : [],
        .. entry is { IsPart: true, Length: { } length } ? (ReadOnlySpan<string>)["-t", VlcOptions.Seconds(length)] : [],
        "-i", PlaylistLocation.IsAddress(entry.Location) ? entry.Location : "file:" + entry.Location,
    ];
}
