using System.CommandLine;
using System.Reflection;

namespace Sensorium.Cli;

/// <summary><c>version</c>: prints the version.</summary>
internal sealed class VersionCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium version", new("Prints the version.", "버전을 출력합니다."))];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public VersionCommand(Language language)
        : base("version", new("Print the version.", "버전을 출력합니다."), Samples, language)
    {
    }

    private static string Number =>
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Writes the version to standard output.</summary>
    /// <param name="shell">Where to write.</param>
    public static void Write(Shell shell)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("version", Number);
                writer.WriteEndObject();
            });
        }
        else
        {
            shell.WriteLine($"sensorium {Number}");
        }
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        Write(shell);
        return Task.FromResult(ExitCode.Done);
    }
}
