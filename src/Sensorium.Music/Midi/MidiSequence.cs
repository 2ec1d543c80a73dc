using System.Text;

namespace Sensorium.Music;

/// <summary>A MIDI file as its tracks of events.</summary>
/// <param name="Format">0 (one track) or 1 (tracks played together).</param>
/// <param name="TicksPerQuarter">Ticks to the quarter note, 1..32767.</param>
/// <param name="Tracks">The tracks in the file's order.</param>
public sealed record MidiSequence(int Format, int TicksPerQuarter, IReadOnlyList<MidiTrack> Tracks)
{
    /// <summary>
    /// Gathers the notes of each track and channel into parts.
    /// </summary>
    /// <remarks>
    /// A score has one tempo, one metre and one key: the first of each that the file states holds (120 bpm, 4/4 and C major where it states none;
    /// the tempo is brought into 20..300). Notes are placed in beats, so later tempo changes alter no beat. Of a channel's programme, bank, volume,
    /// pan and reverb the values at its first note count. A note without a note-off lasts to the end of its track.
    /// A key signature tells major from minor only; other modes come back as the major or minor key with the same signature.
    /// </remarks>
    /// <returns>The score; parts are in the order of tracks, then channels. It may have more parts than <see cref="Score"/> allows to be written.</returns>
    public Score ToScore()
    {
        var parts = new List<Part>();
        foreach (MidiTrack track in Tracks)
        {
            parts.AddRange(MidiParts.Gather(track, TicksPerQuarter));
        }

        byte[]? tempo = First(MidiMeta.Tempo, 3);
        byte[]? metre = First(MidiMeta.TimeSignature, 2);
        byte[]? signature = First(MidiMeta.KeySignature, 2);
        int microseconds = tempo is null ? 500_000 : (tempo[0] << 16) | (tempo[1] << 8) | tempo[2];
        double quarters = metre is null ? 4 : metre[0] * 4.0 / (1 << Math.Min((int)metre[1], 6));
        return new Score
        {
            Title = Tracks.Count > 1 || parts.Count == 0 ? Name(Tracks.Count > 0 ? Tracks[0] : null) : string.Empty,
            Tempo = Math.Clamp(60e6 / Math.Max(1, microseconds), 20, 300),
            BeatsPerBar = Math.Clamp((int)Math.Round(quarters), 1, 12),
            Key = signature is null ? new Key(0, Mode.Ionian) : FromSignature((sbyte)signature[0], signature[1] != 0),
            Length = Tracks.Count == 0 ? 0 : Tracks.Max(t => t.EndTick) / (double)TicksPerQuarter,
            Parts = parts,
        };
    }

    internal static string Name(MidiTrack? track)
    {
        MidiEvent? name = track?.Events.FirstOrDefault(e => e.IsMeta && e.Data1 == MidiMeta.TrackName);
        return name is null ? string.Empty : Encoding.UTF8.GetString(name.Payload.Span);
    }

    private static Key FromSignature(int sharps, bool minor)
    {
        int tonic = (((Math.Clamp(sharps, -7, 7) * 7) % 12) + 12) % 12;
        return minor ? new Key((tonic + 9) % 12, Mode.Aeolian) : new Key(tonic, Mode.Ionian);
    }

    private byte[]? First(int type, int length) => Tracks
        .SelectMany(t => t.Events)
        .Where(e => e.IsMeta && e.Data1 == type && e.Payload.Length >= length)
        .MinBy(e => e.Tick)?.Payload.ToArray();
}
