using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>Measures how long a face takes.</summary>
/// <param name="clock">The clock.</param>
internal sealed class FaceTimer(TimeProvider clock)
{
    /// <summary>Faces of a large batch.</summary>
    public const int BatchSize = 32;

    private const int Warming = 10;
    private const int SingleRuns = 200;
    private const int BatchRuns = 15;

    /// <summary>Measures a model on its own thread.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tiles">Faces to show it, at least one.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The medians.</returns>
    public FaceTimes Measure(IFaceExpressionModel model, IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken)
    {
        GreyTile[] batch = [.. Enumerable.Range(0, BatchSize).Select(i => tiles[i % tiles.Count])];
        (double single, double processor) = Run(SingleRuns, i => model.Perceive([batch[i % BatchSize]], cancellationToken), cancellationToken);
        (double batched, _) = Run(BatchRuns, _ => model.Perceive(batch, cancellationToken), cancellationToken);
        return new FaceTimes(single, batched / BatchSize, processor);
    }

    /// <summary>The median time by the clock and the mean processor time of a run.</summary>
    private (double Median, double Processor) Run(int runs, Action<int> run, CancellationToken cancellationToken)
    {
        double[] times = new double[runs];
        for (int i = 0; i < Warming; i++)
        {
            run(i);
        }

        TimeSpan processor = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < runs; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long began = clock.GetTimestamp();
            run(i);
            times[i] = clock.GetElapsedTime(began).TotalMilliseconds;
        }

        return (Bootstrap.Quantile(times, .5), (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / runs);
    }
}
