using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>Reads a command line, runs its verb, and turns every way to end into a sentence and an exit code.</summary>
/// <param name="terminal">Where the program reads its surroundings and writes.</param>
/// <param name="verbs">Makes the verbs for a root command in a language.</param>
internal sealed class Application(Terminal terminal, Func<Command, Language, IReadOnlyList<Verb>> verbs)
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="cancellationToken">Set by the first Ctrl-C.</param>
    /// <returns>The exit code, as <see cref="ExitCode"/> names them.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        Language language = LanguageChoice.Of(args, terminal.Variable);
        RootVerb root = new(language);
        foreach (Verb verb in verbs(root, language))
        {
            root.Add(verb);
        }

        // A picture may be called "@holiday.jpg"; it is no file of further arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Shell shell = new(terminal, root.Globals.Read(parsed, language));
        try
        {
            return await RunAsync(root, parsed, shell, cancellationToken).ConfigureAwait(false);
        }
        catch (OutputClosedException)
        {
            return ExitCode.OutputClosed;
        }
    }

    private async Task<int> RunAsync(RootVerb root, ParseResult parsed, Shell shell, CancellationToken cancellationToken)
    {
        try
        {
            return await DispatchAsync(root, parsed, shell, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutputClosedException)
        {
            Failure failure = Failure.Of(exception, cancellationToken);
            shell.Report(failure);
            ShowTrace(exception, failure);
            return failure.ExitCode;
        }
        finally
        {
            shell.Flush();
        }
    }

    private static async Task<int> DispatchAsync(RootVerb root, ParseResult parsed, Shell shell, CancellationToken cancellationToken)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.GetValue(root.Help))
        {
            HelpPage.Write(command, shell);
            return ExitCode.Done;
        }

        if (parsed.GetValue(root.Version))
        {
            VersionCommand.Write(shell);
            return ExitCode.Done;
        }

        IReadOnlyList<LocalizedText> errors = [.. ParseErrors.Of(parsed), .. root.Globals.Validate(parsed)];
        if (command is Verb verb)
        {
            return await verb.RunAsync(parsed, errors, shell, cancellationToken).ConfigureAwait(false);
        }

        InvalidCommandLineException.ThrowIfAny(errors);
        HelpPage.Write(command, shell);
        return ExitCode.Done;
    }

    private void ShowTrace(Exception exception, Failure failure)
    {
        if (failure.Kind == FailureKind.Internal && terminal.Variable("SENSORIUM_DEBUG") is not (null or "" or "0"))
        {
            terminal.Error.WriteLine(exception);
        }
    }
}
