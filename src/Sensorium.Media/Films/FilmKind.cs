namespace Sensorium.Media;

/// <summary>Finds the demuxer for a container that may hold moving pictures by its first bytes. Playlists and everything unknown have none.</summary>
internal static class FilmKind
{
    private const int TransportPacket = 188;
    private const byte TransportSync = 0x47;

    /// <summary>ffmpeg's name of the demuxer.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns>The name; null where the file is no known container.</returns>
    public static string? Demuxer(ReadOnlySpan<byte> start) => start switch
    {
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "mov",
        [_, _, _, _, (byte)'m', (byte)'o', (byte)'o', (byte)'v', ..] => "mov",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "matroska",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "ogg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => "avi",
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => "flv",
        [0x30, 0x26, 0xB2, 0x75, ..] => "asf",
        [0, 0, 1, 0xBA, ..] => "mpeg",
        _ => start.Length > 2 * TransportPacket && start[0] == TransportSync && start[TransportPacket] == TransportSync && start[2 * TransportPacket] == TransportSync ? "mpegts" : null,
    };
}
