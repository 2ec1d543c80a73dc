using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>evaluate</c>: measures what the documentation states; each measurement is a command below it.</summary>
internal sealed class EvaluateCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium evaluate --help", new("Lists the measurements.", "측정 항목을 보여 줍니다."))];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="measurements">The measurements.</param>
    public EvaluateCommand(Language language, IReadOnlyList<Verb> measurements)
        : base("evaluate", new("Measure again what the documentation states.", "문서에 적힌 수치를 다시 측정합니다."), Samples, language)
    {
        foreach (Verb measurement in measurements)
        {
            Add(measurement);
        }
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string names = string.Join(", ", Subcommands.Select(sub => sub.Name));
        InvalidCommandLineException.ThrowIfAny(errors.Count > 0
            ? errors
            : [new(
                $"evaluate needs the name of a measurement{(names.Length > 0 ? $": {names}" : string.Empty)}. sensorium evaluate --help lists them.",
                $"evaluate에는 측정 항목의 이름이 필요합니다{(names.Length > 0 ? $": {names}" : string.Empty)}. sensorium evaluate --help로 볼 수 있습니다.")]);
        return Task.FromResult(ExitCode.BadInput);
    }
}
