namespace Sensorium.Music;

/// <summary>
/// Standard MIDI Files 1.0 (MIDI Manufacturers Association, RP-001): written as type 1 with 480 ticks to the quarter note,
/// read as type 0 or 1.
/// </summary>
public static class StandardMidiFile
{
    /// <summary>Ticks to the quarter note in files that <see cref="Write"/> makes.</summary>
    public const int TicksPerQuarter = 480;

    /// <summary>The largest file that <see cref="Read"/> accepts, in bytes.</summary>
    public const int MaximumBytes = 32 << 20;

    /// <summary>Writes a score. The same score gives the same bytes; every note that starts also ends.</summary>
    /// <remarks>
    /// Track 0 carries title, tempo, time signature, key signature and the key's name as text; then comes one track a part with its name (UTF-8),
    /// bank, programme, volume (7), pan (10), reverb (91) and notes. Percussion (bank 128) is channel 10, the other parts take
    /// channels 1-9 and 11-16 in order. Notes of one pitch that would overlap after rounding to ticks are cut at the next onset.
    /// </remarks>
    /// <param name="score">The score.</param>
    /// <param name="stream">Receives the file from its current position; stays open.</param>
    /// <exception cref="ArgumentException">The score breaks a range that <see cref="Score"/>, <see cref="Part"/> or <see cref="Note"/> states.</exception>
    public static void Write(Score score, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(MidiWriter.Write(score));
    }

    /// <summary>Reads a file with its events as they are; <see cref="MidiSequence.ToScore"/> makes notes of them.</summary>
    /// <param name="stream">The file, read to its end; stays open.</param>
    /// <returns>The tracks.</returns>
    /// <exception cref="MalformedInputException">It is no MIDI file, or it is broken or cut short.</exception>
    /// <exception cref="UnsupportedInputException">It is of type 2 or counts time in SMPTE frames.</exception>
    /// <exception cref="LimitReachedException">It is larger than <see cref="MaximumBytes"/>.</exception>
    public static MidiSequence Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        int count;
        while ((count = stream.Read(block)) > 0)
        {
            if (bytes.Length + count > MaximumBytes)
            {
                throw new LimitReachedException(new LocalizedText(
                    $"The MIDI file is larger than {MaximumBytes >> 20} MiB, which no piece of music needs. Give a smaller file.",
                    $"MIDI 파일이 {MaximumBytes >> 20}MiB보다 큽니다. 음악 한 곡에는 그만한 크기가 필요하지 않습니다. 더 작은 파일을 넣으십시오."));
            }

            bytes.Write(block.AsSpan(0, count));
        }

        return MidiReader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
