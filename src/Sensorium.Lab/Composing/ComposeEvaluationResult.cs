using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Composing;

/// <summary>What was measured of composing.</summary>
public sealed record ComposeEvaluationResult
{
    /// <summary>How it was measured.</summary>
    public required ComposeEvaluationOptions Options { get; init; }

    /// <summary>The models: judge, ranker.</summary>
    public required (string Judge, string Ranker) Models { get; init; }

    /// <summary>The pieces that hold one feeling.</summary>
    public required IReadOnlyList<JudgedPiece> Pieces { get; init; }

    /// <summary>The pieces that go from one feeling to another.</summary>
    public required IReadOnlyList<JudgedArc> Arcs { get; init; }

    /// <summary>A piece of each style.</summary>
    public required IReadOnlyList<StyleSample> Samples { get; init; }

    /// <summary>The measures of human pieces; empty where they were not given.</summary>
    public required IReadOnlyList<ScoreMetrics> Human { get; init; }

    /// <summary>Largest share of its bars that a piece has in common with another.</summary>
    public required double MostShared { get; init; }

    /// <summary>How many times faster than it sounds music was composed, on one core, ranking not counted.</summary>
    public required double Speed { get; init; }

    /// <summary>Share of pieces in the quarter that was asked for.</summary>
    /// <param name="first">Whether first candidates count instead of chosen ones.</param>
    public double Accuracy(bool first = false) => Pieces.Average(piece => Of(piece, first).Likeliest == Perception.QuadrantScores.Of(piece.Target.Valence, piece.Target.Arousal) ? 1.0 : 0);

    /// <summary>Squared correlation of intended and judged valence.</summary>
    /// <param name="first">Whether first candidates count instead of chosen ones.</param>
    public double ValenceFit(bool first = false) => Square(Regression.Pearson([.. Pieces.Select(piece => piece.Target.Valence)], [.. Pieces.Select(piece => Of(piece, first).Valence)]));

    /// <summary>Squared correlation of intended and judged arousal.</summary>
    /// <param name="first">Whether first candidates count instead of chosen ones.</param>
    public double ArousalFit(bool first = false) => Square(Regression.Pearson([.. Pieces.Select(piece => piece.Target.Arousal)], [.. Pieces.Select(piece => Of(piece, first).Arousal)]));

    /// <summary>Correlation of intended and judged valence over all windows of all arcs.</summary>
    public double ArcValence => Correlation(window => window.Intended.Valence, window => window.Judged.Valence);

    /// <summary>Correlation of intended and judged arousal over all windows of all arcs.</summary>
    public double ArcArousal => Correlation(window => window.Intended.Arousal, window => window.Judged.Arousal);

    private double Correlation(Func<JudgedWindow, double> intended, Func<JudgedWindow, double> judged)
    {
        JudgedWindow[] windows = [.. Arcs.SelectMany(arc => arc.Windows)];
        return Regression.Pearson([.. windows.Select(intended)], [.. windows.Select(judged)]);
    }

    private static Perception.QuadrantScores Of(JudgedPiece piece, bool first) => first ? piece.First : piece.Judged;

    private static double Square(double value) => value * value;
}
