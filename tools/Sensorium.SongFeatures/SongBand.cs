using Sensorium.Audio;
using Sensorium.Music;

namespace Sensorium.SongFeatures;

/// <summary>
/// Gives the notes of a piano to a band: what lies lowest to a bass, what lies highest to a melody, the rest to chords, and drums on the beats that are heard in the notes.
/// Instruments, rhythm and loudness of the drums are drawn without a look at the feeling, so that they tell nothing of it.
/// </summary>
internal static class SongBand
{
    private const double FramesPerSecond = 86, Together = 0.06;
    private const int Kick = 36, Stick = 37, Snare = 38, Closed = 42, Shaker = 70;
    private static readonly int[] Melodies = [0, 4, 11, 24, 25, 27, 40, 42, 52, 56, 60, 64, 65, 68, 71, 73, 79, 80, 81];
    private static readonly int[] Chords = [0, 4, 16, 19, 24, 25, 27, 29, 46, 48, 50, 52, 88, 89];
    private static readonly int[] Basses = [32, 33, 34, 35, 38, 39, 43];

    // Eight eighths of a bar: kick, snare or stick, hat or shaker.
    private static readonly (string Kick, string Snare, string Hat)[] Rhythms =
    [
        ("x...x...", "..x...x.", "xxxxxxxx"),
        ("x..xx...", "..x...x.", "xxxxxxxx"),
        ("x.x.x.x.", "..x...x.", ".x.x.x.x"),
        ("x.......", "....x...", "x.x.x.x."),
        ("x.....x.", "....x...", "xxxxxxxx"),
        ("........", "........", "xxxxxxxx"),
        ("x...x...", "........", "x.x.x.x."),
        ("........", "..x...x.", "........"),
    ];

    /// <summary>Arranges a piece.</summary>
    /// <param name="piano">One part.</param>
    /// <param name="random">Chance.</param>
    /// <returns>Two to four parts.</returns>
    public static Score Of(Score piano, Random random)
    {
        Note[] notes = [.. piano.Parts[0].Notes.OrderBy(note => note.Start).ThenBy(note => note.Pitch)];
        double perBeat = 60 / piano.Tempo, reverb = random.NextDouble();
        List<Note> bass = [], chords = [], melody = [];
        int low = random.Next(48, 56), high = random.Next(60, 70);
        for (int i = 0, j; i < notes.Length; i = j)
        {
            for (j = i + 1; j < notes.Length && (notes[j].Start - notes[i].Start) * perBeat < Together; j++)
            {
            }

            Note[] chord = [.. notes[i..j].OrderBy(note => note.Pitch)];
            for (int k = 0; k < chord.Length; k++)
            {
                (k == 0 && chord[k].Pitch < low ? bass : k == chord.Length - 1 && chord[k].Pitch >= high ? melody : chords).Add(chord[k]);
            }
        }

        List<Part> parts = [Of("chords", Chords, chords), Of("melody", Melodies, melody)];
        parts.Add(random.Next(4) == 0 ? parts[0] with { Name = "left hand", Notes = bass } : Of("bass", Basses, bass));
        if (random.Next(4) > 0)
        {
            parts.Add(Drums(notes, perBeat, piano.Length, reverb, random));
        }

        return piano with { Parts = parts };

        Part Of(string name, int[] programs, List<Note> mine) =>
            new() { Name = name, Program = programs[random.Next(programs.Length)], Volume = 0.4 + (0.5 * random.NextDouble()), Reverb = reverb, Notes = mine };
    }

    private static Part Drums(Note[] notes, double perBeat, double length, double reverb, Random random)
    {
        float[] onsets = new float[(int)(length * perBeat * FramesPerSecond) + 2];
        foreach (Note note in notes)
        {
            onsets[(int)(note.Start * perBeat * FramesPerSecond)] += note.Velocity / 127f * (note.Pitch < 48 ? 2 : 1);
        }

        IReadOnlyList<double> beats = BeatTracker.Track(onsets, FramesPerSecond).Beats;
        (string kick, string snare, string hat) = Rhythms[random.Next(Rhythms.Length)];
        int backbeat = random.Next(3) == 0 ? Stick : Snare, time = random.Next(3) == 0 ? Shaker : Closed, loud = random.Next(40, 110), first = random.Next(4);
        List<Note> drums = [];
        for (int i = 0; i + 1 < beats.Count; i++)
        {
            for (int half = 0; half < 2; half++)
            {
                double start = (beats[i] + (half * (beats[i + 1] - beats[i]) / 2)) / perBeat;
                int place = ((2 * (i + first)) + half) % 8;
                Hit(kick[place], Kick, start, 0);
                Hit(snare[place], backbeat, start, 0);
                Hit(hat[place], time, start, half == 0 ? -10 : -25);
            }
        }

        return new Part { Name = "drums", Bank = 128, Program = 0, Volume = 0.3 + (0.6 * random.NextDouble()), Reverb = reverb, Notes = drums };

        void Hit(char sign, int drum, double start, int louder)
        {
            if (sign == 'x')
            {
                drums.Add(new Note(start, 0.1, drum, Math.Clamp(loud + louder + random.Next(-8, 9), 15, 127)));
            }
        }
    }
}
