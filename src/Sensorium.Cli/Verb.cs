using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>One command: its words on the command line, its examples, and what it does.</summary>
internal abstract class Verb : Command
{
    /// <summary>Creates a command without arguments and options.</summary>
    /// <param name="name">The word that calls it.</param>
    /// <param name="description">What it does, in one or two sentences.</param>
    /// <param name="examples">Command lines that work, for its help.</param>
    /// <param name="language">Language of the help.</param>
    protected Verb(string name, LocalizedText description, IReadOnlyList<Example> examples, Language language)
        : base(name, description.In(language)) => Examples = examples;

    /// <summary>Command lines that work, for the help.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>Checks the rest of the command line and does the work.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="errors">What is already known to be wrong with it; a command adds its own findings, so that one run shows all of them.</param>
    /// <param name="shell">Where it speaks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit code, as <see cref="ExitCode"/> names them.</returns>
    public abstract Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken);
}
