namespace Sensorium.Lab.Evaluation;

/// <summary>
/// The area under the receiver operating characteristic: how often an item that has a property scores above one that has not, ties counting
/// half (Hanley and McNeil, Radiology 1982). Sorted once, so that many resamples cost little.
/// </summary>
public sealed class RankedScores
{
    private readonly int[] _order;
    private readonly double[] _scores;
    private readonly bool[] _truth;

    /// <summary>Sorts the scores.</summary>
    /// <param name="scores">Score of each item.</param>
    /// <param name="truth">Whether each has the property.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public RankedScores(IReadOnlyList<double> scores, IReadOnlyList<bool> truth)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(truth);
        if (scores.Count != truth.Count)
        {
            throw new ArgumentException($"{scores.Count} scores and {truth.Count} answers came; both describe the same items.", nameof(truth));
        }

        _scores = [.. scores];
        _truth = [.. truth];
        _order = [.. Enumerable.Range(0, _scores.Length).OrderBy(i => _scores[i])];
    }

    /// <summary>The area for all items once.</summary>
    /// <returns>0..1; NaN where all or none have the property.</returns>
    public double Area()
    {
        int[] once = new int[_order.Length];
        Array.Fill(once, 1);
        return Area(once);
    }

    /// <summary>The area where items count several times or not at all.</summary>
    /// <param name="times">How often each item counts.</param>
    /// <returns>0..1; NaN where all or none that count have the property.</returns>
    public double Area(ReadOnlySpan<int> times)
    {
        double wins = 0, below = 0, with = 0;
        for (int i = 0; i < _order.Length;)
        {
            double tiedWith = 0, tiedWithout = 0;
            int end = i;
            for (; end < _order.Length && _scores[_order[end]] == _scores[_order[i]]; end++)
            {
                int item = _order[end];
                tiedWith += _truth[item] ? times[item] : 0;
                tiedWithout += _truth[item] ? 0 : times[item];
            }

            wins += tiedWith * (below + (tiedWithout / 2));
            below += tiedWithout;
            with += tiedWith;
            i = end;
        }

        return wins / (with * below);
    }
}
