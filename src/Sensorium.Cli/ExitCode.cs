namespace Sensorium.Cli;

/// <summary>How the program ends; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Something failed that better input would not have helped, or some inputs of many failed.</summary>
    public const int Failed = 1;

    /// <summary>The input or the command line is unfit, or a component is missing.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT, as shells count).</summary>
    public const int Cancelled = 130;

    /// <summary>Nobody reads standard output any more, as after <c>| head</c> (128 + SIGPIPE, as shells count).</summary>
    public const int OutputClosed = 141;
}
