using System.Globalization;
using System.Runtime.InteropServices;
using Sensorium.Audio;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.SongFeatures;

/// <summary>
/// Lessons for the ear that tells notes from overtones: random pieces of 16 s, rendered. OUT receives for each frame the two inputs of the ear (176
/// float32) and the notes that can be heard (a mask of 64 bits).
/// </summary>
internal static class NoteLessons
{
    private const int Rate = SongSound.SampleRate, Seconds = 16;
    private const double Faintest = 0.05;
    private static readonly int[] Pianos = [0, 0, 0, 1, 2, 4, 5];
    private static readonly int[] Melodies = [11, 24, 25, 27, 40, 41, 42, 52, 56, 60, 64, 65, 68, 71, 73, 79, 80, 81];
    private static readonly int[] Chords = [0, 4, 16, 19, 24, 25, 26, 46, 48, 50, 52, 88, 89];
    private static readonly int[] Basses = [0, 32, 33, 35, 38, 42, 43];
    private static readonly int[] Fading = [0, 1, 2, 4, 5, 11, 24, 25, 26, 27, 32, 33, 35, 46];

    public static int Run(string font, string to, string seed, string count)
    {
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        using var synthesizer = new FluidSynthesizer(font, new FluidSynthOptions { SampleRate = Rate, FineInterpolation = false });
        using FileStream file = File.Create(to);
        int pieces = int.Parse(count, CultureInfo.InvariantCulture);
        for (int piece = 0; piece < pieces; piece++)
        {
            Score score = Piece(random);
            SoundBuffer sound = synthesizer.Render(score, Seconds * Rate);
            float noise = (float)Math.Pow(10, -random.Next(45, 90) / 20.0), soften = (float)(random.NextDouble() * random.NextDouble() * 0.8), last = 0;
            var samples = new float[sound.Length];
            for (int i = 0; i < samples.Length; i++)
            {
                float now = ((sound.Channel(0)[i] + sound.Channel(1)[i]) / 2) + (noise * (random.NextSingle() - 0.5f));
                samples[i] = last += (1 - soften) * (now - last);
            }

            Write(file, samples, score);
        }

        return 0;
    }

    private static void Write(FileStream file, float[] samples, Score score)
    {
        var stft = new Stft(SongSound.PitchLength, SongSound.PitchHop);
        var salience = new PitchSalience();
        ReadOnlySpan<float> rest = samples;
        for (int frame = 0; stft.Next(ref rest); frame++)
        {
            salience.Notes(stft.Power);
            file.Write(MemoryMarshal.AsBytes(salience.Heights.AsSpan()));
            file.Write(MemoryMarshal.AsBytes(salience.Peaks.AsSpan()));
            file.Write(BitConverter.GetBytes(Heard(score, frame / SongSound.FrameRate)));
        }
    }

    // Notes whose strength, as it fades, is not too small beside the strongest.
    private static ulong Heard(Score score, double time)
    {
        Span<double> strengths = stackalloc double[PitchSalience.Count];
        double strongest = 0;
        foreach (Part part in score.Parts.Where(part => part.Bank == 0))
        {
            bool fades = Fading.Contains(part.Program);
            foreach (Note note in part.Notes)
            {
                int at = note.Pitch - PitchSalience.Lowest;
                if (note.Start > time || at < 0 || at >= strengths.Length)
                {
                    continue;
                }

                double decay = fades ? 1.6 * Math.Pow(2, (60 - note.Pitch) / 20.0) : 30, end = note.Start + note.Length;
                double strength = Math.Pow(note.Velocity / 127.0, 1.7) * Math.Exp(-((Math.Min(time, end) - note.Start) / decay) - (Math.Max(0, time - end) / 0.08));
                strengths[at] = Math.Max(strengths[at], strength);
                strongest = Math.Max(strongest, strength);
            }
        }

        ulong heard = 0;
        for (int i = 0; i < strengths.Length; i++)
        {
            heard |= strengths[i] > Faintest * strongest && strengths[i] > 1e-3 ? 1UL << i : 0;
        }

        return heard;
    }

