namespace Sensorium.Lab.Tests;

/// <summary>
/// Test items from a linear congruential generator (x = (1103515245 x + 12345) mod 2^31, seed 42), made once in Python too, where
/// scikit-learn 1.2.1 and numpy gave the figures that the tests compare with.
/// </summary>
internal sealed class Golden
{
    public const int Items = 200;

    private uint _state = 42;

    private Golden()
    {
        for (int i = 0; i < Items; i++)
        {
            int truth = (int)(Next() * 8);
            double[] row = [.. Enumerable.Range(0, 8).Select(_ => Math.Pow(Next(), 3))];
            row[truth] += Next();
            double sum = row.Sum();
            Truth.Add((Emotion)truth);
            Probabilities.AddRange(row.Select(value => value / sum));
        }

        X = [.. Enumerable.Range(0, 50).Select(_ => Next())];
        Y = [.. X.Select(x => (x * .5) + Next())];
    }

    public static Golden Data { get; } = new();

    public List<Emotion> Truth { get; } = [];

    public List<double> Probabilities { get; } = [];

    public double[] X { get; }

    public double[] Y { get; }

    public double[] Row(int item) => [.. Probabilities.Skip(8 * item).Take(8)];

    public double[] Confidence => [.. Enumerable.Range(0, Items).Select(i => Row(i).Max())];

    public int[] Named => [.. Enumerable.Range(0, Items).Select(i => Array.IndexOf(Row(i), Row(i).Max()))];

    public bool[] Right => [.. Named.Select((named, i) => named == (int)Truth[i])];

    public double[] OneHot => [.. Truth.SelectMany(truth => Enumerable.Range(0, 8).Select(k => k == (int)truth ? 1.0 : 0))];

    private double Next()
    {
        _state = ((_state * 1103515245) + 12345) & 0x7fffffff;
        return _state / (double)0x80000000;
    }
}
