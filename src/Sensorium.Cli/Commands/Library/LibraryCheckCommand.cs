using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library check</c>: whether the catalogue is whole.</summary>
internal sealed class LibraryCheckCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium library check", new("Looks whether the catalogue is whole.", "목록이 온전한지 확인합니다."))];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryCheckCommand(Language language)
        : base("check", new("Look whether the catalogue is whole.", "목록이 온전한지 확인합니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        IReadOnlyList<LocalizedText> faults = catalogue.Check();
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", LibraryWords.Schema);
                json.WriteString("path", catalogue.Path);
                json.WriteStartArray("faults");
                foreach (LocalizedText fault in faults)
                {
                    json.WriteStringValue(fault.In(shell.Language));
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            foreach (LocalizedText fault in faults)
            {
                shell.WriteLine(fault);
            }

            shell.WriteLine(faults.Count == 0
                ? new LocalizedText($"The catalogue {catalogue.Path} is whole.", $"목록 {catalogue.Path}은(는) 온전합니다.")
                : new LocalizedText($"Faults in {catalogue.Path}: {faults.Count}. Put a backup in its place, or remove it and scan again.", $"{catalogue.Path}의 이상 {faults.Count}건. 백업으로 바꾸거나, 지우고 다시 검색하십시오."));
        }

        return Task.FromResult(faults.Count == 0 ? ExitCode.Done : ExitCode.Failed);
    }
}
