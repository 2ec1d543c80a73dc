using System.CommandLine;
using Sensorium.Lab.Datasets;

namespace Sensorium.Cli;

/// <summary><c>dataset import aihub-video</c>: clips with JSON become utterances with labels.</summary>
internal sealed class AiHubVideoCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium dataset import aihub-video CLIPS --out voice", new("Writes voice/clips/*.wav and voice/clips.csv, and prints counts.", "voice/clips/*.wav와 voice/clips.csv를 쓰고 개수를 보여 줍니다.")),
        new("sensorium dataset import aihub-video CLIPS --out voice --spectrograms", new("Draws a mel spectrogram of each utterance too.", "발화마다 멜 스펙트로그램 그림도 만듭니다.")),
        new("sensorium evaluate voice voice --folds WORK", new("Evaluates what was imported (docs/dataset.md).", "가져온 발화로 평가합니다(docs/dataset.md).")),
    ];

    private readonly Argument<string> _folder;
    private readonly Option<string?> _out;
    private readonly Option<bool> _spectrograms;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public AiHubVideoCommand(Language language)
        : base(
            "aihub-video",
            new(
                "Cut AI-Hub's multimodal clips (each a video and a JSON of the same name) into utterances with emotion, valence and arousal.",
                "AI-Hub 멀티모달 동영상(같은 이름의 동영상과 JSON)을 감정, 긍정·부정, 각성도가 붙은 발화로 자릅니다."),
            Samples,
            language)
    {
        _folder = new Argument<string>("FOLDER") { Description = new LocalizedText("The clips and their JSON; folders within count too.", "동영상과 JSON이 있는 폴더. 하위 폴더도 읽습니다.").In(language) };
        _out = new Option<string?>("--out", "-o") { HelpName = "DIR", Description = new LocalizedText("Where utterances and table go; made when missing.", "발화와 표를 둘 폴더. 없으면 만듭니다.").In(language), Arity = ArgumentArity.ExactlyOne };
        _spectrograms = new Option<bool>("--spectrograms") { Description = new LocalizedText("Draw mel spectrograms into DIR/spectrograms.", "DIR/spectrograms에 멜 스펙트로그램을 그립니다.").In(language), Arity = ArgumentArity.Zero };
        Add(_folder);
        Add(_out);
        Add(_spectrograms);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        string? output = parsed.GetValue(_out);
        if (errors.Count == 0 && string.IsNullOrWhiteSpace(output))
        {
            values.Add("dataset import aihub-video needs a folder to write to, but none came; name one with --out DIR.", "dataset import aihub-video에는 쓸 폴더가 필요합니다. --out DIR로 정하십시오.");
        }

        values.ThrowIfAny();
        AiHubResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(
                () => AiHubImport.RunAsync(parsed.GetValue(_folder)!, output!, parsed.GetValue(_spectrograms), new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        foreach (DatasetFault fault in result.Faults)
        {
            shell.Warn(fault.Name, fault.Reason);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(), result.ToJson(), [], shell, cancellationToken).ConfigureAwait(false);
        return result.Faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
