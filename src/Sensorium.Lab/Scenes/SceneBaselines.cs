using Sensorium.Lab.Heads;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>What the model must beat: no picture at all, a published formula of two numbers, and boosted trees on measurements by hand.</summary>
internal static class SceneBaselines
{
    /// <summary>The mean rating of the photographs to learn from.</summary>
    /// <param name="set">All photographs.</param>
    /// <param name="train">Those to learn from.</param>
    /// <param name="test">Those held out.</param>
    /// <param name="run">Receives the means.</param>
    public static void Constant(SceneSet set, int[] train, int[] test, SceneRun run)
    {
        double valence = train.Average(item => set.Valence[item]), arousal = train.Average(item => set.Arousal[item]);
        foreach (int item in test)
        {
            run.Set(0, item, new Estimate(valence, double.NaN));
            run.Set(1, item, new Estimate(arousal, double.NaN));
        }
    }

    /// <summary>
    /// Pleasure .69 B + .22 S and arousal -.31 B + .60 S (Valdez and Mehrabian, "Effects of color on emotions", J. Exp. Psych. General
    /// 1994), brightness and saturation as mean L* and C* standardised on the photographs to learn from, then tanh.
    /// </summary>
    /// <param name="set">All photographs.</param>
    /// <param name="train">Those whose mean and spread standardise.</param>
    /// <param name="test">Those held out.</param>
    /// <param name="run">Receives what the formula says.</param>
    public static void Formula(SceneSet set, int[] train, int[] test, SceneRun run)
    {
        (double lightMean, double lightSd) = Moments(train, item => Brightness(set, item));
        (double chromaMean, double chromaSd) = Moments(train, item => Saturation(set, item));
        foreach (int item in test)
        {
            double b = (Brightness(set, item) - lightMean) / lightSd, s = (Saturation(set, item) - chromaMean) / chromaSd;
            run.Set(0, item, new Estimate(Math.Tanh((.69 * b) + (.22 * s)), double.NaN));
            run.Set(1, item, new Estimate(Math.Tanh((-.31 * b) + (.60 * s)), double.NaN));
        }
    }

    /// <summary>Boosted trees on layout, colours and texture.</summary>
    /// <param name="set">All photographs.</param>
    /// <param name="train">Those to learn from.</param>
    /// <param name="test">Those held out.</param>
    /// <param name="seed">Seed of the trees' draws.</param>
    /// <param name="run">Receives what they say.</param>
    public static void Trees(SceneSet set, int[] train, int[] test, ulong seed, SceneRun run)
    {
        float[][] items = [.. Enumerable.Range(0, set.Count).Select(item => HandMade(set.Vectors[item]))];
        double[][] targets = [set.Valence, set.Arousal];
        for (int axis = 0; axis < targets.Length; axis++)
        {
            BoostedTrees trees = new([.. train.Select(item => items[item])], [.. train.Select(item => targets[axis][item])], new() { Seed = seed });
            foreach (int item in test)
            {
                run.Set(axis, item, new Estimate(trees.At(items[item]), double.NaN));
            }
        }
    }

    private static float[] HandMade(SceneVector vector) => [.. vector[SceneBlock.Layout], .. vector[SceneBlock.Colours], .. vector[SceneBlock.Texture]];

    private static double Brightness(SceneSet set, int item) => MeanOfCells(set.Vectors[item], 0);

    private static double Saturation(SceneSet set, int item) => MeanOfCells(set.Vectors[item], 3);

    private static double MeanOfCells(SceneVector vector, int channel)
    {
        const int Cells = 8;
        double sum = 0;
        for (int cell = 0; cell < Cells; cell++)
        {
            sum += vector[SceneBlock.Layout][ColourLayout.MeanAt(channel, cell)];
        }

        return sum / Cells;
    }

    private static (double Mean, double Sd) Moments(int[] items, Func<int, double> value)
    {
        double mean = items.Average(value);
        return (mean, Math.Sqrt(items.Average(item => (value(item) - mean) * (value(item) - mean))));
    }
}
