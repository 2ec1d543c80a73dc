using Sensorium.Expression;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>A stretch of a composed piece: what it was to feel like and what a model makes of it.</summary>
/// <param name="Start">Where it begins, in seconds.</param>
/// <param name="Intended">The path in its middle.</param>
/// <param name="Judged">The model's quarters.</param>
public readonly record struct JudgedWindow(double Start, AffectPoint Intended, QuadrantScores Judged)
{
    /// <summary>Judges a piece in windows of equal length, as near to the wanted one as divides the piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="model">The model.</param>
    /// <param name="seconds">Length of a window, over 0.</param>
    /// <returns>The windows, at least one.</returns>
    public static IReadOnlyList<JudgedWindow> Of(Composition piece, ScoreModel model, double seconds)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        double length = new TempoMap(piece.Score).Seconds;
        int count = Math.Max(1, (int)Math.Round(length / seconds));
        List<JudgedWindow> windows = [];
        for (int i = 0; i < count; i++)
        {
            double from = i * length / count, to = (i + 1) * length / count;
            windows.Add(new JudgedWindow(from, piece.Request.Path.At(TimeSpan.FromSeconds((from + to) / 2)), model.Judge(piece.Score, from, to)));
        }

        return windows;
    }
}
