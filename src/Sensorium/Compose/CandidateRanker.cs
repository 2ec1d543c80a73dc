using Sensorium.Expression;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Chooses between composed candidates: the better follows its path more closely in the ranker's ears.</summary>
/// <param name="model">The ranker.</param>
public sealed class CandidateRanker(ScoreModel model)
{
    private const double WindowSeconds = 30;

    /// <summary>How far a piece is from its path: the mean over windows of 30 s of the squared distance on the plane between where it was to be and where it seems to be.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>0 (on the path) to 8.</returns>
    public double Distance(Composition piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        IReadOnlyList<JudgedWindow> windows = JudgedWindow.Of(piece, model, WindowSeconds);
        return windows.Average(window => Square(window.Intended.Valence - window.Judged.Valence) + Square(window.Intended.Arousal - window.Judged.Arousal));
    }

    /// <summary>Puts candidates in order.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <returns>The best first; of equals, the earlier.</returns>
    public IReadOnlyList<Composition> Rank(IEnumerable<Composition> candidates) => [.. candidates.OrderBy(Distance)];

    private static double Square(double value) => value * value;
}
