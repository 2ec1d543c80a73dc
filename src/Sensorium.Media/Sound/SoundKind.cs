namespace Sensorium.Media;

/// <summary>Finds the demuxer for a sound file by its first bytes. Playlists and everything unknown have none.</summary>
internal static class SoundKind
{
    /// <summary>ffmpeg's name of the demuxer.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns>The name; null where the file is no known sound.</returns>
    public static string? Demuxer(ReadOnlySpan<byte> start) => Sound(start) ?? Film(start);

    private static string? Sound(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "wav",
        [(byte)'R', (byte)'F', (byte)'6', (byte)'4', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "wav",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "flac",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "ogg",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "mp3",
        [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', ..] => "aiff",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "mov",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "matroska",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "caf",
        [(byte)'.', (byte)'s', (byte)'n', (byte)'d', ..] => "au",
        [(byte)'r', (byte)'i', (byte)'f', (byte)'f', ..] => "w64",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "amr",
        [(byte)'w', (byte)'v', (byte)'p', (byte)'k', ..] => "wv",
        [(byte)'M', (byte)'A', (byte)'C', (byte)' ', ..] => "ape",

        // Both kinds of Dolby Digital begin alike; the fifth byte tells the version.
        [0x0B, 0x77, _, _, _, var version, ..] => version >> 3 <= 10 ? "ac3" : "eac3",
        [0x30, 0x26, 0xB2, 0x75, ..] => "asf",

        // The sync words of AAC in ADTS and of MPEG audio differ in the layer bits.
        [0xFF, var second, ..] when (second & 0xF6) == 0xF0 => "aac",
        [0xFF, var second, ..] when (second & 0xE0) == 0xE0 && (second & 0x06) != 0 => "mp3",
        _ => null,
    };

    // Containers that hold pictures too. A transport stream has its sync byte every 188 bytes, on Blu-ray with 4 more before it.
    private static string? Film(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => "avi",
        [(byte)'F', (byte)'L', (byte)'V', ..] => "flv",
        [0x00, 0x00, 0x01, 0xBA, ..] => "mpeg",
        _ when IsTransport(start, 0, 188) || IsTransport(start, 4, 192) => "mpegts",
        _ => null,
    };

    private static bool IsTransport(ReadOnlySpan<byte> start, int first, int packet) =>
        start.Length > first + packet && start[first] == 0x47 && start[first + packet] == 0x47;
}
