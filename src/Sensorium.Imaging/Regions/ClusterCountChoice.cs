namespace Sensorium.Imaging;

/// <summary>
/// Lets the data choose k: the elbow of Thorndike, "Who belongs in the family?" (Psychometrika 18, 1953), made definite. The smallest k from
/// <see cref="Fewest"/> to <see cref="Most"/> is taken at which one more cluster would remove less than .3 % of the total variance, or at which the points
/// lie so near their centres (.02 in OKLab, about one just noticeable difference) that a person would see nothing gained. Both thresholds are ours.
/// </summary>
internal static class ClusterCountChoice
{
    public const int Fewest = 3;
    public const int Most = 16;
    private const double LeastGain = 0.003;
    private const double NoticeableDistance = 0.02;

    /// <summary>Chooses k for a sample.</summary>
    /// <param name="sample">The points.</param>
    /// <param name="unit">How many units of the space one unit of OKLab is.</param>
    /// <param name="options">Seed, tolerance and threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>k and centres of the best start with it.</returns>
    public static float[] Choose(KMeansSample sample, double unit, KMeansOptions options, CancellationToken cancellationToken)
    {
        const int Starts = 2;
        const int Counts = Most - Fewest + 1;
        float[][] centres = new float[Counts * Starts][];
        double[] inertia = new double[Counts * Starts];

        // Largest first: the last task is then a short one, and both threads end together.
        FixedChunks.Run(
            Counts * Starts,
            1,
            options.Threads,
            (task, _, _) =>
            {
                int slot = (Counts * Starts) - 1 - task;
                (centres[slot], inertia[slot]) = KMeans.OneStart(
                    sample, Fewest + (slot / Starts), new Pcg32(options.Seed, (ulong)slot + 100), options.Tolerance);
            },
            cancellationToken);

        double total = KMeans.OneStart(sample, 1, new Pcg32(options.Seed, 99), options.Tolerance).Inertia;
        double seen = NoticeableDistance * unit;
        int chosen = 0;
        for (int step = 0; step < Counts; step++)
        {
            chosen = step;
            double now = Best(step);
            if (now / sample.Count <= seen * seen || step + 1 == Counts || now - Best(step + 1) < LeastGain * total)
            {
                break;
            }
        }

        return centres[inertia[chosen * Starts] <= inertia[(chosen * Starts) + 1] ? chosen * Starts : (chosen * Starts) + 1];

        double Best(int step) => Math.Min(inertia[step * Starts], inertia[(step * Starts) + 1]);
    }
}
