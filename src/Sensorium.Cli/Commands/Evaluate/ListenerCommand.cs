using System.CommandLine;
using System.Text;
using Sensorium.Lab.Listening;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate listener</c>: can a simulated listener tell colours apart by ear?</summary>
internal sealed class ListenerCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate listener", new("Measures with many pictures; it takes minutes.", "많은 그림으로 측정합니다. 몇 분이 걸립니다.")),
        new("sensorium evaluate listener --quick", new("Measures with few.", "적은 수의 그림으로 측정합니다.")),
        new("sensorium evaluate listener --out docs/listener.md", new("Writes the documentation's page again.", "문서의 해당 페이지를 다시 씁니다.")),
    ];

    private readonly Option<bool> _quick;
    private readonly Option<string?> _out;
    private readonly Option<string?> _seed;
    private readonly Option<string?> _soundFont;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ListenerCommand(Language language)
        : base(
            "listener",
            new(
                "Measure how well a simulated listener tells colours apart by ear, in normal and in colour-blind mode.",
                "모의 청취자가 소리만으로 색을 얼마나 잘 구별하는지 일반 모드와 색각 모드에서 측정합니다."),
            Samples,
            language)
    {
        _quick = new Option<bool>("--quick")
        {
            Description = new LocalizedText("Fewer pictures: under a minute, figures that spread more.", "그림 수를 줄입니다. 1분 안에 끝나지만 수치의 오차가 큽니다.").In(language),
            Arity = ArgumentArity.Zero,
        };
        _out = One("--out", "FILE.md", new("Write the report as Markdown.", "보고서를 마크다운 파일로 씁니다."), language);
        _seed = One("--seed", "N", new("Seed of everything random; the same seed gives the same report. Default: 1.", "난수의 씨앗. 씨앗이 같으면 보고서도 같습니다. 기본값은 1입니다."), language);
        _soundFont = One("--soundfont", "FILE", new("The SoundFont (.sf2, .sf3) that plays. Default: the installed FluidR3 GM.", "연주할 사운드폰트(.sf2, .sf3). 기본값은 설치된 FluidR3 GM입니다."), language);
        Add(_quick);
        Add(_out);
        Add(_seed);
        Add(_soundFont);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        ListenerOptions options = new()
        {
            Quick = parsed.GetValue(_quick),
            Seed = values.Seed(Given(parsed, _seed)) ?? 1,
            SoundFont = values.SoundFont(Given(parsed, _soundFont)),
        };
        values.ThrowIfAny();
        ListenerReport report;
        using (ProgressLine line = new(shell, string.Empty))
        {
            FractionLine progress = new(line, new LocalizedText("listening", "듣는 중"));
            report = await Task.Run(() => ListenerEvaluation.Run(options, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        if (parsed.GetValue(_out) is { } path)
        {
            using OutputBatch batch = new();
            await batch.Create(path).WriteAsync(Encoding.UTF8.GetBytes(report.ToMarkdown()), cancellationToken).ConfigureAwait(false);
            batch.Commit();
        }

        if (shell.IsJson)
        {
            shell.WriteLine(report.ToJson());
        }
        else if (shell.IsTalking)
        {
            ListenerTable.Write(report, shell);
        }

        return ExitCode.Done;
    }

    private static string[] Given(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } value ? [value] : [];

    private static Option<string?> One(string name, string value, LocalizedText description, Language language) => new(name)
    {
        HelpName = value,
        Description = description.In(language),
        Arity = ArgumentArity.ExactlyOne,
    };
}
