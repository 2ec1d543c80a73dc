using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Voices;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate voice</c>: how well are emotions heard in voices of unseen speakers, and voices found?</summary>
internal sealed class VoiceCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate voice voice --folds WORK", new("Tests the fold models that training/voice.py made.", "training/voice.py로 만든 묶음별 모델을 시험합니다.")),
        new("sensorium evaluate voice voice --music music --silero models/silero", new("Finds voices over music, beside Silero.", "음악 위의 목소리 찾기를 Silero와 비교합니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _folds;
    private readonly Option<string?> _music;
    private readonly Option<string?> _silero;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public VoiceCommand(Language language)
        : base(
            "voice",
            new(
                "Measure how well emotions are heard in voices of speakers, and sentences, that the model has not heard, in noise too; and how well voices are found over music.",
                "모델이 들은 적 없는 화자와 문장에서 감정을 얼마나 잘 듣는지(잡음 속에서도), 음악 위의 목소리를 얼마나 잘 찾는지 측정합니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText("A folder with ravdess.csv, korean.csv and their clips (docs/evaluate.md).", "ravdess.csv, korean.csv와 음성 파일이 있는 폴더(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _folds = _common.One("--folds", "FOLDER", new("Fold models that 'training/voice.py folds' wrote; without them emotions are not measured.", "'training/voice.py folds'가 쓴 묶음별 모델. 없으면 감정은 측정하지 않습니다."));
        _music = _common.One("--music", "FOLDER", new("Music for mixes, with tracks/; without it voice activity is not measured.", "섞을 음악이 있는 폴더(tracks/). 없으면 목소리 찾기는 측정하지 않습니다."));
        _silero = _common.One("--silero", "FOLDER", new("Silero's model to compare with (silero_vad.onnx, speech-test.mp3).", "비교할 Silero 모델(silero_vad.onnx, speech-test.mp3)."));
        Add(_data);
        foreach (Option option in (Option[])[_folds, _music, _silero, _common.Out, _common.Seed, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        VoiceEvaluationOptions options = new()
        {
            Seed = _common.SeedOf(parsed, values),
            Folds = parsed.GetValue(_folds),
            Music = parsed.GetValue(_music),
            Silero = parsed.GetValue(_silero),
            Timing = !parsed.GetValue(_common.NoTiming),
        };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        VoiceEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(
                () => VoiceEvaluation.RunAsync(parsed.GetValue(_data)!, catalogue, options, new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
