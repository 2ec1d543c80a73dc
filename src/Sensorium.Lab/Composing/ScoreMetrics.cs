using Sensorium.Music;

namespace Sensorium.Lab.Composing;

/// <summary>
/// Measures of written music that are usual for comparing generated with human pieces. Bars are windows of two seconds, for a composed
/// piece as for a performance without bars, so that both lie under one ruler.
/// </summary>
public sealed record ScoreMetrics
{
    private const double BarSeconds = 2;
    private const int Steps = 64;
    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>Entropy of the pitch classes of all notes, 0..3.58 bits.</summary>
    public required double PitchClassEntropy { get; init; }

    /// <summary>Share of 64 steps at which two bars agree whether a note begins, on average over all pairs of bars (Wu and Yang, "The Jazz Transformer on the front line", ISMIR 2020), 0..1.</summary>
    public required double GrooveSimilarity { get; init; }

    /// <summary>Largest share of notes that fit one major or natural minor scale, 0..1.</summary>
    public required double ScaleConsistency { get; init; }

    /// <summary>Notes that sound together, on average where any sounds.</summary>
    public required double Polyphony { get; init; }

    /// <summary>Share of bars in which no note begins, 0..1.</summary>
    public required double EmptyBars { get; init; }

    /// <summary>Mean likeness (cosine of notes by pitch class and quarter of the bar) of a bar to the one most like it at least two bars away, 0..1.</summary>
    public required double SelfSimilarity { get; init; }

    /// <summary>Names of the measures and how to read them, in order.</summary>
    public static IReadOnlyList<(LocalizedText Name, Func<ScoreMetrics, double> Value)> All { get; } =
    [
        (new("pitch class entropy", "음이름 엔트로피"), metrics => metrics.PitchClassEntropy),
        (new("groove similarity", "리듬 유사도"), metrics => metrics.GrooveSimilarity),
        (new("scale consistency", "음계 일관성"), metrics => metrics.ScaleConsistency),
        (new("polyphony", "동시 발음 수"), metrics => metrics.Polyphony),
        (new("empty bars", "빈 마디"), metrics => metrics.EmptyBars),
        (new("self-similarity", "자기 유사도"), metrics => metrics.SelfSimilarity),
    ];

    /// <summary>Measures a score; percussion is left out.</summary>
    /// <param name="score">The score.</param>
    /// <returns>Its measures.</returns>
    public static ScoreMetrics Of(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        TempoMap tempi = new(score);
        (double Start, double End, int Pitch)[] notes =
        [
            .. score.Parts.Where(part => part.Bank != 128).SelectMany(part => part.Notes)
                .Select(note => (tempi.SecondsAt(note.Start), tempi.SecondsAt(note.Start + note.Length), note.Pitch)).OrderBy(note => note.Item1),
        ];
        double begin = notes.Length == 0 ? 0 : notes[0].Start;
        int bars = notes.Length == 0 ? 1 : (int)((notes[^1].Start - begin) / BarSeconds) + 1;
        var onsets = new bool[bars, Steps];
        var texture = new double[bars][];
        var classes = new double[12];
        for (int bar = 0; bar < bars; bar++)
        {
            texture[bar] = new double[48];
        }

        foreach ((double start, double _, int pitch) in notes)
        {
            double place = (start - begin) / BarSeconds;
            int bar = Math.Min((int)place, bars - 1);
            onsets[bar, Math.Min(Steps - 1, (int)((place - bar) * Steps))] = true;
            texture[bar][(Math.Min(3, (int)((place - bar) * 4)) * 12) + (pitch % 12)]++;
            classes[pitch % 12]++;
        }

        return new ScoreMetrics
        {
            PitchClassEntropy = -classes.Where(count => count > 0).Sum(count => count / notes.Length * Math.Log2(count / notes.Length)),
            GrooveSimilarity = Groove(onsets, bars),
            ScaleConsistency = notes.Length == 0 ? 1 : Enumerable.Range(0, 12).Max(k => Scale.Sum(step => classes[(k + step) % 12])) / notes.Length,
            Polyphony = Thickness(notes, begin),
            EmptyBars = Enumerable.Range(0, bars).Count(bar => texture[bar].All(count => count == 0)) / (double)bars,
            SelfSimilarity = Likeness(texture),
        };
    }

    private static double Groove(bool[,] onsets, int bars)
    {
        // Of all pairs, those agree at a step that both have an onset there and those that both have none.
        double agree = 0, pairs = bars * (bars - 1) / 2.0;
        for (int step = 0; step < Steps; step++)
        {
            double sounding = Enumerable.Range(0, bars).Count(bar => onsets[bar, step]), silent = bars - sounding;
            agree += (sounding * (sounding - 1) / 2) + (silent * (silent - 1) / 2);
        }

        return bars < 2 ? 1 : agree / (pairs * Steps);
    }

    private static double Thickness((double Start, double End, int Pitch)[] notes, double begin)
    {
        const double Step = 0.05;
        if (notes.Length == 0)
        {
            return 0;
        }

        var change = new int[(int)((notes.Max(note => note.End) - begin) / Step) + 2];
        foreach ((double start, double end, int _) in notes)
        {
            change[(int)((start - begin) / Step)]++;
            change[Math.Max((int)((start - begin) / Step) + 1, (int)((end - begin) / Step))]--;
        }

        int sounding = 0, heard = 0;
        long sum = 0;
        foreach (int step in change)
        {
            sounding += step;
            sum += sounding;
            heard += sounding > 0 ? 1 : 0;
        }

        return (double)sum / Math.Max(1, heard);
    }

    private static double Likeness(double[][] texture)
    {
        double[] lengths = [.. texture.Select(bar => Math.Sqrt(bar.Sum(value => value * value)))];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < texture.Length; i++)
        {
            double best = 0;
            for (int j = 0; j < texture.Length && lengths[i] > 0; j++)
            {
                if (Math.Abs(i - j) >= 2 && lengths[j] > 0)
                {
                    double product = 0;
                    for (int k = 0; k < texture[i].Length; k++)
                    {
                        product += texture[i][k] * texture[j][k];
                    }

                    best = Math.Max(best, product / (lengths[i] * lengths[j]));
                }
            }

            (sum, count) = lengths[i] > 0 ? (sum + best, count + 1) : (sum, count);
        }

        return count == 0 ? 0 : sum / count;
    }
}
