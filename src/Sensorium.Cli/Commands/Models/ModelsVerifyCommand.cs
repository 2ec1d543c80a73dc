using System.CommandLine;
using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary><c>models verify</c>: compares files with their stated sizes and checksums and opens each model.</summary>
internal sealed class ModelsVerifyCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium models verify", new("Verifies every model.", "모든 모델을 확인합니다.")),
        new("sensorium models verify face-expression", new("Verifies one.", "모델 하나를 확인합니다.")),
    ];

    private readonly Argument<string?> _id;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ModelsVerifyCommand(Language language)
        : base(
            "verify",
            new(
                "Compare each model's files with their sizes and checksums, and open it. Exit code 1 when some fail, 2 when all do.",
                "모델마다 파일의 크기와 체크섬을 비교하고 모델을 열어 봅니다. 일부 실패하면 종료 코드는 1, 모두 실패하면 2입니다."),
            Samples,
            language)
    {
        _id = ModelArgument.Create(language, isNeeded: false);
        Add(_id);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        ModelCatalogue catalogue = ModelPlaces.Open(shell);
        ModelSurvey survey = parsed.GetValue(_id) is { } id ? new ModelSurvey([catalogue.Find(id)], []) : catalogue.Survey();
        List<VerifiedModel> results = [];
        using (ProgressLine progress = new(shell, string.Empty))
        {
            FractionLine line = new(progress, new LocalizedText("verifying", "확인하는 중"));
            foreach (ModelFolder model in survey.Models)
            {
                line.Report((double)results.Count / survey.Models.Count);
                results.Add(VerifiedModel.Of(model, cancellationToken));
            }
        }

        if (shell.IsJson)
        {
            ModelsJson.WriteVerified(results, survey.Broken, shell);
        }
        else if (shell.IsTalking)
        {
            results.ForEach(result => Write(result, shell));
            if (results.Count == 0 && survey.Broken.Count == 0)
            {
                string roots = string.Join(", ", catalogue.Roots);
                shell.WriteLine(new LocalizedText(
                    $"There is no model in {roots}; nothing was verified.",
                    $"{roots} 폴더에 모델이 없어 확인한 것이 없습니다."));
            }
        }

        foreach (SensoriumException trouble in results.SelectMany(result => result.Tensors).Select(tensors => tensors.Trouble).OfType<SensoriumException>())
        {
            shell.Complain(Failure.Of(trouble, cancellationToken));
        }

        ModelPlaces.Complain(survey, shell);
        int good = results.Count(result => result.IsSound);
        int bad = results.Count - good + survey.Broken.Count;
        return Task.FromResult(bad == 0 ? ExitCode.Done : good > 0 ? ExitCode.Failed : ExitCode.BadInput);
    }

    private static void Write(VerifiedModel result, Shell shell)
    {
        foreach (ModelFileCheck check in result.Files)
        {
            LocalizedText state = ModelWords.State(check.State);
            shell.WriteLine(new LocalizedText(
                $"{result.Model.Manifest.Name} {check.File.Path}: {state.English}.",
                $"{result.Model.Manifest.Name} {check.File.Path}: {state.Korean}."));
        }
    }
}
