using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>
/// Composes pieces from a path on the plane: form, harmony, melody, accompaniment, bass and percussion by rules, from nothing but the request and its
/// seed. It knows no listener and no judge.
/// </summary>
public static class Composer
{
    /// <summary>Composes a piece.</summary>
    /// <param name="request">What to compose.</param>
    /// <returns>The piece: the same for the same request.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The path is shorter than <see cref="CompositionRequest.Shortest"/> or longer than <see cref="CompositionRequest.Longest"/>, or the warmth lies outside -1..1.</exception>
    public static Composition Compose(CompositionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Path.Length, CompositionRequest.Shortest, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Path.Length, CompositionRequest.Longest, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(request.Warmth), 1, nameof(request));
        CompositionPlan plan = CompositionPlan.Of(request, new Pcg32(request.Seed, 1));
        List<(StylePart Part, List<DraftNote> Notes)> drafts = [.. request.Style.Parts.Select((part, i) => (part, Write(part, request, plan, new Pcg32(request.Seed, (ulong)(10 + i)))))];
        OuterVoices.Mend(drafts, plan);
        List<Part> parts = [];
        for (int i = 0; i < drafts.Count; i++)
        {
            (StylePart part, List<DraftNote> notes) = drafts[i];
            Performer performer = new(request.Style, plan, request.Seed, new Pcg32(request.Seed, (ulong)(40 + i)));
            parts.Add(new Part
            {
                Name = part.Name.English,
                Bank = part.Role == CompositionRole.Drums ? 128 : 0,
                Program = request.Warmth >= 0 ? part.WarmProgram : part.CoolProgram,
                Volume = part.Volume,
                Pan = part.Pan,
                Notes = performer.Play(notes, part.Lowest, part.Highest),
            });
        }

        CompositionBar first = plan.Bars[0];
        return new Composition
        {
            Request = request,
            Score = new Score
            {
                Title = request.Title,
                Tempo = first.Tempo,
                TempoChanges = [.. plan.Bars.Zip(plan.Bars.Skip(1)).Where(pair => pair.First.Tempo != pair.Second.Tempo).Select(pair => new TempoChange(pair.Second.Beat, pair.Second.Tempo))],
                Key = first.Key,
                Meter = new Meter(plan.BeatsPerBar, 4),
                Form = [.. plan.Bars.Where(bar => bar.InPhrase == 0).Select(bar => new ScoreSection(bar.Beat, Label(bar.Phrase)))],
                Length = plan.Bars.Count * plan.BeatsPerBar,
                Parts = parts,
            },
            Chords = [.. plan.Bars.SelectMany(bar => bar.Chords.Select((chord, i) => new ScoreChord(bar.Beat + (i * (double)plan.BeatsPerBar / bar.Chords.Count), bar.Key, chord)))],
        };
    }

    private static List<DraftNote> Write(StylePart part, CompositionRequest request, CompositionPlan plan, Pcg32 random)
    {
        List<DraftNote> notes = part.Role switch
        {
            CompositionRole.Melody => new MelodyWriter(request.Style, part, random).Write(plan),
            CompositionRole.Bass => new BassWriter(part, random).Write(plan),
            CompositionRole.Drums => new DrumWriter(part, random).Write(plan),
            _ => new ChordWriter(part, random).Write(plan),
        };
        return part.From <= -1 ? notes : [.. notes.Where(note => (2 * plan.Bars[(int)(note.Beat / plan.BeatsPerBar)].Character.Drive) - 1 >= part.From)];
    }

    private static string Label(CompositionPhrase phrase) =>
        phrase.Theme < 0 ? "intro" : (char)('A' + (phrase.Theme % 26)) + new string('\'', phrase.Variation);
}
