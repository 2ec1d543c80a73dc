using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Heads;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>
/// Fits the heads to some photographs. How they are fitted is chosen, and their spread is set, by folds within these photographs, so that
/// photographs held out never take part.
/// </summary>
internal static class SceneTuning
{
    private const int InnerFolds = 4;

    // 80 % of normal errors lie within so many standard deviations.
    private const double Within80 = 1.2816;

    private static readonly double[] Noises = [.1, .25, .6, 1.5];
    private static readonly double[] ThemeShares = [0, .2];

    /// <summary>How many ways of fitting the inner folds choose from.</summary>
    public static int Candidates => SceneMix.All.Count * Noises.Length * ThemeShares.Length;

    /// <summary>Fits both heads.</summary>
    /// <param name="set">All photographs.</param>
    /// <param name="kernels">Their likeness, with the photographs to learn from.</param>
    /// <param name="withFaces">Whether faces take part.</param>
    /// <param name="innerSeeds">How many divisions into inner folds are averaged.</param>
    /// <param name="seed">Seed of the inner folds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The heads and how they were fitted.</returns>
    public static SceneFit Fit(SceneSet set, SceneKernels kernels, bool withFaces, int innerSeeds, ulong seed, CancellationToken cancellationToken)
    {
        double[][] targets = [set.Valence, set.Arousal];
        List<InnerTrial>[] trials = [[], []];
        foreach (SceneMix mix in SceneMix.All.Select(mix => withFaces ? mix : mix.WithoutFaces()))
        {
            double[] kernel = kernels.Mixed(kernels.WeightsOf(mix));
            foreach (double noise in Noises)
            {
                foreach (double themeShare in ThemeShares)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    SceneChoice choice = new(mix, noise, themeShare);
                    double[][][] said = [.. Enumerable.Range(0, innerSeeds).Select(s => Predict(set, kernels, kernel, choice, seed + (ulong)s, targets))];
                    for (int axis = 0; axis < targets.Length; axis++)
                    {
                        double[] truth = [.. kernels.Items.Select(item => targets[axis][item])];
                        trials[axis].Add(new(choice, said.Average(run => Regression.Pearson(truth, run[axis])), said[0][axis]));
                    }
                }
            }
        }

        InnerTrial[] best = [.. trials.Select(axis => axis.MaxBy(trial => trial.Correlation)!)];
        SceneHeads heads = new(Finish(set, kernels, best[0], set.Valence, seed), Finish(set, kernels, best[1], set.Arousal, seed));
        return new SceneFit(heads, best[0].Choice, best[1].Choice, best[0].Said, best[1].Said);
    }

    /// <summary>What the inner folds say of each photograph to learn from, when it is held out.</summary>
    private static double[][] Predict(SceneSet set, SceneKernels kernels, double[] kernel, SceneChoice choice, ulong seed, double[][] targets)
    {
        int[] items = kernels.Items;
        int[] fold = GroupedFolds.Assign([.. items.Select(item => set.Themes[item])], InnerFolds, seed);
        double[][] said = [.. targets.Select(_ => new double[items.Length])];
        for (int f = 0; f < InnerFolds; f++)
        {
            int[] train = [.. items.Where((_, i) => fold[i] != f)];
            KernelRidge[] fits = KernelRidge.Fit(kernel, set.Count, train, set.Themes, choice.Noise, choice.ThemeShare, targets);
            for (int i = 0; i < items.Length; i++)
            {
                for (int axis = 0; axis < fits.Length && fold[i] == f; axis++)
                {
                    said[axis][i] = fits[axis].At(kernel, set.Count, train, items[i]);
                }
            }
        }

        return said;
    }

    private static SceneHead Finish(SceneSet set, SceneKernels kernels, InnerTrial best, double[] target, ulong seed)
    {
        double[] weights = kernels.WeightsOf(best.Choice.Mix);
        KernelRidge fit = KernelRidge.Fit(kernels.Mixed(weights), set.Count, kernels.Items, set.Themes, best.Choice.Noise, best.Choice.ThemeShare, target)[0];
        (double spread, double strangeness, double familiarMean, double familiarSd) = SpreadOf(set, kernels, weights, best.Said, target, seed);
        return new SceneHead
        {
            Mix = weights,
            Alpha = fit.Alpha,
            Intercept = fit.Intercept,
            Spread = spread,
            Strangeness = strangeness,
            FamiliarMean = familiarMean,
            FamiliarSd = familiarSd,
        };
    }

    /// <summary>How far held-out photographs are off, and how that grows with how strange they are to the others.</summary>
    private static (double Spread, double Strangeness, double Mean, double Sd) SpreadOf(SceneSet set, SceneKernels kernels, double[] weights, double[] said, double[] target, ulong seed)
    {
        const double Softening = .05;
        const double LeastSlope = 0, MostSlope = .3;
        int[] items = kernels.Items;
        int[] fold = GroupedFolds.Assign([.. items.Select(item => set.Themes[item])], InnerFolds, seed);
        double[] familiarity = [.. items.Select((item, i) => SceneHead.FamiliarityOf(kernels.LikenessTo(item, [.. items.Where((_, j) => fold[j] != fold[i])]), weights))];
        double mean = familiarity.Average();
        double sd = Math.Sqrt(familiarity.Average(value => (value - mean) * (value - mean)));
        double[] strange = [.. familiarity.Select(value => SceneHead.StrangenessOf(value, mean, sd))];
        double[] error = [.. items.Select((item, i) => Math.Abs(target[item] - said[i]))];
        double[] logs = [.. error.Select(value => Math.Log(value + Softening))];
        double centre = strange.Average(), middle = logs.Average();
        double slope = strange.Zip(logs).Sum(pair => (pair.First - centre) * (pair.Second - middle)) / strange.Sum(value => (value - centre) * (value - centre));
        slope = double.IsFinite(slope) ? Math.Clamp(slope, LeastSlope, MostSlope) : 0;
        double spread = Bootstrap.Quantile([.. error.Select((value, i) => value / Math.Exp(slope * strange[i]))], .8) / Within80;
        return (spread, slope, mean, sd);
    }

    private sealed record InnerTrial(SceneChoice Choice, double Correlation, double[] Said);
}
