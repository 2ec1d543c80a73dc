namespace Sensorium.Perception;

/// <summary>Mean, spread and quantiles of some numbers; all 0 where there are none.</summary>
internal readonly struct Sample
{
    private readonly float[] _sorted;

    /// <summary>Takes the numbers.</summary>
    /// <param name="values">The numbers.</param>
    public Sample(IEnumerable<float> values)
    {
        _sorted = [.. values];
        Array.Sort(_sorted);
        double sum = 0, squares = 0;
        foreach (float value in _sorted)
        {
            sum += value;
            squares += (double)value * value;
        }

        Mean = _sorted.Length == 0 ? 0 : sum / _sorted.Length;
        Sd = _sorted.Length == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / _sorted.Length) - (Mean * Mean)));
    }

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation.</summary>
    public double Sd { get; }

    /// <summary>The number below which a share of them lies.</summary>
    /// <param name="share">0..1.</param>
    public double At(double share) => _sorted.Length == 0 ? 0 : _sorted[(int)(share * (_sorted.Length - 1))];

    /// <summary>The share of the numbers below a bound.</summary>
    /// <param name="bound">The bound.</param>
    public double Below(double bound)
    {
        int count = 0;
        foreach (float value in _sorted)
        {
            count += value < bound ? 1 : 0;
        }

        return _sorted.Length == 0 ? 0 : (double)count / _sorted.Length;
    }
}
