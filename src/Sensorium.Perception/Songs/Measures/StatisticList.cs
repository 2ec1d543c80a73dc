namespace Sensorium.Perception;

/// <summary>Numbers with names, in order.</summary>
internal sealed class StatisticList
{
    private readonly List<string> _names = [];
    private readonly List<float> _values = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What the names of numbers to come begin with. Default nothing.</summary>
    public string Prefix { get; set; } = string.Empty;

    /// <summary>Adds a number.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">Its value; what is not finite counts as 0.</param>
    public void Add(string name, double value)
    {
        _names.Add(Prefix + name);
        _values.Add(double.IsFinite(value) ? (float)value : 0);
    }

    /// <summary>Adds numbers.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="values">Their values.</param>
    public void Add(string name, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Add($"{name} {i}", values[i]);
        }
    }

    /// <summary>The numbers.</summary>
    /// <returns>A copy.</returns>
    public float[] ToArray() => [.. _values];
}
