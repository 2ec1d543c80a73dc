namespace Sensorium.Lab.Listening;

/// <summary>Counts finished steps from any thread and reports the share that is done; it never goes back.</summary>
/// <param name="progress">Receives 0..1; null for none.</param>
/// <param name="steps">How many steps there will be, at least 1.</param>
internal sealed class StepProgress(IProgress<double>? progress, int steps)
{
    private readonly Lock _lock = new();
    private int _done;

    /// <summary>One more step is done.</summary>
    public void Step()
    {
        lock (_lock)
        {
            _done++;
            progress?.Report(Math.Min(1, (double)_done / steps));
        }
    }
}
