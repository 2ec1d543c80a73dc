using System.Numerics;

namespace Sensorium.Perception;

/// <summary>How many notes there are, how high, how long, and how the highest and lowest move.</summary>
internal static class NoteStatistics
{
    private const double Short = 0.2, Long = 1;
    private static readonly int[] RegisterBounds = [40, 48, 55, 60, 65, 70, 76, 84];

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="notes">Its notes.</param>
    /// <param name="prominent">Those that stand out.</param>
    /// <param name="to">Receives the numbers.</param>
    public static void Add(SongWindow window, IReadOnlyList<SongNote> notes, IReadOnlyList<SongNote> prominent, StatisticList to)
    {
        AddNotes(window, window.Masks, notes, to);
        AddRegister(window, notes, to);
        to.Prefix = "prominent: ";
        AddNotes(window, window.ProminentMasks, prominent, to);
        to.Prefix = string.Empty;
    }

    private static void AddNotes(SongWindow window, List<ulong> masks, IReadOnlyList<SongNote> notes, StatisticList to)
    {
        double seconds = Math.Max(1, window.Frames / SongSound.FrameRate);
        to.Add("notes a second, log", Math.Log2(0.1 + (notes.Count / seconds)));
        int[] beginning = new int[window.Frames];
        foreach (SongNote note in notes)
        {
            int at = note.Start - window.First;
            if (at >= 0 && at < beginning.Length)
            {
                beginning[at]++;
            }
        }

        Sample together = new(beginning.Where(count => count > 0).Select(count => (float)count));
        to.Add("moments with a beginning a second, log", Math.Log2(0.1 + (together.Count / seconds)));
        to.Add("notes that begin together, mean", together.Mean);
        to.Add("notes that begin together, sd", together.Sd);
        Sample gaps = new(Gaps(beginning).Select(frames => (float)Math.Log2(frames / SongSound.FrameRate)));
        to.Add("time between beginnings, mean", gaps.Mean);
        to.Add("time between beginnings, sd", gaps.Sd);
        Sample sounding = new(masks.Select(mask => (float)BitOperations.PopCount(mask)));
        to.Add("notes at once, mean", sounding.Mean);
        to.Add("notes at once, sd", sounding.Sd);
        to.Add("share without notes", sounding.Below(0.5));
        AddLengths(notes, to);
        AddLine("treble", [.. masks.Where(mask => mask != 0).Select(mask => 63 - BitOperations.LeadingZeroCount(mask))], to);
        AddLine("bass", [.. masks.Where(mask => mask != 0).Select(BitOperations.TrailingZeroCount)], to);
        Sample levels = new(notes.Select(note => note.Level));
        to.Add("level of notes, sd", levels.Sd);
        to.Add("level of notes, loud", levels.At(0.9) - levels.At(0.5));
        to.Add("level of notes, soft", levels.At(0.5) - levels.At(0.1));
    }

    private static void AddLengths(IReadOnlyList<SongNote> notes, StatisticList to)
    {
        Sample lengths = new(notes.Select(note => (float)Math.Log2(note.Frames / SongSound.FrameRate)));
        to.Add("length of notes, mean", lengths.Mean);
        to.Add("length of notes, sd", lengths.Sd);
        to.Add("length of notes, longest tenth", lengths.At(0.9));
        to.Add("share of short notes", lengths.Below(Math.Log2(Short)));
        to.Add("share of long notes", 1 - lengths.Below(Math.Log2(Long)));
    }

    private static void AddRegister(SongWindow window, IReadOnlyList<SongNote> notes, StatisticList to)
    {
        Sample struck = new(notes.Select(note => (float)note.Pitch));
        to.Add("pitch of beginnings, mean", struck.Mean);
        to.Add("pitch of beginnings, sd", struck.Sd);
        var sounding = new List<float>();
        foreach (ulong mask in window.Masks)
        {
            for (ulong rest = mask; rest != 0; rest &= rest - 1)
            {
                sounding.Add(BitOperations.TrailingZeroCount(rest) + PitchSalience.Lowest);
            }
        }

        Sample pitches = new(sounding);
        to.Add("pitch, mean", pitches.Mean);
        to.Add("pitch, sd", pitches.Sd);
        foreach (double share in (ReadOnlySpan<double>)[0.05, 0.25, 0.5, 0.75, 0.95])
        {
            to.Add($"pitch, {share:0.00}", pitches.At(share));
        }

        double before = 0;
        foreach (int bound in RegisterBounds)
        {
            double below = pitches.Below(bound);
            to.Add($"register below {bound}", below - before);
            before = below;
        }
    }

    private static void AddLine(string name, int[] line, StatisticList to)
    {
        Sample heights = new(line.Select(note => (float)(note + PitchSalience.Lowest)));
        to.Add($"{name}, mean", heights.Mean);
        to.Add($"{name}, sd", heights.Sd);
        List<float> steps = [];
        for (int i = 1; i < line.Length; i++)
        {
            if (line[i] != line[i - 1])
            {
                steps.Add(Math.Abs(line[i] - line[i - 1]));
            }
        }

        Sample moves = new(steps);
        to.Add($"{name}, moves a second", steps.Count / Math.Max(1, line.Length / SongSound.FrameRate));
        to.Add($"{name}, size of moves", moves.Mean);
        to.Add($"{name}, steps", moves.Below(2.5));
        to.Add($"{name}, thirds", moves.Below(4.5) - moves.Below(2.5));
        to.Add($"{name}, fourths and fifths", moves.Below(7.5) - moves.Below(4.5));
        to.Add($"{name}, octaves", moves.Below(12.5) - moves.Below(11.5));
    }

    private static IEnumerable<int> Gaps(int[] beginning)
    {
        int last = -1;
        for (int t = 0; t < beginning.Length; t++)
        {
            if (beginning[t] > 0)
            {
                if (last >= 0)
                {
                    yield return t - last;
                }

                last = t;
            }
        }
    }
}
