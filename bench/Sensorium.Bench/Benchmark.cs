using System.Diagnostics;

namespace Sensorium.Bench;

/// <summary>Contenders for the same work on the same input, run in turns so that a busy machine slows all of them alike.</summary>
/// <param name="Name">The work.</param>
/// <param name="QualityName">What <see cref="Measurement.Quality"/> is; null for none.</param>
/// <param name="Aim">What is asked of ours, in words; null for nothing.</param>
/// <param name="Rounds">How often each contender runs after one run that does not count.</param>
/// <param name="Contenders">Ours first.</param>
internal sealed record Benchmark(string Name, string? QualityName, string? Aim, int Rounds, IReadOnlyList<Contender> Contenders)
{
    /// <summary>Runs all contenders in turns.</summary>
    public BenchmarkResult Run()
    {
        var measurements = Contenders.Select(_ => new List<Measurement>()).ToArray();
        for (int round = -1; round < Rounds; round++)
        {
            for (int i = 0; i < Contenders.Count; i++)
            {
                Measurement measurement = Contenders[i].Run();
                if (round >= 0)
                {
                    measurements[i].Add(measurement);
                }
            }
        }

        return new BenchmarkResult(this, [.. Contenders.Zip(measurements, (contender, list) => new ContenderResult(
            contender.Name,
            contender.IsOurs,
            Median(list.Select(m => m.Milliseconds)),
            list.Min(m => m.Milliseconds),
            list.Max(m => m.Milliseconds),
            Median(list.Select(m => m.CpuMilliseconds)),
            list[0].Quality is null ? null : Median(list.Select(m => m.Quality!.Value)),
            list[0].AllocatedMebibytes is null ? null : Median(list.Select(m => m.AllocatedMebibytes!.Value))))]);
    }

    /// <summary>Times our own code.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="work">Does the work once.</param>
    /// <param name="quality">Reads the figure of quality off the result; it is not timed.</param>
    public static Contender Ours<T>(string name, Func<T> work, Func<T, double>? quality = null) => new(name, true, () =>
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double cpuMilliseconds = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        double mebibytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1048576.0;
        return new Measurement(milliseconds, cpuMilliseconds, quality?.Invoke(result), mebibytes);
    });

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
