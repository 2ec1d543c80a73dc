using Sensorium.Music;

namespace Sensorium.Perception;

/// <summary>
/// What can be counted in a score, or in a stretch of one, for judging how it feels: rhythm, pitch, harmony, melody, bass, loudness. Times are in
/// seconds, not in beats, so that a recorded performance without bars is measured like a written piece; percussion is left out.
/// </summary>
public static class ScoreStatistics
{
    private const double Together = 0.05;
    private const double Shortest = 0.02;
    private const int MostNotes = 200_000;

    // Krumhansl's and Kessler's profiles of major and minor keys (1982): how well each pitch class fits.
    private static readonly double[] Major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] Minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];
    private static readonly int[][] TriadKinds = [[0, 4, 7], [0, 3, 7], [0, 3, 6], [0, 4, 8]];
    private static readonly int[] MajorScale = [0, 2, 4, 5, 7, 9, 11];
    private static readonly double[] StepEdges = [0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.57, 0.8, 1.2];

    /// <summary>Names of the values, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = Measure([], named: true).Names;

    /// <summary>Measures a score.</summary>
    /// <param name="score">The score.</param>
    /// <returns>One finite value for each of <see cref="Names"/>.</returns>
    /// <exception cref="LimitReachedException">It has more than 200,000 notes.</exception>
    public static float[] Of(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return Of(score, 0, new TempoMap(score).Seconds + 1);
    }

    /// <summary>Measures a stretch of a score: the notes that begin in it.</summary>
    /// <param name="score">The score.</param>
    /// <param name="from">Its beginning in seconds.</param>
    /// <param name="to">Its end in seconds, over <paramref name="from"/>.</param>
    /// <returns>One finite value for each of <see cref="Names"/>.</returns>
    /// <exception cref="LimitReachedException">It has more than 200,000 notes.</exception>
    public static float[] Of(Score score, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(score);
        if (score.Parts.Sum(part => (long)part.Notes.Count) > MostNotes)
        {
            throw new LimitReachedException(new LocalizedText(
                $"The score has more than {MostNotes} notes; a shorter one is needed.", $"악보의 음이 {MostNotes}개를 넘습니다. 더 짧은 악보를 넣으십시오."));
        }

        TempoMap tempi = new(score);
        List<Sounding> notes = [];
        foreach (Part part in score.Parts.Where(part => part.Bank != 128))
        {
            foreach (Note note in part.Notes)
            {
                double start = tempi.SecondsAt(note.Start);
                if (start >= from && start < to)
                {
                    notes.Add(new Sounding(start, Math.Max(Shortest, tempi.SecondsAt(note.Start + note.Length) - start), note.Pitch, note.Velocity));
                }
            }
        }

        notes.Sort((a, b) => (a.Start, a.Pitch).CompareTo((b.Start, b.Pitch)));
        return Measure(notes, named: false).Values;
    }

    private static (float[] Values, string[] Names) Measure(List<Sounding> notes, bool named)
    {
        Values values = new(named);
        Loudness(notes, values);
        List<Sounding[]> chords = Group(notes);
        Rhythm(notes, chords, values);
        Tonality(notes, values);
        Lines(chords, values);
        Harmony(chords, values);
        Triads(notes, values);
        return values.Take();
    }

    private static void Loudness(List<Sounding> notes, Values values)
    {
        double[] velocity = Sorted(notes.Select(note => (double)note.Velocity));
        values.Add("velocity mean", Mean(velocity));
        values.Add("velocity spread", Spread(velocity));
        values.Add("velocity low", Quantile(velocity, 0.1));
        values.Add("velocity high", Quantile(velocity, 0.9));
    }

    private static void Rhythm(List<Sounding> notes, List<Sounding[]> chords, Values values)
    {
        double seconds = notes.Count == 0 ? 1 : Math.Max(1, notes.Max(note => note.Start + note.Length) - notes[0].Start);
        values.Add("notes a second", Math.Log(1 + (notes.Count / seconds)));
        values.Add("onsets a second", Math.Log(1 + (chords.Count / seconds)));
        values.Add("notes an onset", chords.Count == 0 ? 0 : (double)notes.Count / chords.Count);
        double[] lengths = Sorted(notes.Select(note => Math.Log(note.Length)));
        double[] gaps = Sorted(chords.Zip(chords.Skip(1)).Select(pair => Math.Log(Math.Max(Shortest, pair.Second[0].Start - pair.First[0].Start))));
        foreach ((string name, double[] series) in new[] { ("length", lengths), ("gap", gaps) })
        {
            values.Add($"{name} mean", Mean(series));
            values.Add($"{name} spread", Spread(series));
            values.Add($"{name} low", Quantile(series, 0.1));
            values.Add($"{name} middle", Quantile(series, 0.5));
            values.Add($"{name} high", Quantile(series, 0.9));
        }

        values.Add("articulation", Quantile(lengths, 0.5) - Quantile(gaps, 0.5));
        for (int i = 0; i <= StepEdges.Length; i++)
        {
            double low = i == 0 ? double.MinValue : Math.Log(StepEdges[i - 1]), high = i == StepEdges.Length ? double.MaxValue : Math.Log(StepEdges[i]);
            values.Add($"gaps {i}", Share(gaps, gap => gap >= low && gap < high));
        }

        (double mean, double silent, double thick) = Thickness(notes, seconds);
        values.Add("thickness", mean);
        values.Add("silence", silent);
        values.Add("thick", thick);
        values.Add("pulse", Pulse(chords, seconds));
    }

    private static void Tonality(List<Sounding> notes, Values values)
    {
        double[] pitch = Sorted(notes.Select(note => (double)note.Pitch));
        values.Add("pitch mean", Mean(pitch));
        values.Add("pitch spread", Spread(pitch));
        foreach (double at in (double[])[0.05, 0.25, 0.5, 0.75, 0.95])
        {
            values.Add($"pitch {at * 100:0}", Quantile(pitch, at));
        }

        var classes = new double[12];
        foreach (Sounding note in notes)
        {
            classes[note.Pitch % 12] += Math.Min(note.Length, 2);
        }

        double sum = Math.Max(1e-9, classes.Sum());
        double[] shares = [.. classes.Select(value => value / sum)];
        double[] major = Fits(shares, Major), minor = Fits(shares, Minor);
        int bestMajor = Array.IndexOf(major, major.Max()), bestMinor = Array.IndexOf(minor, minor.Max());
        bool isMinor = minor[bestMinor] > major[bestMajor];
        int tonic = isMinor ? bestMinor : bestMajor;
        values.Add("major fit", major[bestMajor]);
        values.Add("minor fit", minor[bestMinor]);
        values.Add("major by minor", major[bestMajor] - minor[bestMinor]);
        values.Add("major by its own minor", major[tonic] - minor[tonic]);
        values.Add("pitch class entropy", -shares.Where(share => share > 0).Sum(share => share * Math.Log2(share)));
        values.Add("scale", Enumerable.Range(0, 12).Max(k => MajorScale.Sum(step => shares[(k + step) % 12])));
        for (int i = 0; i < 12; i++)
        {
            values.Add($"degree {i}", shares[(tonic + i) % 12]);
        }
    }

    private static void Lines(List<Sounding[]> chords, Values values)
    {
        foreach ((string name, Func<Sounding[], Sounding> of) in new (string, Func<Sounding[], Sounding>)[] { ("top", chord => chord[^1]), ("bass", chord => chord[0]) })
        {
            double[] line = [.. chords.Select(chord => (double)of(chord).Pitch)];
            double[] leaps = [.. line.Zip(line.Skip(1), (a, b) => b - a)];
            values.Add($"{name} mean", Mean(line));
            values.Add($"{name} spread", Spread(line));
            values.Add($"{name} still", Share(leaps, leap => leap == 0));
            values.Add($"{name} semitones", Share(leaps, leap => Math.Abs(leap) == 1));
            values.Add($"{name} tones", Share(leaps, leap => Math.Abs(leap) == 2));
            values.Add($"{name} minor thirds", Share(leaps, leap => Math.Abs(leap) == 3));
            values.Add($"{name} major thirds", Share(leaps, leap => Math.Abs(leap) == 4));
            values.Add($"{name} fifths", Share(leaps, leap => Math.Abs(leap) is 5 or 7));
            values.Add($"{name} wide", Share(leaps, leap => Math.Abs(leap) > 9));
            values.Add($"{name} rising", Share(leaps, leap => leap > 0) - Share(leaps, leap => leap < 0));
        }
    }

    private static void Harmony(List<Sounding[]> chords, Values values)
    {
        var above = new double[12];
        double sum = 0;
        foreach (Sounding[] chord in chords.Where(chord => chord.Length > 1))
        {
            foreach (Sounding note in chord.Skip(1))
            {
                above[(note.Pitch - chord[0].Pitch) % 12]++;
                sum++;
            }
        }

        for (int i = 0; i < 12; i++)
        {
            values.Add($"above bass {i}", sum == 0 ? 0 : above[i] / sum);
        }

        // Seconds and sevenths, and tritones, among notes that begin together.
        double pairs = 0, rough = 0, tritones = 0;
        foreach (Sounding[] chord in chords)
        {
            for (int i = 0; i < chord.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    int apart = (chord[i].Pitch - chord[j].Pitch) % 12;
                    pairs++;
                    rough += apart is 1 or 11 ? 1 : 0;
                    tritones += apart == 6 ? 1 : 0;
                }
            }
        }

        values.Add("rough", pairs == 0 ? 0 : rough / pairs);
        values.Add("tritones", pairs == 0 ? 0 : tritones / pairs);
    }

    // Second by second the triad that fits best, by how much it does; and over eight seconds how much more major than minor the key is.
    private static void Triads(List<Sounding> notes, Values values)
    {
        double begin = notes.Count == 0 ? 0 : notes[0].Start, end = notes.Count == 0 ? 0 : notes.Max(note => note.Start + note.Length);
        int seconds = (int)Math.Clamp(Math.Ceiling(end - begin), 1, 4000);
        var classes = new double[seconds, 12];
        foreach (Sounding note in notes)
        {
            int last = Math.Min(seconds - 1, (int)(note.Start + note.Length - begin));
            for (int second = (int)(note.Start - begin); second <= last; second++)
            {
                double inside = Math.Min(note.Start + note.Length, begin + second + 1) - Math.Max(note.Start, begin + second);
                classes[second, note.Pitch % 12] += Math.Max(0, inside) * note.Velocity;
            }
        }

        var kinds = new double[TriadKinds.Length];
        double fit = 0, changes = 0;
        int before = -1;
        List<double> keys = [];
        var wide = new double[12];
        for (int second = 0; second < seconds; second++)
        {
            double sum = 1e-9, best = -1;
            int bestKind = 0, bestRoot = 0;
            for (int k = 0; k < 12; k++)
            {
                sum += classes[second, k];
                wide[k] += classes[second, k];
            }

            for (int kind = 0; kind < TriadKinds.Length; kind++)
            {
                for (int root = 0; root < 12; root++)
                {
                    double share = TriadKinds[kind].Sum(step => classes[second, (root + step) % 12]) / sum;
                    (best, bestKind, bestRoot) = share > best + 1e-9 ? (share, kind, root) : (best, bestKind, bestRoot);
                }
            }

            kinds[bestKind] += best;
            fit += best;
            changes += before >= 0 && before != bestRoot ? 1 : 0;
            before = bestRoot;
            if (second % 8 == 7 || second == seconds - 1)
            {
                double total = Math.Max(1e-9, wide.Sum());
                double[] shares = [.. wide.Select(value => value / total)];
                keys.Add(Fits(shares, Major).Max() - Fits(shares, Minor).Max());
                Array.Clear(wide);
            }
        }

        for (int kind = 0; kind < kinds.Length; kind++)
        {
            values.Add($"triads {kind}", kinds[kind] / seconds);
        }

        values.Add("triad fit", fit / seconds);
        values.Add("triad changes", changes / seconds);
        values.Add("local major by minor", keys.Average());
        values.Add("local spread of major by minor", Spread([.. keys]));
    }

    // Notes that begin within a twentieth of a second are one chord, its notes from the lowest.
    private static List<Sounding[]> Group(List<Sounding> notes)
    {
        List<Sounding[]> chords = [];
        for (int first = 0; first < notes.Count;)
        {
            int next = first + 1;
            while (next < notes.Count && notes[next].Start - notes[first].Start < Together)
            {
                next++;
            }

            chords.Add([.. notes.Skip(first).Take(next - first).OrderBy(note => note.Pitch)]);
            first = next;
        }

        return chords;
    }

    private static (double Mean, double Silent, double Thick) Thickness(List<Sounding> notes, double seconds)
    {
        if (notes.Count == 0)
        {
            return default;
        }

        int frames = (int)Math.Ceiling(seconds / Together) + 1;
        var change = new int[frames + 1];
        foreach (Sounding note in notes)
        {
            change[Math.Min(frames, (int)((note.Start - notes[0].Start) / Together))]++;
            change[Math.Min(frames, (int)((note.Start + note.Length - notes[0].Start) / Together))]--;
        }

        int sounding = 0, silent = 0, thick = 0;
        double sum = 0;
        for (int i = 0; i < frames; i++)
        {
            sounding += change[i];
            sum += sounding;
            silent += sounding == 0 ? 1 : 0;
            thick += sounding > 6 ? 1 : 0;
        }

        return (sum / frames, (double)silent / frames, (double)thick / frames);
    }

    // How much of the onsets repeats after the best lag of .25 to 1 s.
    private static double Pulse(List<Sounding[]> chords, double seconds)
    {
        if (chords.Count < 4)
        {
            return 0;
        }

        var curve = new double[(int)Math.Min(12_000, Math.Ceiling(seconds / Together)) + 1];
        foreach (Sounding[] chord in chords)
        {
            int at = (int)((chord[0].Start - chords[0][0].Start) / Together);
            if (at < curve.Length)
            {
                curve[at]++;
            }
        }

        double mean = curve.Average(), best = 0, power = curve.Sum(value => (value - mean) * (value - mean));
        for (int lag = 5; lag <= 20 && lag < curve.Length; lag++)
        {
            double product = 0;
            for (int i = lag; i < curve.Length; i++)
            {
                product += (curve[i] - mean) * (curve[i - lag] - mean);
            }

            best = Math.Max(best, product / Math.Max(1e-9, power));
        }

        return best;
    }

    private static double[] Fits(double[] shares, double[] profile)
    {
        var fits = new double[12];
        double mean = profile.Average(), spread = Math.Sqrt(profile.Sum(value => (value - mean) * (value - mean)));
        double norm = Math.Sqrt(shares.Sum(share => (share - (1 / 12.0)) * (share - (1 / 12.0))));
        for (int k = 0; k < 12 && norm > 0; k++)
        {
            for (int i = 0; i < 12; i++)
            {
                fits[k] += (shares[(k + i) % 12] - (1 / 12.0)) * (profile[i] - mean) / (norm * spread);
            }
        }

        return fits;
    }

    private static double[] Sorted(IEnumerable<double> values) => [.. values.Order()];

    private static double Mean(double[] values) => values.Length == 0 ? 0 : values.Average();

    private static double Spread(double[] values)
    {
        double mean = Mean(values);
        return values.Length == 0 ? 0 : Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Quantile(double[] sorted, double at)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        double place = at * (sorted.Length - 1);
        int low = (int)place;
        int high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }

    private static double Share(double[] values, Func<double, bool> counts) => values.Length == 0 ? 0 : (double)values.Count(counts) / values.Length;

    private readonly record struct Sounding(double Start, double Length, int Pitch, int Velocity);

    private sealed class Values(bool named)
    {
        private readonly List<float> _values = [];
        private readonly List<string> _names = [];

        public void Add(string name, double value)
        {
            _values.Add((float)value);
            if (named)
            {
                _names.Add(name);
            }
        }

        public (float[] Values, string[] Names) Take() => ([.. _values], [.. _names]);
    }
}
