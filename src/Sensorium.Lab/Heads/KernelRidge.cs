namespace Sensorium.Lab.Heads;

/// <summary>
/// Kernel ridge regression with groups: an item's target is a smooth function of the item, what its group shares, and noise (a mixed
/// model; Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, section 2.7 for the constant). The groups' share is
/// estimated and left out, so that a large group does not bend the function.
/// </summary>
internal sealed class KernelRidge
{
    private KernelRidge(double[] alpha, double intercept)
    {
        Alpha = alpha;
        Intercept = intercept;
    }

    /// <summary>Weight of each item.</summary>
    public double[] Alpha { get; }

    /// <summary>The constant.</summary>
    public double Intercept { get; }

    /// <summary>Fits several targets at once.</summary>
    /// <param name="kernel">Likeness of all items to each other: <c>[all x all]</c>.</param>
    /// <param name="all">How many items the kernel has.</param>
    /// <param name="items">The items to learn from.</param>
    /// <param name="groups">The group of each item of the kernel.</param>
    /// <param name="noise">Variance of what the function does not explain, in units of the kernel.</param>
    /// <param name="groupShare">The part of that variance which a group shares, 0 to under 1.</param>
    /// <param name="targets">Each target of all items of the kernel.</param>
    /// <returns>One function a target; its weights are in the order of <paramref name="items"/>.</returns>
    public static KernelRidge[] Fit(double[] kernel, int all, int[] items, IReadOnlyList<string> groups, double noise, double groupShare, params double[][] targets)
    {
        int n = items.Length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = kernel[(items[i] * all) + items[j]];
                value += groups[items[i]] == groups[items[j]] ? noise * groupShare : 0;
                value += i == j ? noise * (1 - groupShare) : 0;
                matrix[(i * n) + j] = value;
            }
        }

        Cholesky factor = Cholesky.Of(matrix, n);
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        double[] constant = factor.Solve(ones);
        double mass = constant.Sum();
        return [.. targets.Select(target =>
        {
            double[] weights = factor.Solve([.. items.Select(item => target[item])]);
            double intercept = weights.Sum() / mass;
            for (int i = 0; i < n; i++)
            {
                weights[i] -= intercept * constant[i];
            }

            return new KernelRidge(weights, intercept);
        })];
    }

    /// <summary>The function at an item.</summary>
    /// <param name="kernel">Likeness of all items to each other.</param>
    /// <param name="all">How many items the kernel has.</param>
    /// <param name="items">The items that were learnt from.</param>
    /// <param name="item">The item.</param>
    /// <returns>The value.</returns>
    public double At(double[] kernel, int all, int[] items, int item)
    {
        double sum = Intercept;
        for (int i = 0; i < items.Length; i++)
        {
            sum += Alpha[i] * kernel[(item * all) + items[i]];
        }

        return sum;
    }
}
