namespace Sensorium.Library;

/// <summary>The best of what came so far: the highest likeness first, of equals the lowest row.</summary>
/// <param name="capacity">How many are kept, at least 1.</param>
internal sealed class NearestList(int capacity)
{
    private readonly Neighbour[] _best = new Neighbour[capacity];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What a row must exceed to enter: the least likeness kept; minus infinity while there is room.</summary>
    public double Bar => Count < _best.Length ? double.NegativeInfinity : _best[^1].Likeness;

    /// <summary>Offers a row; rows come in ascending order, so that an equal one comes too late.</summary>
    /// <param name="row">The row.</param>
    /// <param name="likeness">Its likeness.</param>
    public void Offer(int row, double likeness)
    {
        if (Count == _best.Length && likeness <= _best[^1].Likeness)
        {
            return;
        }

        int at = Count < _best.Length ? Count++ : Count - 1;
        for (; at > 0 && _best[at - 1].Likeness < likeness; at--)
        {
            _best[at] = _best[at - 1];
        }

        _best[at] = new Neighbour(row, likeness);
    }

    /// <summary>The rows kept, best first.</summary>
    /// <returns>A copy.</returns>
    public Neighbour[] ToArray() => _best[..Count];
}