    // A beat is a second, whatever the tempo of the music.
    private static Score Piece(Random random)
    {
        bool piano = random.Next(10) < 6;
        int program = Pianos[random.Next(Pianos.Length)], tonic = random.Next(12);
        int[] scale = random.Next(2) == 0 ? [0, 2, 4, 5, 7, 9, 11] : [0, 2, 3, 5, 7, 8, 10];
        double beat = 60.0 / random.Next(55, 180), reverb = random.NextDouble();
        List<Note> bass = [], chords = [], melody = [];
        int pulse = random.Next(1, 4), shift = random.Next(-1, 2), loud = random.Next(50, 110), style = random.Next(4);
        bool pedal = random.Next(2) == 0;
        int step = random.Next(14, 24);
        for (double bar = 0; bar < Seconds; bar += 4 * beat)
        {
            int degree = random.Next(7);
            int[] triad = [.. new[] { 0, 2, 4, random.Next(3) == 0 ? 6 : 7 }.Select(third => Pitch(degree + third))];
            double to = bar + (4 * beat);
            Add(bass, triad[0] + 36, bar, pedal ? 4 * beat : 1.8 * beat, -10);
            if (random.Next(2) == 0)
            {
                Add(bass, triad[0] + 36 + (random.Next(2) == 0 ? 12 : 7), bar + (2 * beat), 2 * beat, -14);
            }

            for (int i = 0; i < 8; i++)
            {
                double start = bar + (i * beat / 2);
                if (style == 0 && i % 4 == 0)
                {
                    Array.ForEach(triad, pitch => Add(chords, pitch + 48, start, 2 * beat, -12));
                }
                else if (style == 1 || (style == 2 && i % 2 == 0))
                {
                    Add(chords, triad[i % triad.Length] + 48, start, pedal ? to - start : beat / 2, -14);
                }
            }

            for (double start = bar; start < to; start += beat / Math.Pow(2, random.Next(0, pulse)))
            {
                step = Math.Clamp(step + random.Next(-3, 4), 7, 30);
                if (random.Next(8) > 0)
                {
                    Add(melody, Pitch(step) + 48 + (12 * shift), start, beat * (0.4 + random.NextDouble()), 8);
                }
            }
        }

        List<Part> parts = piano
            ? [Of("piano", program, [.. bass, .. chords, .. melody])]
            : [Of("bass", Basses[random.Next(Basses.Length)], bass), Of("chords", Chords[random.Next(Chords.Length)], chords), Of("melody", Melodies[random.Next(Melodies.Length)], melody)];
        if (!piano && random.Next(2) == 0)
        {
            parts.Add(Of("drums", 0, [.. Enumerable.Range(0, (int)(Seconds / beat * 2)).Select(i => new Note(i * beat / 2, 0.1, i % 4 == 0 ? 36 : i % 4 == 2 ? 38 : 42, random.Next(40, 100)))]) with { Bank = 128 });
        }

        return new Score { Tempo = 60, Length = Seconds, Parts = parts };

        int Pitch(int degree) => tonic + scale[degree % 7] + (12 * (degree / 7));

        void Add(List<Note> notes, int pitch, double start, double length, int louder) =>
            notes.Add(new Note(Math.Max(0, start + (0.02 * random.NextDouble())), length, Math.Clamp(pitch, PitchSalience.Lowest, PitchSalience.Lowest + PitchSalience.Count + 8), Math.Clamp(loud + louder + random.Next(-12, 13), 20, 127)));

        Part Of(string name, int instrument, List<Note> notes) => new() { Name = name, Program = instrument, Reverb = reverb, Notes = Apart(notes) };
    }

    // A note ends where the same note begins again.
    private static List<Note> Apart(List<Note> notes)
    {
        List<Note> result = [];
        foreach (IGrouping<int, Note> key in notes.GroupBy(note => note.Pitch))
        {
            Note[] struck = [.. key.OrderBy(note => note.Start)];
            for (int i = 0; i < struck.Length; i++)
            {
                double room = i + 1 < struck.Length ? struck[i + 1].Start - struck[i].Start : 60;
                if (room > 0.03)
                {
                    result.Add(struck[i] with { Length = Math.Min(struck[i].Length, room) });
                }
            }
        }

        return result;
    }
}
