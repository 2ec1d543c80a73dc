using System.Globalization;
using System.Runtime.InteropServices;
using Sensorium.Lab.Songs;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.SongFeatures;

/// <summary>
/// Measures MIDI files without sound: every note is a decaying tone whose strength says whether it is heard beside the others, and what is heard goes
/// through the statistics of songs. A hundred times as fast as rendering; what concerns timbre stays empty.
/// </summary>
internal static class ScoreHearing
{
    private const int MostNotes = 6, Partials = 6;
    private const double Faintest = 0.02, RingSeconds = 1.5;
    private static readonly int[] Offsets = [0, 12, 19, 24, 28, 31];

    public static int Run(string folder, string to, string seed)
    {
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        using FileStream statistics = File.Create(to + ".f32");
        using StreamWriter windows = File.CreateText(to + ".windows"), songs = File.CreateText(to + ".songs");
        int song = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal))
        {
            using FileStream file = File.OpenRead(path);
            Score score = PianoRoll.Read(file);
            foreach ((int first, float[] values) in Hear(score, random))
            {
                statistics.Write(MemoryMarshal.AsBytes(values.AsSpan()));
                windows.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{song}\t{first}"));
            }

            songs.WriteLine(Path.GetFileNameWithoutExtension(path));
            song++;
        }

        return 0;
    }

    private static IEnumerable<(int First, float[] Values)> Hear(Score score, Random random)
    {
        double ring = 0.7 + (0.6 * random.NextDouble()), loudness = 1.2 + (1.2 * random.NextDouble());
        Tone[] tones = [.. score.Parts[0].Notes.Select(note => new Tone(
            note.Pitch < PitchSalience.Lowest ? note.Pitch + 12 : note.Pitch,
            note.Start * 60 / score.Tempo,
            (note.Start + note.Length) * 60 / score.Tempo,
            Math.Pow(note.Velocity / 127.0, loudness),
            ring * 1.6 * Math.Pow(2, (60 - note.Pitch) / 20.0))).OrderBy(tone => tone.Start)];
        int frames = (int)(((score.Length * 60 / score.Tempo) + RingSeconds) * SongSound.FrameRate);
        var window = new SongWindow();
        var tracker = new NoteTracker();
        var sounding = new List<Tone>();
        int next = 0, fresh = 0, measured = 0;
        for (int frame = 0; frame < frames; frame++)
        {
            double time = frame / SongSound.FrameRate;
            AddOnsets(tones, ref next, sounding, frame, window, random);
            sounding.RemoveAll(tone => tone.Start <= time && tone.At(time) < 1e-4);
            AddFrame(sounding, frame, time, window, tracker);
            fresh++;
            if (window.Frames == SongSound.WindowFrames)
            {
                yield return (window.First, Measure(window, tracker));
                window.Forget(SongSound.WindowHop);
                measured++;
                fresh = 0;
            }
        }

        if (fresh >= SongSound.FewFrames || (measured == 0 && window.Frames > 0))
        {
            yield return (window.First, Measure(window, tracker));
        }
    }

    private static float[] Measure(SongWindow window, NoteTracker tracker)
    {
        List<SongNote> notes = [.. window.Notes];
        tracker.Copy(notes);
        notes.RemoveAll(note => note.Start < window.First);
        return SongStatistics.Of(window, notes);
    }

    private static void AddOnsets(Tone[] tones, ref int next, List<Tone> sounding, int frame, SongWindow window, Random random)
    {
        Span<float> rises = stackalloc float[OnsetBands.Groups];
        for (int part = 0; part < SongSound.OnsetsPerFrame; part++)
        {
            double time = ((frame * SongSound.OnsetsPerFrame) + part) / SongSound.OnsetRate;
            rises.Fill(0.002f + (0.002f * random.NextSingle()));
            for (; next < tones.Length && tones[next].Start <= time; next++)
            {
                Tone tone = tones[next];
                sounding.Add(tone);
                double height = (tone.Pitch - 60) / 12.0;
                for (int group = 0; group < OnsetBands.Groups; group++)
                {
                    rises[group] += (float)(tone.Strength * Math.Pow(2, -group * (1.4 - (0.4 * height))));
                }
            }

            float all = 0, magnitude = 0.01f;
            foreach (float rise in rises)
            {
                window.GroupRises.Add(rise);
                all += rise;
            }

            foreach (Tone tone in sounding)
            {
                magnitude += (float)tone.At(time);
            }

            window.Onsets.Add(MathF.Pow(all, 0.7f));
            window.Magnitudes.Add(magnitude);
            window.AddOnsets(OnsetBands.Bands).Clear();
        }
    }

    private static void AddFrame(List<Tone> sounding, int frame, double time, SongWindow window, NoteTracker tracker)
    {
        Span<float> levels = stackalloc float[PitchSalience.Count];
        float[] chroma = new float[SongSound.PitchClasses];
        levels.Fill(-120);
        double power = 1e-10, centre = 0, all = 1e-9, strongest = 0;
        ulong mask = 0;
        int found = 0;
        foreach (Tone tone in sounding.OrderByDescending(tone => tone.At(time)))
        {
            double strength = tone.At(time);
            strongest = Math.Max(strongest, strength);
            power += strength * strength;
            centre += strength * (Math.Log2(440) + ((tone.Pitch - 69) / 12.0));
            all += strength;
            for (int h = 0; h < Partials; h++)
            {
                chroma[(tone.Pitch + Offsets[h]) % chroma.Length] += (float)Math.Pow(strength * Math.Pow(0.6, h), 0.33);
            }

            int at = tone.Pitch - PitchSalience.Lowest;
            if (at < PitchSalience.Count && strength > Faintest * strongest && found < MostNotes)
            {
                found += (mask >> at & 1) == 0 ? 1 : 0;
                mask |= 1UL << at;
                levels[at] = Math.Max(levels[at], (float)(20 * Math.Log10(strength)));
            }
        }

        tracker.Next(frame, mask, levels, window.Notes);
        window.Masks.Add(mask);
        window.Chroma.AddRange(chroma);
        window.Levels.Add((float)(10 * Math.Log10(power)));
        window.Centroids.Add((float)(centre / all));
        window.Flatness.Add(0);
    }

    private sealed record Tone(int Pitch, double Start, double End, double Strength, double Decay)
    {
        public double At(double time) => time < Start ? 0
            : Strength * Math.Exp(-((Math.Min(time, End) - Start) / Decay) - (Math.Max(0, time - End) / 0.08));
    }
}
