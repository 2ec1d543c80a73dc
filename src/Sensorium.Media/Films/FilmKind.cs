namespace Sensorium.Media;

/// <summary>Finds the demuxer for a container that may hold moving pictures by its first bytes. Playlists and everything unknown have none.</summary>
internal static class FilmKind
{
    private static readonly string[] Containers = ["mov", "matroska", "ogg", "asf", "avi", "flv", "mpeg", "mpegts"];

    /// <summary>ffmpeg's name of the demuxer.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns>The name; null where the file is no known container.</returns>
    public static string? Demuxer(ReadOnlySpan<byte> start) => SoundKind.Demuxer(start) is { } demuxer && Containers.Contains(demuxer) ? demuxer : null;
}
