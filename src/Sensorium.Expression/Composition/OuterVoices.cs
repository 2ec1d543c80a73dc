using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Keeps melody and bass from moving in parallel fifths and octaves from one downbeat to the next.</summary>
internal static class OuterVoices
{
    /// <summary>Moves a melody's downbeat to another note of its chord where it would follow the bass in parallel.</summary>
    /// <param name="drafts">The parts; the first is the melody.</param>
    /// <param name="plan">The plan.</param>
    public static void Mend(List<(StylePart Part, List<DraftNote> Notes)> drafts, CompositionPlan plan)
    {
        int bassAt = drafts.FindIndex(draft => draft.Part.Role == CompositionRole.Bass);
        if (bassAt < 0)
        {
            return;
        }

        Dictionary<double, int> bass = Downbeats(drafts[bassAt].Notes, plan.BeatsPerBar);
        List<DraftNote> melody = drafts[0].Notes;
        (int Low, int High)? before = null;
        foreach (CompositionBar bar in plan.Bars)
        {
            int at = melody.FindIndex(note => note.Beat == bar.Beat);
            if (at < 0 || !bass.TryGetValue(bar.Beat, out int low))
            {
                before = null;
                continue;
            }

            int high = melody[at].Pitch;
            if (before is { } last && IsParallel(last, (low, high)) && bar.Index < plan.Bars.Count - 1)
            {
                int better = Enumerable.Range(1, 5).SelectMany(i => new[] { high + i, high - i })
                    .FirstOrDefault(p => bar.Chords[0].Contains(p) && !IsParallel(last, (low, p)) && p >= drafts[0].Part.Lowest && p <= drafts[0].Part.Highest, high);
                melody[at] = melody[at] with { Pitch = better };
                high = better;
            }

            before = (low, high);
        }
    }

    private static bool IsParallel((int Low, int High) a, (int Low, int High) b) =>
        a.Low != b.Low && Math.Sign(b.Low - a.Low) == Math.Sign(b.High - a.High)
        && Interval.Between(a.Low, a.High) is { IsPerfectConsonance: true } before && before.Class == Interval.Between(b.Low, b.High).Class;

    private static Dictionary<double, int> Downbeats(List<DraftNote> notes, int beatsPerBar) =>
        notes.Where(note => note.Beat % beatsPerBar == 0).GroupBy(note => note.Beat).ToDictionary(group => group.Key, group => group.Min(note => note.Pitch));
}
