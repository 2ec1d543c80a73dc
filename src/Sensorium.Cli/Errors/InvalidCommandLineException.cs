namespace Sensorium.Cli;

/// <summary>The command line is unfit; it carries every fault found, so that the user mends them all at once.</summary>
internal sealed class InvalidCommandLineException : Exception
{
    private InvalidCommandLineException(IReadOnlyList<LocalizedText> errors)
        : base(errors[0].English) => Errors = errors;

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<LocalizedText> Errors { get; }

    /// <summary>Throws when there is any fault.</summary>
    /// <param name="errors">The faults found.</param>
    /// <exception cref="InvalidCommandLineException">There is at least one.</exception>
    public static void ThrowIfAny(IReadOnlyList<LocalizedText> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidCommandLineException(errors);
        }
    }
}
