namespace Sensorium.Media;

/// <summary>Finds the demuxer for a sound file by its first bytes. Playlists and everything unknown have none.</summary>
internal static class SoundKind
{
    /// <summary>ffmpeg's name of the demuxer.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns>The name; null where the file is no known sound.</returns>
    public static string? Demuxer(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "wav",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "flac",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "ogg",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "mp3",
        [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', ..] => "aiff",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "mov",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "matroska",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "caf",
        [(byte)'.', (byte)'s', (byte)'n', (byte)'d', ..] => "au",
        [(byte)'r', (byte)'i', (byte)'f', (byte)'f', ..] => "w64",
        [0x30, 0x26, 0xB2, 0x75, ..] => "asf",

        // The sync words of AAC in ADTS and of MPEG audio differ in the layer bits.
        [0xFF, var second, ..] when (second & 0xF6) == 0xF0 => "aac",
        [0xFF, var second, ..] when (second & 0xE0) == 0xE0 && (second & 0x06) != 0 => "mp3",
        _ => null,
    };
}
