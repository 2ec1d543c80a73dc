namespace Sensorium.Cli;

/// <summary>Why something failed, by what the user can do about it.</summary>
internal enum FailureKind
{
    /// <summary>The command line is unfit.</summary>
    CommandLine,

    /// <summary>The input is broken or is not what it claims to be.</summary>
    Malformed,

    /// <summary>The kind of input is not supported.</summary>
    Unsupported,

    /// <summary>A stated limit was reached.</summary>
    Limit,

    /// <summary>A program or library is not installed.</summary>
    MissingComponent,

    /// <summary>The result could not be written.</summary>
    Output,

    /// <summary>The user stopped the work.</summary>
    Cancelled,

    /// <summary>A fault of this program.</summary>
    Internal,
}
