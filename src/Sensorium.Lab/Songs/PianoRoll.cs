using Sensorium.Music;

namespace Sensorium.Lab.Songs;

/// <summary>Piano music of MIDI files as a score that sounds as it was played: a key that is let go while the pedal is down sounds on until the pedal comes up.</summary>
public static class PianoRoll
{
    private const int NoteOn = 0x90, NoteOff = 0x80, Controller = 0xB0, Pedal = 64, PedalDown = 64;

    /// <summary>Reads the notes of all tracks as one part.</summary>
    /// <param name="file">A Standard MIDI File.</param>
    /// <param name="program">General MIDI programme that plays it, 0..127.</param>
    /// <param name="reverb">Reverb send, 0..1.</param>
    /// <returns>The score.</returns>
    /// <exception cref="MalformedInputException">It is no MIDI file, or it is broken.</exception>
    public static Score Read(Stream file, int program = 0, double reverb = 40 / 127.0)
    {
        MidiSequence sequence = StandardMidiFile.Read(file);
        Score score = sequence.ToScore();
        List<Note> notes = [];
        foreach (MidiTrack track in sequence.Tracks)
        {
            AddNotes(track, sequence.TicksPerQuarter, notes);
        }

        return score with
        {
            Parts = [new Part { Name = "piano", Program = program, Reverb = reverb, Notes = Cut(notes) }],
            Length = Math.Max(score.Length, notes.Count == 0 ? 0 : notes.Max(note => note.Start + note.Length)),
        };
    }

    private static void AddNotes(MidiTrack track, double ticks, List<Note> notes)
    {
        Dictionary<int, (long Tick, int Velocity)> held = [];
        List<(int Pitch, long Tick, int Velocity)> ringing = [];
        bool down = false;
        foreach (MidiEvent message in track.Events.Where(message => !message.IsMeta))
        {
            int kind = message.Status & 0xF0;
            bool on = kind == NoteOn && message.Data2 > 0;
            if ((on || kind is NoteOn or NoteOff) && held.Remove(message.Data1, out (long Tick, int Velocity) key))
            {
                if (down && !on)
                {
                    ringing.Add((message.Data1, key.Tick, key.Velocity));
                }
                else
                {
                    Add(message.Data1, key.Tick, message.Tick, key.Velocity);
                }
            }

            if (on)
            {
                held[message.Data1] = (message.Tick, message.Data2);
            }
            else if (kind == Controller && message.Data1 == Pedal)
            {
                down = message.Data2 >= PedalDown;
                if (!down)
                {
                    Release(message.Tick);
                }
            }
        }

        Release(track.EndTick);
        foreach ((int pitch, (long tick, int velocity)) in held)
        {
            Add(pitch, tick, track.EndTick, velocity);
        }

        void Release(long tick)
        {
            foreach ((int pitch, long start, int velocity) in ringing)
            {
                Add(pitch, start, tick, velocity);
            }

            ringing.Clear();
        }

        void Add(int pitch, long start, long end, int velocity) =>
            notes.Add(new Note(start / ticks, Math.Max(1, end - start) / ticks, pitch, velocity));
    }

    // A string that is struck again ends its earlier sound.
    private static List<Note> Cut(List<Note> notes)
    {
        List<Note> result = [];
        foreach (IGrouping<int, Note> key in notes.GroupBy(note => note.Pitch))
        {
            Note[] struck = [.. key.OrderBy(note => note.Start)];
            for (int i = 0; i < struck.Length; i++)
            {
                double room = i + 1 < struck.Length ? struck[i + 1].Start - struck[i].Start : double.PositiveInfinity;
                if (room > 0)
                {
                    result.Add(struck[i] with { Length = Math.Min(struck[i].Length, room) });
                }
            }
        }

        return [.. result.OrderBy(note => note.Start)];
    }
}
