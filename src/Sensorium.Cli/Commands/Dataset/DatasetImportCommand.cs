using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>dataset import</c>: the kinds of data sets that are known are commands below it.</summary>
internal sealed class DatasetImportCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium dataset import aihub-video CLIPS --out voice", new("Cuts AI-Hub clips into utterances.", "AI-Hub 동영상을 발화로 자릅니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public DatasetImportCommand(Language language)
        : base("import", new("Read a data set and write it in a layout of ours.", "데이터셋을 읽어 이 프로그램의 구성으로 씁니다."), Samples, language) =>
        Add(new AiHubVideoCommand(language));

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors.Count > 0
            ? errors
            : [new(
                "dataset import needs the kind of data set: aihub-video. sensorium dataset import --help shows an example.",
                "dataset import에는 데이터셋의 종류(aihub-video)가 필요합니다. sensorium dataset import --help에 예가 있습니다.")]);
        return Task.FromResult(ExitCode.BadInput);
    }
}
