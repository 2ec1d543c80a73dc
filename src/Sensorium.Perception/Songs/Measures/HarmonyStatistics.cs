using System.Numerics;
using System.Runtime.InteropServices;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Key, how pitch classes lie to the tonic, chords, and how rough they are.</summary>
internal static class HarmonyStatistics
{
    private const int Classes = SongSound.PitchClasses;
    private const int ChordFrames = 11;

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="notes">Its notes.</param>
    /// <param name="to">Receives the numbers.</param>
    public static void Add(SongWindow window, IReadOnlyList<SongNote> notes, StatisticList to)
    {
        float[] sounding = new float[Classes], struck = new float[Classes], bass = new float[Classes], heard = new float[Classes];
        float[] overBass = new float[Classes], intervals = new float[7];
        ReadOnlySpan<float> chroma = CollectionsMarshal.AsSpan(window.Chroma);
        for (int t = 0; t < window.Frames; t++)
        {
            AddFrame(window.Masks[t], sounding, bass, overBass, intervals);
            ReadOnlySpan<float> frame = chroma.Slice(t * Classes, Classes);
            float sum = 1e-9f;
            foreach (float value in frame)
            {
                sum += value;
            }

            for (int i = 0; i < Classes; i++)
            {
                heard[i] += frame[i] / sum;
            }
        }

        foreach (SongNote note in notes)
        {
            struck[note.Pitch % Classes]++;
        }

        int tonic = TonicOf(heard, sounding);
        AddKey("heard", heard, to);
        AddKey("sounding", sounding, to);
        AddKey("struck", struck, to);
        to.Add("heard from the tonic", Turned(heard, tonic));
        to.Add("sounding from the tonic", Turned(sounding, tonic));
        to.Add("struck from the tonic", Turned(struck, tonic));
        to.Add("bass from the tonic", Turned(bass, tonic));
        to.Add("over the bass", Turned(overBass, 0));
        to.Add("intervals", Turned(intervals, 0).AsSpan(1));
        AddChords(window, tonic, to);
    }

    /// <summary>The tonic of a window or song.</summary>
    /// <param name="heard">Pitch classes as they are heard.</param>
    /// <param name="sounding">Pitch classes of the notes.</param>
    /// <returns>0 is C.</returns>
    private static int TonicOf(float[] heard, float[] sounding)
    {
        float[] a = Turned(heard, 0), b = Turned(sounding, 0);
        float[] both = [.. a.Zip(b, (x, y) => x + y)];
        return KeyFinder.Find(both).Tonic;
    }

    private static void AddFrame(ulong mask, float[] sounding, float[] bass, float[] overBass, float[] intervals)
    {
        if (mask == 0)
        {
            return;
        }

        int lowest = BitOperations.TrailingZeroCount(mask);
        bass[(lowest + PitchSalience.Lowest) % Classes]++;
        for (ulong rest = mask; rest != 0; rest &= rest - 1)
        {
            int note = BitOperations.TrailingZeroCount(rest);
            sounding[(note + PitchSalience.Lowest) % Classes]++;
            if (note != lowest)
            {
                overBass[(note - lowest) % Classes]++;
            }

            for (ulong others = rest & (rest - 1); others != 0; others &= others - 1)
            {
                int size = (BitOperations.TrailingZeroCount(others) - note) % Classes;
                intervals[Math.Min(size, Classes - size)]++;
            }
        }
    }

    private static void AddKey(string name, float[] classes, StatisticList to)
    {
        foreach (KeyProfile profile in (ReadOnlySpan<KeyProfile>)[KeyProfile.Temperley, KeyProfile.Krumhansl])
        {
            double major = double.NegativeInfinity, minor = double.NegativeInfinity;
            for (int tonic = 0; tonic < Classes; tonic++)
            {
                major = Math.Max(major, KeyFinder.Fit(classes, tonic, isMinor: false, profile));
                minor = Math.Max(minor, KeyFinder.Fit(classes, tonic, isMinor: true, profile));
            }

            to.Add($"{name}, {profile}: major", major);
            to.Add($"{name}, {profile}: minor", minor);
            to.Add($"{name}, {profile}: major over minor", major - minor);
        }

        double entropy = 0;
        foreach (float share in Turned(classes, 0))
        {
            entropy -= share > 0 ? share * Math.Log2(share) : 0;
        }

        to.Add($"{name}, entropy", entropy);
    }

