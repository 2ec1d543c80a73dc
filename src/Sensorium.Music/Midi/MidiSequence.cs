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
    /// The tempo is 120 bpm until the file states one; tempi are brought into 20..300. A score has one metre and one key: the first of each that the
    /// file states holds (4/4 and C major where it states none). Of a channel's programme, bank, volume,
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

        byte[]? metre = First(MidiMeta.TimeSignature, 2);
        byte[]? signature = First(MidiMeta.KeySignature, 2);
        List<TempoChange> tempi = Tempi();
        return new Score
        {
            Title = Tracks.Count > 1 || parts.Count == 0 ? Name(Tracks.Count > 0 ? Tracks[0] : null) : string.Empty,
            Tempo = tempi[0].Tempo,
            TempoChanges = tempi[1..],
            Meter = metre is null ? Meter.Common : new Meter(Math.Clamp((int)metre[0], 1, 32), 1 << Math.Min((int)metre[1], 4)),
            Form = [.. Tracks.SelectMany(t => t.Events).Where(e => e.IsMeta && e.Data1 == MidiMeta.Marker).OrderBy(e => e.Tick).Select(e => new ScoreSection(e.Tick / (double)TicksPerQuarter, Encoding.UTF8.GetString(e.Payload.Span)))],
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

    // The tempo at the beginning and its changes; of several at one tick the last counts.
    private List<TempoChange> Tempi()
    {
        List<TempoChange> tempi = [new(0, 120)];
        foreach (MidiEvent message in Tracks.SelectMany(t => t.Events).Where(e => e.IsMeta && e.Data1 == MidiMeta.Tempo && e.Payload.Length >= 3).OrderBy(e => e.Tick))
        {
            ReadOnlySpan<byte> bytes = message.Payload.Span;
            double tempo = Math.Clamp(60e6 / Math.Max(1, (bytes[0] << 16) | (bytes[1] << 8) | bytes[2]), 20, 300);
            double beat = message.Tick / (double)TicksPerQuarter;
            if (tempi[^1].Beat == beat)
            {
                tempi.RemoveAt(tempi.Count - 1);
            }

            if (tempi.Count == 0 || tempi[^1].Tempo != tempo)
            {
                tempi.Add(new TempoChange(beat, tempo));
            }
        }

        return tempi;
    }

    private byte[]? First(int type, int length) => Tracks
        .SelectMany(t => t.Events)
        .Where(e => e.IsMeta && e.Data1 == type && e.Payload.Length >= length)
        .MinBy(e => e.Tick)?.Payload.ToArray();
}
