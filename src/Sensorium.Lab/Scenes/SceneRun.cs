namespace Sensorium.Lab.Scenes;

/// <summary>What one method stated for every photograph in one division, each while held out.</summary>
/// <param name="count">How many photographs.</param>
/// <param name="fold">The fold of each.</param>
internal sealed class SceneRun(int count, int[] fold)
{
    /// <summary>The fold of each photograph.</summary>
    public int[] Fold { get; } = fold;

    /// <summary>Stated means: valence, arousal.</summary>
    public double[][] Mean { get; } = [new double[count], new double[count]];

    /// <summary>Stated standard deviations; NaN where none is stated.</summary>
    public double[][] Sd { get; } = [NaNs(count), NaNs(count)];

    /// <summary>Writes down what was stated.</summary>
    /// <param name="axis">0 valence, 1 arousal.</param>
    /// <param name="item">The photograph.</param>
    /// <param name="estimate">What was stated.</param>
    public void Set(int axis, int item, Estimate estimate)
    {
        Mean[axis][item] = estimate.Mean;
        Sd[axis][item] = estimate.Sd;
    }

    private static double[] NaNs(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
