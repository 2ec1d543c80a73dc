using System.Buffers.Binary;

namespace Sensorium.Music;

/// <summary>Lays a score out as a Standard MIDI File of type 1.</summary>
internal static class MidiWriter
{
    public static byte[] Write(Score score)
    {
        int[] channels = ChannelPlan.Assign(score);
        long end = Tick(score.Length);
        var tracks = new List<byte[]>(channels.Length + 1) { Conductor(score, end) };
        for (int i = 0; i < channels.Length; i++)
        {
            tracks.Add(PartTrack(score.Parts[i], channels[i], end));
        }

        Span<byte> header = stackalloc byte[14];
        "MThd"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], 6);
        BinaryPrimitives.WriteInt16BigEndian(header[8..], 1);
        BinaryPrimitives.WriteInt16BigEndian(header[10..], (short)tracks.Count);
        BinaryPrimitives.WriteInt16BigEndian(header[12..], StandardMidiFile.TicksPerQuarter);
        using var file = new MemoryStream();
        file.Write(header);
        foreach (byte[] track in tracks)
        {
            file.Write(track);
        }

        return file.ToArray();
    }

    private static byte[] Conductor(Score score, long end)
    {
        var track = new MidiTrackWriter();
        track.Text(MidiMeta.TrackName, score.Title);
        track.Meta(MidiMeta.Tempo, Tempo(score.Tempo));

        // The beat as a power of two, a metronome click a beat (24 clocks to the quarter), 8 thirty-seconds to the quarter.
        track.Meta(MidiMeta.TimeSignature, [(byte)score.Meter.Beats, (byte)int.Log2(score.Meter.Unit), (byte)(96 / score.Meter.Unit), 8]);
        track.Meta(MidiMeta.KeySignature, [(byte)(sbyte)score.Key.Sharps, (byte)(score.Key.IsMajor ? 0 : 1)]);
        track.Text(MidiMeta.Text, score.Key.Name.English);
        var sections = new Queue<ScoreSection>(score.Form);
        foreach (TempoChange change in score.TempoChanges)
        {
            Mark(track, sections, Tick(change.Beat));
            track.Meta(Tick(change.Beat), MidiMeta.Tempo, Tempo(change.Tempo));
        }

        Mark(track, sections, long.MaxValue);
        return track.ToChunk(end);
    }

    private static void Mark(MidiTrackWriter track, Queue<ScoreSection> sections, long upTo)
    {
        while (sections.TryPeek(out ScoreSection section) && Tick(section.Beat) <= upTo)
        {
            track.Text(Tick(section.Beat), MidiMeta.Marker, sections.Dequeue().Label);
        }
    }

    private static long Tick(double beat) => (long)Math.Round(beat * StandardMidiFile.TicksPerQuarter);

    private static byte[] Tempo(double quartersPerMinute)
    {
        int microseconds = (int)Math.Round(60e6 / quartersPerMinute);
        return [(byte)(microseconds >> 16), (byte)(microseconds >> 8), (byte)microseconds];
    }

    private static byte[] PartTrack(Part part, int channel, long end)
    {
        var track = new MidiTrackWriter();
        track.Text(MidiMeta.TrackName, part.Name);
        if (part.Bank != ChannelPlan.PercussionBank)
        {
            track.Channel(0, MidiStatus.Controller | channel, MidiController.BankMsb, part.Bank);
            track.Channel(0, MidiStatus.Controller | channel, MidiController.BankLsb, 0);
        }

        track.Channel(0, MidiStatus.Program | channel, part.Program);
        track.Channel(0, MidiStatus.Controller | channel, MidiController.Volume, ChannelPlan.Controller(part.Volume));
        track.Channel(0, MidiStatus.Controller | channel, MidiController.Pan, ChannelPlan.PanController(part.Pan));
        track.Channel(0, MidiStatus.Controller | channel, MidiController.Reverb, ChannelPlan.Controller(part.Reverb));

        ScheduledNote[] notes = NoteSchedule.OnGrid(part, beat => beat * StandardMidiFile.TicksPerQuarter);
        var releases = new PriorityQueue<ScheduledNote, (long End, int Pitch)>();
        var moves = new Queue<PanMove>(part.PanMoves);
        foreach (ScheduledNote note in notes)
        {
            Move(track, channel, releases, moves, note.Start);

            // A release due at an onset's tick comes first: the other way round it would silence the new note of its pitch.
            Release(track, channel, releases, note.Start);
            track.Channel(note.Start, MidiStatus.NoteOn | channel, note.Pitch, note.Velocity);
            releases.Enqueue(note, (note.End, note.Pitch));
        }

        Move(track, channel, releases, moves, end);
        Release(track, channel, releases, long.MaxValue);
        return track.ToChunk(end);
    }

    private static void Move(
        MidiTrackWriter track, int channel, PriorityQueue<ScheduledNote, (long End, int Pitch)> releases, Queue<PanMove> moves, long upTo)
    {
        while (moves.TryPeek(out PanMove move) && Tick(move.Beat) is long tick && tick <= upTo)
        {
            moves.Dequeue();
            Release(track, channel, releases, tick);
            track.Channel(tick, MidiStatus.Controller | channel, MidiController.Pan, ChannelPlan.PanController(move.Pan));
        }
    }

    private static void Release(MidiTrackWriter track, int channel, PriorityQueue<ScheduledNote, (long End, int Pitch)> releases, long upTo)
    {
        while (releases.TryPeek(out ScheduledNote note, out _) && note.End <= upTo)
        {
            releases.Dequeue();
            track.Channel(note.End, MidiStatus.NoteOff | channel, note.Pitch, 64);
        }
    }
}
