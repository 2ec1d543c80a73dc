namespace Sensorium.Expression;

/// <summary>
/// A theme of four bars that knows how to be sparse or dense: for each of its places how soon it sounds when there is room for one more note, and
/// where its line goes. So one theme stays itself when the music grows calmer or livelier.
/// </summary>
internal sealed class MelodyTheme
{
    /// <summary>Bars of a theme.</summary>
    public const int BarCount = 4;

    private readonly int[][] _order;
    private readonly double[][] _contour;

    /// <summary>Invents a theme.</summary>
    /// <param name="places">Semiquavers in a bar.</param>
    /// <param name="lift">Steps by which its middle lies above the register.</param>
    /// <param name="random">The invention.</param>
    public MelodyTheme(int places, double lift, Pcg32 random)
    {
        int[] first = Order(places, random), second = Order(places, random);
        double[] line = Line(places, random), other = Line(places, random);
        double rise = 1 + (2.5 * random.NextDouble());
        bool answers = random.Next(2) == 0;

        // a a' b c, or a b a' c: a sequence of the motif, a contrast, and the bar that comes to rest.
        _order = answers ? [first, second, first, Order(places, random)] : [first, first, second, Order(places, random)];
        double[][] lines = answers ? [line, other, Shift(line, rise), Falling(places)] : [line, Shift(line, rise), other, Falling(places)];
        _contour = [.. lines.Select((bar, i) => Shift(bar, lift + (2.5 * Math.Sin(Math.PI * (i + 0.5) / BarCount)) - 1.2))];
    }

    /// <summary>The places of a bar at which notes begin.</summary>
    /// <param name="bar">0..3.</param>
    /// <param name="count">Notes, 1 and more; no more than there are places.</param>
    /// <returns>Semiquavers from the bar's beginning, rising.</returns>
    public int[] Places(int bar, int count) => [.. _order[bar].Take(count).Order()];

    /// <summary>Where the line is.</summary>
    /// <param name="bar">0..3.</param>
    /// <param name="place">Semiquavers from the bar's beginning.</param>
    /// <returns>Steps of the scale above or below the register.</returns>
    public double Contour(int bar, int place) => _contour[bar][place];

    private static double[] Shift(double[] line, double by) => [.. line.Select(value => value + by)];

    private static double[] Falling(int places) => [.. Enumerable.Range(0, places).Select(i => 1 - (2.5 * i / places))];

    private static int[] Order(int places, Pcg32 random)
    {
        // A rhythm has its own off-beats; where they lie is what makes it one.
        double offbeat = random.NextDouble();
        double[] weights = new double[places];
        for (int i = 0; i < places; i++)
        {
            double metric = i == 0 ? 4.2 : i % 8 == 0 ? 3.2 : i % 4 == 0 ? 2.6 : i % 2 == 0 ? 1.2 + (1.2 * offbeat) : -1.2;
            weights[i] = metric - (0.7 * Math.Log(-Math.Log(Math.Max(1e-9, random.NextDouble()))));
        }

        return [.. Enumerable.Range(0, places).OrderByDescending(i => weights[i])];
    }

    private static double[] Line(int places, Pcg32 random)
    {
        double value = random.NextGaussian(), slope = random.NextGaussian() * 0.35;
        var line = new double[places];
        for (int i = 0; i < places; i++)
        {
            slope = (0.9 * slope) + (0.25 * random.NextGaussian()) - (0.03 * value);
            value = Math.Clamp(value + slope, -4, 4);
            line[i] = value;
        }

        return line;
    }
}