    // Chords of half a second: the triad whose three pitch classes are heard most against the others.
    private static void AddChords(SongWindow window, int tonic, StatisticList to)
    {
        ReadOnlySpan<float> chroma = CollectionsMarshal.AsSpan(window.Chroma);
        Span<float> sum = stackalloc float[Classes];
        int count = 0, changes = 0, before = -1, majors = 0, tonics = 0, subdominants = 0, dominants = 0, sixths = 0, flats = 0;
        double fit = 0, lead = 0, diminished = 0;
        for (int start = 0; start + ChordFrames <= window.Frames; start += ChordFrames)
        {
            sum.Clear();
            for (int t = start * Classes; t < (start + ChordFrames) * Classes; t++)
            {
                sum[t % Classes] += chroma[t];
            }

            (int root, int kind, double strength, double ahead, double dim) = ChordOf(sum);
            int chord = (root * 2) + kind;
            count++;
            changes += before >= 0 && chord != before ? 1 : 0;
            before = chord;
            majors += kind == 0 ? 1 : 0;
            fit += strength;
            lead += ahead;
            diminished += dim;
            int degree = (root - tonic + Classes) % Classes;
            tonics += degree == 0 ? 1 : 0;
            subdominants += degree == 5 ? 1 : 0;
            dominants += degree == 7 ? 1 : 0;
            sixths += degree == 9 ? 1 : 0;
            flats += degree is 3 or 8 or 10 ? 1 : 0;
        }

        double all = Math.Max(1, count);
        to.Add("chords, changes", changes / all);
        to.Add("chords, major", majors / all);
        to.Add("chords, clear", fit / all);
        to.Add("chords, major over minor", lead / all);
        to.Add("chords, diminished", diminished / all);
        to.Add("chords, tonic", tonics / all);
        to.Add("chords, subdominant", subdominants / all);
        to.Add("chords, dominant", dominants / all);
        to.Add("chords, sixth", sixths / all);
        to.Add("chords, flat third, sixth and seventh", flats / all);
    }

    private static (int Root, int Kind, double Fit, double Lead, double Diminished) ChordOf(ReadOnlySpan<float> classes)
    {
        double all = 1e-9, best = -1, major = 0, minor = 0, diminished = 0;
        int bestRoot = 0, bestKind = 0;
        foreach (float value in classes)
        {
            all += value;
        }

        for (int root = 0; root < Classes; root++)
        {
            double frame = classes[root] + classes[(root + 7) % Classes];
            double greater = frame + classes[(root + 4) % Classes], lesser = frame + classes[(root + 3) % Classes];
            double dim = classes[root] + classes[(root + 3) % Classes] + classes[(root + 6) % Classes];
            (major, minor, diminished) = (Math.Max(major, greater), Math.Max(minor, lesser), Math.Max(diminished, dim));
            (best, bestRoot, bestKind) = greater > best ? (greater, root, 0) : (best, bestRoot, bestKind);
            (best, bestRoot, bestKind) = lesser > best ? (lesser, root, 1) : (best, bestRoot, bestKind);
        }

        return (bestRoot, bestKind, best / all, (major - minor) / all, (diminished - best) / all);
    }

    private static float[] Turned(float[] classes, int tonic)
    {
        float sum = classes.Sum() + 1e-9f;
        return [.. Enumerable.Range(0, classes.Length).Select(i => classes[(i + tonic) % classes.Length] / sum)];
    }
}
