namespace Sensorium.Cli.Tests;

/// <summary>How a run of the program ended and what it said.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Everything said, for the message of a failing test.</summary>
    public override string ToString() => $"exit {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
