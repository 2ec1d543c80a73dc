using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>dataset</c>: brings data sets into the layouts that are evaluated and trained on.</summary>
internal sealed class DatasetCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium dataset import aihub-video CLIPS --out voice", new("Cuts AI-Hub clips into utterances.", "AI-Hub 동영상을 발화로 자릅니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public DatasetCommand(Language language)
        : base("dataset", new("Bring data sets into the layouts that are evaluated and trained on.", "데이터셋을 평가와 학습에 쓰는 구성으로 바꿉니다."), Samples, language) =>
        Add(new DatasetImportCommand(language));

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors.Count > 0
            ? errors
            : [new("dataset needs what to do: import. sensorium dataset --help shows an example.", "dataset에는 할 일(import)이 필요합니다. sensorium dataset --help에 예가 있습니다.")]);
        return Task.FromResult(ExitCode.BadInput);
    }
}
