using System.Diagnostics;
using Sensorium.Expression;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.Lab.Composing;

/// <summary>
/// Does composed music feel as it was meant to? A judge that learnt from human pieces, and never heard a composed one, says so; the composer knows
/// neither it nor the ranker.
/// </summary>
public static class ComposeEvaluation
{
    private const double Nearest = 0.2;
    private const double WindowSeconds = 30;
    private const int SampleSeconds = 24;

    /// <summary>Measures.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="ranker">The ranker.</param>
    /// <param name="human">Human piano pieces to compare with; empty for none.</param>
    /// <param name="options">How.</param>
    /// <param name="synthesizer">Plays a piece of each style for its spectrogram; null leaves them out.</param>
    /// <param name="progress">Receives how much is done; null for none.</param>
    /// <param name="cancellationToken">Stops the measurement.</param>
    /// <returns>The figures.</returns>
    public static ComposeEvaluationResult Run(
        ScoreModel judge,
        ScoreModel ranker,
        IEnumerable<Score> human,
        ComposeEvaluationOptions options,
        ISynthesizer? synthesizer = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(ranker);
        ArgumentNullException.ThrowIfNull(human);
        ArgumentNullException.ThrowIfNull(options);
        CandidateRanker chooser = new(ranker);
        AffectPoint[] targets = Targets(options);
        int[] styles = Styles(options);
        var pieces = new JudgedPiece[targets.Length];
        var bars = new HashSet<string>[targets.Length];
        Stopwatch composing = new();
        double composed = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CompositionStyle style = CompositionStyles.All[styles[i]];
            CompositionRequest request = new() { Path = AffectPath.Hold(targets[i].Valence, targets[i].Arousal, options.Length), Style = style };
            composing.Start();
            Composition[] candidates = [.. Enumerable.Range(0, options.Candidates).Select(k => Composer.Compose(request with { Seed = Seed(options, i, k) }))];
            composing.Stop();
            composed += options.Candidates * options.Length.TotalSeconds;
            Composition chosen = chooser.Rank(candidates)[0];
            pieces[i] = new JudgedPiece(style, targets[i], judge.Judge(chosen.Score), judge.Judge(candidates[0].Score), ScoreMetrics.Of(chosen.Score));
            bars[i] = Bars(chosen.Score);
            progress?.Report(0.7 * (i + 1) / targets.Length);
        }

        List<JudgedArc> arcs = [];
        Pcg32 random = new(options.Seed, 3);
        for (int i = 0; i < options.Arcs; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double, double) start = Place(random), goal = Place(random);
            CompositionRequest request = new() { Path = AffectPath.Iso(start, goal, options.ArcLength), Style = CompositionStyles.All[i % CompositionStyles.All.Count] };
            Composition piece = chooser.Rank(Enumerable.Range(0, options.Candidates).Select(k => Composer.Compose(request with { Seed = Seed(options, targets.Length + i, k), Title = $"{i + 1}" })))[0];
            arcs.Add(new JudgedArc(piece, JudgedWindow.Of(piece, judge, WindowSeconds)));
            progress?.Report(0.7 + (0.2 * (i + 1) / options.Arcs));
        }

        return new ComposeEvaluationResult
        {
            Options = options,
            Models = (judge.Name, ranker.Name),
            Pieces = pieces,
            Arcs = arcs,
            Samples = [.. CompositionStyles.All.Select(style => Sample(style, synthesizer, options.Seed, cancellationToken))],
            Human = [.. human.Select(ScoreMetrics.Of)],
            MostShared = MostShared(bars),
            Speed = composed / composing.Elapsed.TotalSeconds,
        };
    }

    private static StyleSample Sample(CompositionStyle style, ISynthesizer? synthesizer, ulong seed, CancellationToken cancellationToken)
    {
        Composition piece = Composer.Compose(new CompositionRequest { Path = AffectPath.Hold(0.4, 0.1, TimeSpan.FromSeconds(SampleSeconds)), Style = style, Seed = seed, Title = style.Id });
        return new StyleSample(piece, synthesizer is null ? null : CompositionPage.Spectrogram(synthesizer.Render(piece.Score, SampleSeconds * synthesizer.SampleRate, cancellationToken)));
    }

    // Evenly over the four corners of the plane that stay clear of its axes, by Halton's sequence, so that every seed covers it alike.
    private static AffectPoint[] Targets(ComposeEvaluationOptions options)
    {
        Pcg32 random = new(options.Seed, 2);
        double shift = random.NextDouble(), lift = random.NextDouble();
        return [.. Enumerable.Range(1, options.Pieces).Select(i => new AffectPoint(TimeSpan.Zero, Clear((Halton(i, 2) + shift) % 1), Clear((Halton(i, 3) + lift) % 1)))];
    }

    // Each style as often as the others, shuffled, so that no style has targets of its own.
    private static int[] Styles(ComposeEvaluationOptions options)
    {
        Pcg32 random = new(options.Seed, 4);
        int[] styles = [.. Enumerable.Range(0, options.Pieces).Select(i => i % CompositionStyles.All.Count)];
        for (int i = styles.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (styles[i], styles[other]) = (styles[other], styles[i]);
        }

        return styles;
    }

    private static double Clear(double unit)
    {
        double side = unit < 0.5 ? -1 : 1;
        return side * (Nearest + ((1 - Nearest) * (side < 0 ? 1 - (2 * unit) : (2 * unit) - 1)));
    }

    private static double Halton(int index, int radix)
    {
        double value = 0, digit = 1.0 / radix;
        for (; index > 0; index /= radix, digit /= radix)
        {
            value += (index % radix) * digit;
        }

        return value;
    }

    private static (double Valence, double Arousal) Place(Pcg32 random) => (Clear(random.NextDouble()), Clear(random.NextDouble()));

    private static ulong Seed(ComposeEvaluationOptions options, int piece, int candidate) => (options.Seed * 1_000_003) + (ulong)((piece * 16) + candidate);

    // A bar as what begins in it: pitches at semiquavers, the parts together.
    private static HashSet<string> Bars(Score score) => [.. score.Parts.SelectMany(part => part.Notes)
        .GroupBy(note => (int)(note.Start / score.Meter.Quarters))
        .Select(bar => string.Join(' ', bar.Select(note => $"{Math.Round((note.Start - (bar.Key * score.Meter.Quarters)) * 4)}:{note.Pitch}").Order(StringComparer.Ordinal)))];

    private static double MostShared(HashSet<string>[] pieces)
    {
        double most = 0;
        Dictionary<string, List<int>> places = [];
        for (int i = 0; i < pieces.Length; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (string bar in pieces[i])
            {
                List<int> heard = places.TryGetValue(bar, out List<int>? there) ? there : places[bar] = [];
                foreach (int other in heard)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }

                heard.Add(i);
            }

            foreach ((int other, int count) in shared)
            {
                most = Math.Max(most, count / (double)Math.Min(pieces[i].Count, pieces[other].Count));
            }
        }

        return most;
    }
}
