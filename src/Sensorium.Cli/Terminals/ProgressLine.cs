namespace Sensorium.Cli;

/// <summary>One line on standard error that tells how far the work has come; it vanishes when done and stays away where nobody watches.</summary>
/// <param name="shell">Where to speak.</param>
/// <param name="prefix">What stands before the step.</param>
internal sealed class ProgressLine(Shell shell, string prefix) : IProgress<WorkProgress>, IDisposable
{
    private const int BarWidth = 20;
    private const string ClearLine = "\r\u001b[2K";

    private readonly Lock _lock = new();
    private string _shown = string.Empty;
    private bool _isDone;

    /// <inheritdoc />
    public void Report(WorkProgress value)
    {
        if (!shell.IsProgressWelcome)
        {
            return;
        }

        int full = (int)Math.Round(Math.Clamp(value.Fraction, 0, 1) * BarWidth);
        string bar = new string('█', full) + new string('░', BarWidth - full);
        string line = TextWidth.Cut($"{bar} {prefix}{value.Step.In(shell.Language)}", Math.Max(20, shell.Terminal.ErrorWidth - 1));
        lock (_lock)
        {
            if (!_isDone && line != _shown)
            {
                shell.Terminal.Error.Write(ClearLine + line);
                _shown = line;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _isDone = true;
            if (_shown.Length > 0)
            {
                shell.Terminal.Error.Write(ClearLine);
            }
        }
    }
}
