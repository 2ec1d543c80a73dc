using Sensorium.Lab.Heads;

namespace Sensorium.Lab.Tests;

public sealed class HeadsTests
{
    [Fact]
    public void Cholesky_KnownSystem_HasItsSolution()
    {
        // [[4, 2, 0], [2, 5, 1], [0, 1, 3]] x = [8, 15, 11] has x = [1, 2, 3].
        double[] matrix = [4, 2, 0, 2, 5, 1, 0, 1, 3];

        Assert.Equal([1.0, 2, 3], Cholesky.Of(matrix, 3).Solve([8, 15, 11]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Cholesky_IndefiniteMatrix_IsRefused()
    {
        Assert.Throws<ArithmeticException>(() => Cholesky.Of([1, 2, 2, 1], 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Assign_Groups_StayTogetherInFoldsOfLikeNumber(ulong seed)
    {
        string[] groups = [.. Enumerable.Range(0, 100).Select(i => $"g{i % 23}")];

        int[] folds = GroupedFolds.Assign(groups, 5, seed);

        Assert.All(groups.Zip(folds).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        int[] sizes = [.. Enumerable.Range(0, 5).Select(fold => groups.Where((_, i) => folds[i] == fold).Distinct().Count())];
        Assert.Equal(23, sizes.Sum());
        Assert.InRange(sizes.Min(), 4, 5);
        Assert.Equal(folds, GroupedFolds.Assign(groups, 5, seed));
        Assert.NotEqual(folds, GroupedFolds.Assign(groups, 5, seed + 7));
    }

    [Fact]
    public void KernelRidge_LinearKernelWithoutGroups_IsRidgeRegression()
    {
        // One feature x = -1, 0, 1, 3 with targets 1, 2, 2, 5 and penalty .5: the slope is Sxy / (Sxx + .5) and the constant is left free.
        double[] x = [-1, 0, 1, 3], y = [1, 2, 2, 5];
        double[] kernel = [.. x.SelectMany(a => x.Select(b => a * b))];
        double slope = 8.5 / (8.75 + .5);

        KernelRidge fit = KernelRidge.Fit(kernel, 4, [0, 1, 2, 3], ["a", "b", "c", "d"], .5, 0, y)[0];

        Assert.Equal(2.5 + (slope * (3 - .75)), fit.At(kernel, 4, [0, 1, 2, 3], 3), 1e-9);
        Assert.Equal(0, fit.Alpha.Sum(), 1e-9);
    }

    [Fact]
    public void KernelRidge_LargeGroup_CountsForLessWhereGroupsShare()
    {
        // Nine items of one group say 1, one of another says 0, and nothing tells them apart.
        double[] kernel = new double[100];
        double[] y = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
        string[] groups = ["a", "a", "a", "a", "a", "a", "a", "a", "a", "b"];
        int[] items = [.. Enumerable.Range(0, 10)];

        double single = KernelRidge.Fit(kernel, 10, items, groups, 1, 0, y)[0].Intercept;
        double shared = KernelRidge.Fit(kernel, 10, items, groups, 1, .5, y)[0].Intercept;

        // Variance of the large group's mean is .5 + .5 / 9, of the small one's 1.
        double weight = 1 / (.5 + (.5 / 9));
        Assert.Equal(.9, single, 1e-9);
        Assert.Equal(weight / (weight + 1), shared, 1e-9);
    }

    [Fact]
    public void BoostedTrees_StepAndProduct_AreLearnt()
    {
        Pcg32 random = new(3);
        float[][] items = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 5).Select(_ => (float)random.NextDouble()).ToArray())];
        double[] targets = [.. items.Select(Truth)];

        BoostedTrees trees = new([.. items.Take(300)], [.. targets.Take(300)], new BoostedTreesOptions { Features = 1 });
        BoostedTrees again = new([.. items.Take(300)], [.. targets.Take(300)], new BoostedTreesOptions { Features = 1 });

        double mean = targets.Take(300).Average();
        double error = items.Skip(300).Average(item => Math.Pow(trees.At(item) - Truth(item), 2));
        double constant = items.Skip(300).Average(item => Math.Pow(mean - Truth(item), 2));
        Assert.True(error < constant / 8, $"{error} {constant}");
        Assert.Equal(trees.At(items[350]), again.At(items[350]));

        static double Truth(float[] item) => (item[1] > .4 ? 1 : 0) + (item[2] * item[3]);
    }
}
