using System.CommandLine;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>where</c>: prints the folder that holds everything the program stores.</summary>
internal sealed class WhereCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium where", new("Prints the folder, for example ~/.local/share/sensorium.", "폴더를 출력합니다. 예: ~/.local/share/sensorium.")),
        new("SENSORIUM_HOME=/data/sensorium sensorium where", new("The variable SENSORIUM_HOME moves it.", "SENSORIUM_HOME 변수로 위치를 바꿉니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public WhereCommand(Language language)
        : base("where", new("Print the folder that holds everything Sensorium stores.", "Sensorium이 저장하는 모든 것이 있는 폴더를 출력합니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        SensoriumHome home = new(shell.Terminal.Variable);
        if (shell.IsJson)
        {
            shell.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("home", home.Path);
                writer.WriteBoolean("exists", Directory.Exists(home.Path));
                writer.WriteEndObject();
            });
        }
        else
        {
            shell.WriteLine(home.Path);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
