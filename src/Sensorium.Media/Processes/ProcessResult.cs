namespace Sensorium.Media;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="ErrorTail">The end of what it wrote to standard error, at most 4,096 characters.</param>
public readonly record struct ProcessResult(int ExitCode, string ErrorTail)
{
    /// <summary>The last line of standard error; the empty string where there is none.</summary>
    public string LastErrorLine => (ErrorTail ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault(string.Empty);
}
