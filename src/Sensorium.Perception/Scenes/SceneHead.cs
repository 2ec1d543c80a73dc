namespace Sensorium.Perception;

/// <summary>
/// One axis of feeling as a function of how alike a picture is to photographs that people rated: kernel ridge regression, that is the mean
/// of a Gaussian process (Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, chapter 2) over a sum of kernels.
/// The spread grows where a picture is like none of the photographs.
/// </summary>
internal sealed class SceneHead
{
    private const double LeastStrange = -2;
    private const double MostStrange = 3;

    /// <summary>Weight of each block's kernel, in the order of <see cref="SceneBlock"/>; 0 leaves a block out.</summary>
    public required double[] Mix { get; init; }

    /// <summary>Weight of each photograph.</summary>
    public required double[] Alpha { get; init; }

    /// <summary>What a picture gets that is like no photograph.</summary>
    public required double Intercept { get; init; }

    /// <summary>Standard deviation of an ordinarily familiar picture, calibrated out of fold.</summary>
    public required double Spread { get; init; }

    /// <summary>By how much the logarithm of the spread grows with one standard deviation less of familiarity.</summary>
    public required double Strangeness { get; init; }

    /// <summary>Mean familiarity of photographs.</summary>
    public required double FamiliarMean { get; init; }

    /// <summary>Standard deviation of the familiarity of photographs.</summary>
    public required double FamiliarSd { get; init; }

    /// <summary>The axis at a picture.</summary>
    /// <param name="likeness">How alike the picture is to each photograph, a block's kernel a row: <c>[blocks][photographs]</c>.</param>
    /// <returns>The estimate, its mean within [-1, 1].</returns>
    public Estimate Estimate(double[][] likeness) => new(Math.Clamp(MeanOf(likeness), -1, 1), SpreadAt(FamiliarityOf(likeness, Mix)));

    /// <summary>The mean before it is cut off.</summary>
    /// <param name="likeness">How alike the picture is to each photograph.</param>
    /// <returns>The mean.</returns>
    public double MeanOf(double[][] likeness)
    {
        double mean = Intercept;
        for (int block = 0; block < Mix.Length; block++)
        {
            if (Mix[block] > 0)
            {
                double sum = 0;
                double[] row = likeness[block];
                for (int i = 0; i < row.Length; i++)
                {
                    sum += row[i] * Alpha[i];
                }

                mean += Mix[block] * sum;
            }
        }

        return mean;
    }

    /// <summary>The standard deviation at a familiarity.</summary>
    /// <param name="familiarity">See <see cref="FamiliarityOf"/>.</param>
    /// <returns>Over 0.</returns>
    public double SpreadAt(double familiarity) => Spread * Math.Exp(Strangeness * StrangenessOf(familiarity, FamiliarMean, FamiliarSd));

    /// <summary>How strange a picture is in standard deviations, cut off.</summary>
    /// <param name="familiarity">Its familiarity.</param>
    /// <param name="mean">Mean familiarity of photographs.</param>
    /// <param name="sd">Standard deviation of it.</param>
    /// <returns>-2 (familiar) to 3.</returns>
    public static double StrangenessOf(double familiarity, double mean, double sd) =>
        sd > 0 ? Math.Clamp((mean - familiarity) / sd, LeastStrange, MostStrange) : 0;

    /// <summary>How alike a picture is to the photographs on the whole.</summary>
    /// <param name="likeness">How alike it is to each.</param>
    /// <param name="mix">Weight of each block.</param>
    /// <returns>0 (like none) to 1 (the same as all).</returns>
    public static double FamiliarityOf(double[][] likeness, double[] mix)
    {
        double familiarity = 0, total = 0;
        for (int block = 0; block < mix.Length; block++)
        {
            if (mix[block] > 0)
            {
                familiarity += mix[block] * likeness[block].Average();
                total += mix[block];
            }
        }

        return total > 0 ? familiarity / total : 0;
    }
}
