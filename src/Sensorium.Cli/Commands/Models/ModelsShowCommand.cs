using System.CommandLine;
using Sensorium.Inference;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary><c>models show</c>: everything about one model.</summary>
internal sealed class ModelsShowCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium models show face-expression", new("The newest version of that model.", "그 모델의 최신 버전을 보여 줍니다.")),
        new("sensorium models show face-expression@1 --json", new("A certain version, as JSON.", "정해진 버전을 JSON으로 보여 줍니다.")),
    ];

    private readonly Argument<string?> _id;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ModelsShowCommand(Language language)
        : base("show", new("Tell everything about one model.", "모델 하나를 자세히 보여 줍니다."), Samples, language)
    {
        _id = ModelArgument.Create(language, isNeeded: true);
        Add(_id);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string? id = parsed.GetValue(_id);
        InvalidCommandLineException.ThrowIfAny(errors.Count > 0 || id is not null
            ? errors
            : [new("models show needs a model: an id that 'sensorium models' lists.", "models show에는 모델이 필요합니다. 'sensorium models'에 나오는 id를 지정하십시오.")]);
        ModelFolder model = ModelPlaces.Open(shell).Find(id!);
        IReadOnlyList<ModelTensors> tensors = ModelTensors.Of(model, cancellationToken);
        if (shell.IsJson)
        {
            ModelsJson.WriteModel(model, tensors, shell);
        }
        else if (shell.IsTalking)
        {
            Write(model, tensors, shell);
        }

        foreach (SensoriumException trouble in tensors.Select(result => result.Trouble).OfType<SensoriumException>())
        {
            shell.Complain(Failure.Of(trouble, cancellationToken));
        }

        return Task.FromResult(tensors.All(result => result.Trouble is null) ? ExitCode.Done : ExitCode.BadInput);
    }

    private static void Write(ModelFolder model, IReadOnlyList<ModelTensors> tensors, Shell shell)
    {
        IReadOnlyList<(LocalizedText Term, LocalizedText Meaning)> facts = [.. ModelFacts.Of(model, tensors)];
        if (shell.IsPlain)
        {
            foreach ((LocalizedText term, LocalizedText meaning) in facts)
            {
                shell.WriteLine($"{term.In(shell.Language)}: {meaning.In(shell.Language).TrimEnd('.')}.");
            }

            return;
        }

        IAnsiConsole console = shell.CreateConsole();
        int width = facts.Max(fact => TextWidth.Of(fact.Term.In(shell.Language)));
        console.MarkupLineInterpolated($"[bold]{model.Manifest.Name}[/]  {model.Manifest.Title.In(shell.Language)}");
        foreach ((LocalizedText term, LocalizedText meaning) in facts)
        {
            string left = TextWidth.Pad(term.In(shell.Language), width);
            foreach (string line in TextWidth.Wrap(meaning.In(shell.Language), Math.Max(30, console.Profile.Width - width - 4)))
            {
                console.MarkupLineInterpolated($"  [grey]{left}[/]  {line}");
                left = TextWidth.Pad(string.Empty, width);
            }
        }
    }
}
