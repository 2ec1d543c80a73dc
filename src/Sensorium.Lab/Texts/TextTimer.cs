using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>Measures how many texts a second are read on one core.</summary>
/// <param name="clock">The clock.</param>
/// <param name="texts">The texts, at least one.</param>
internal sealed class TextTimer(TimeProvider clock, IReadOnlyList<string> texts)
{
    private const int Most = 4000;
    private const int Runs = 5;

    /// <summary>Measures a way of reading on this thread.</summary>
    /// <param name="read">Reads one text.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>Texts a second, the median of the runs.</returns>
    public double PerSecond(Action<string> read, CancellationToken cancellationToken)
    {
        int step = Math.Max(1, texts.Count / Most);
        string[] chosen = [.. texts.Where((_, i) => i % step == 0)];
        double[] rates = new double[Runs];
        for (int run = -1; run < Runs; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long began = clock.GetTimestamp();
            foreach (string text in chosen)
            {
                read(text);
            }

            if (run >= 0)
            {
                rates[run] = chosen.Length / Math.Max(clock.GetElapsedTime(began).TotalSeconds, 1e-9);
            }
        }

        return Bootstrap.Quantile(rates, .5);
    }
}
