namespace Sensorium.Lab.Listening;

/// <summary>How the strength of a sound moves: how much of the time it rests, how steeply it starts and stops.</summary>
internal static class TemporalShape
{
    private const int SlopeFrames = 3;
    private static readonly double[] Quantiles = [.05, .25, .5, .75];

    /// <summary>How many numbers it adds.</summary>
    public const int Count = 8;

    /// <summary>Adds spread, four quantiles, mean rise, steepest rise and steepest fall, all in dB against the loudest frame.</summary>
    /// <param name="features">Receives <see cref="Count"/> numbers.</param>
    /// <param name="envelope">Power over time.</param>
    public static void Add(List<double> features, double[] envelope)
    {
        double[] level = Levels(envelope, 1e-5);
        features.Add(Deviation(level));
        double[] sorted = [.. level.Order()];
        foreach (double quantile in Quantiles)
        {
            features.Add(sorted[(int)(quantile * sorted.Length)]);
        }

        double rising = 0;
        double rise = 0;
        double fall = 0;
        for (int i = SlopeFrames; i < level.Length; i++)
        {
            double step = level[i] - level[i - SlopeFrames];
            rising += Math.Max(0, step) / level.Length;
            rise = Math.Max(rise, step);
            fall = Math.Max(fall, -step);
        }

        features.Add(rising);
        features.Add(rise);
        features.Add(fall);
    }

    /// <summary>The standard deviation of the level of one band.</summary>
    /// <param name="envelope">Power over time.</param>
    /// <returns>dB.</returns>
    public static double Spread(double[] envelope) => Deviation(Levels(envelope, 1e-4));

    private static double[] Levels(double[] envelope, double floor)
    {
        double peak = Math.Max(envelope.Max(), double.Epsilon);
        return [.. envelope.Select(power => Decibels.Of(power / peak, floor))];
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
