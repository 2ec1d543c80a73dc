namespace Sensorium.Perception;

/// <summary>Buffers of one sum over a <see cref="FeatureTable"/>: which rows it met, each once. Not thread-safe.</summary>
internal sealed class TableWork
{
    private int[] _seen = [];
    private int[] _rows = new int[1024];
    private int[] _features = new int[1024];
    private int[] _found = new int[1024];
    private int _length;
    private int _count;
    private int _turn;

    /// <summary>The rows met, in order.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>The feature that met each row.</summary>
    public ReadOnlySpan<int> Features => _features.AsSpan(0, _count);

    /// <summary>The row of each feature, those met again too; negative for features without a row.</summary>
    public Span<int> Found => _found.AsSpan(0, _length);

    /// <summary>By how much each block was scaled.</summary>
    public float[] Scales { get; } = new float[2];

    /// <summary>Begins a sum.</summary>
    /// <param name="table">The table; one and the same for all sums with these buffers.</param>
    /// <param name="features">How many features there are.</param>
    public void Begin(FeatureTable table, int features)
    {
        _length = features;
        if (_found.Length < features)
        {
            _found = new int[2 * features];
        }

        if (_seen.Length < table.Count)
        {
            _seen = new int[table.Count];
        }

        if (_turn == int.MaxValue)
        {
            Array.Clear(_seen);
            _turn = 0;
        }

        _turn++;
        _count = 0;
    }

    /// <summary>Notes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="feature">The feature that met it.</param>
    /// <returns>Whether it was not met before.</returns>
    public bool TryAdd(int row, int feature)
    {
        if (_seen[row] == _turn)
        {
            return false;
        }

        _seen[row] = _turn;
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * _count);
            Array.Resize(ref _features, 2 * _count);
        }

        _rows[_count] = row;
        _features[_count++] = feature;
        return true;
    }
}
