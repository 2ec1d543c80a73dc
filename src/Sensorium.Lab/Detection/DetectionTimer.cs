using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>Measures how long a large photograph takes.</summary>
/// <param name="clock">The clock.</param>
internal sealed class DetectionTimer(TimeProvider clock)
{
    /// <summary>Width in pixels of a 12-megapixel photograph.</summary>
    public const int Width = 4000;

    /// <summary>Its height.</summary>
    public const int Height = 3000;

    private const int Warming = 2;
    private const int Runs = 9;

    /// <summary>Measures a detector on its own thread.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="photograph">A decoded photograph.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The times.</returns>
    public DetectionTimes Measure(IFaceDetector detector, Picture photograph, CancellationToken cancellationToken)
    {
        double[] times = new double[Runs];
        TimeSpan processor = default;
        for (int i = -Warming; i < Runs; i++)
        {
            if (i == 0)
            {
                processor = Environment.CpuUsage.TotalTime;
            }

            long began = clock.GetTimestamp();
            detector.Detect(photograph, cancellationToken);
            times[Math.Max(i, 0)] = clock.GetElapsedTime(began).TotalMilliseconds;
        }

        return new DetectionTimes(detector.Model, Bootstrap.Quantile(times, .5), (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Runs);
    }
}
