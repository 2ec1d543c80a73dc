using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Composing;
using Sensorium.Media;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>evaluate compose</c>: does composed music feel as it was meant to?</summary>
internal sealed class ComposeEvaluationCommand : Verb
{
    private const int MostPieces = 20_000;

    private static readonly Example[] Samples =
    [
        new("sensorium evaluate compose", new("Composes 400 pieces and 50 arcs and has them judged.", "곡 400개와 변화하는 곡 50개를 만들어 판정합니다.")),
        new("sensorium evaluate compose shared/data/music/emopia --out compose.html", new("Compares them with human pieces too, and writes a page with charts.", "사람의 곡과도 비교하고 도표가 든 페이지를 씁니다.")),
    ];

    private readonly Argument<string?> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _pieces;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ComposeEvaluationCommand(Language language)
        : base(
            "compose",
            new("Measure whether composed music feels as it was meant to, by a judge that learnt from human pieces only.", "작곡한 음악이 의도한 느낌을 주는지, 사람의 곡으로만 배운 평가자로 측정합니다."),
            Samples,
            language)
    {
        _data = new Argument<string?>("DATA")
        {
            Description = new LocalizedText("A folder of MIDI files to compare with, such as EMOPIA.", "비교할 MIDI 파일의 폴더. 예: EMOPIA.").In(language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        _common = new EvaluationArguments(language);
        _pieces = _common.One("--pieces", "N", new($"How many pieces, 9 to {MostPieces}; arcs are an eighth of it. Default: 400.", $"곡의 수, 9~{MostPieces}. 변화하는 곡은 그 8분의 1입니다. 기본값은 400입니다."));
        Add(_data);
        foreach (Option option in (Option[])[_pieces, _common.Out, _common.Seed])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        int pieces = Pieces(parsed.GetValue(_pieces), values);
        ComposeEvaluationOptions options = new() { Seed = _common.SeedOf(parsed, values), Pieces = pieces, Arcs = Math.Max(1, pieces / 8) };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        string[] human = Human(parsed.GetValue(_data), values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        ScoreModel judge = ScoreModel.Open(catalogue.Find(ScoreModel.JudgeId)), ranker = ScoreModel.Open(catalogue.Find(ScoreModel.RankerId));
        ComposeEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            FractionLine progress = new(line, new("Composing and judging", "작곡하고 판정하는 중"));
            using FluidSynthesizer? synthesizer = files.Any(file => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) ? Synthesizer() : null;
            result = await Task.Run(() => ComposeEvaluation.Run(judge, ranker, human.Select(Read), options, synthesizer, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    // Without instruments the page has no spectrograms; the figures need none.
    private static FluidSynthesizer? Synthesizer()
    {
        try
        {
            return new FluidSynthesizer(SoundFontLocator.Locate(null));
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }

    private static Score Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return StandardMidiFile.Read(file).ToScore();
    }

    private static string[] Human(string? folder, OptionValues values)
    {
        if (folder is null)
        {
            return [];
        }

        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            values.Add($"DATA is a folder of MIDI files, but \"{folder}\" has none.", $"DATA는 MIDI 파일의 폴더여야 하지만 \"{folder}\"에는 없습니다.");
        }

        return files;
    }

    private static int Pieces(string? given, OptionValues values)
    {
        if (given is null)
        {
            return new ComposeEvaluationOptions().Pieces;
        }

        if (int.TryParse(given, out int pieces) && pieces is >= 9 and <= MostPieces)
        {
            return pieces;
        }

        values.Add($"--pieces takes a whole number from 9 to {MostPieces}, but \"{given}\" came.", $"--pieces에는 9에서 {MostPieces}까지의 정수를 쓸 수 있습니다. 받은 값은 \"{given}\"입니다.");
        return 9;
    }
}
