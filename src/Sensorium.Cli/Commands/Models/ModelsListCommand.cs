using System.CommandLine;
using Sensorium.Inference;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary><c>models list</c>: every model, its licence and where it lies; a broken one is named and does not hide the others.</summary>
internal sealed class ModelsListCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium models list", new("Lists the models, their licences and where they lie.", "모델과 라이선스, 위치를 보여 줍니다.")),
        new("sensorium models list --json", new("The same as JSON.", "같은 내용을 JSON으로 보여 줍니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ModelsListCommand(Language language)
        : base("list", new("List the models, their licences and where they lie.", "모델과 라이선스, 위치를 보여 줍니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        ModelCatalogue catalogue = ModelPlaces.Open(shell);
        ModelSurvey survey = catalogue.Survey();
        if (shell.IsJson)
        {
            ModelsJson.WriteList(survey, shell);
        }
        else if (shell.IsTalking && shell.IsPlain)
        {
            WriteSentences(survey, shell);
        }
        else if (shell.IsTalking)
        {
            WriteTable(catalogue, survey, shell);
        }

        ModelPlaces.Complain(survey, shell);
        return Task.FromResult(survey.Broken.Count == 0 ? ExitCode.Done : ExitCode.Failed);
    }

    private static void WriteTable(ModelCatalogue catalogue, ModelSurvey survey, Shell shell)
    {
        IAnsiConsole console = shell.CreateConsole();
        string[][] rows = [.. survey.Models.Select(model => Row(model, shell.Language))];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Select(row => TextWidth.Of(row[column])).DefaultIfEmpty(0).Max())];
        bool isFirst = true;
        foreach (string root in catalogue.Roots)
        {
            if (!isFirst)
            {
                console.WriteLine();
            }

            isFirst = false;
            console.MarkupLineInterpolated($"{ModelPlaces.Owner(root).In(shell.Language)} [grey]{root}[/]");
            bool isEmpty = true;
            foreach ((ModelFolder model, string[] row) in survey.Models.Zip(rows).Where(pair => Path.GetDirectoryName(pair.First.Path) == root))
            {
                isEmpty = false;
                string licence = TextWidth.Pad(row[3], widths[3]).EscapeMarkup();
                string colour = model.Manifest.Licence.Commercial ? "green" : "yellow";
                console.MarkupLine($"  {TextWidth.Pad(row[0], widths[0]).EscapeMarkup()}  {TextWidth.Pad(row[1], widths[1]).EscapeMarkup()}  [{colour}]{licence}[/]  [grey]{new string(' ', widths[2] - row[2].Length)}{row[2]}[/]");
            }

            if (isEmpty)
            {
                console.MarkupLineInterpolated($"  [grey]{new LocalizedText("none", "없음").In(shell.Language)}[/]");
            }
        }
    }

    private static string[] Row(ModelFolder model, Language language)
    {
        ModelManifest manifest = model.Manifest;
        return [manifest.Name, manifest.Title.In(language), ModelWords.Size(manifest.Files.Sum(file => file.Bytes)), $"{manifest.Licence.Name}, {ModelWords.Commercial(manifest.Licence).In(language)}"];
    }

    private static void WriteSentences(ModelSurvey survey, Shell shell)
    {
        foreach (ModelFolder model in survey.Models)
        {
            ModelManifest manifest = model.Manifest;
            string size = ModelWords.Size(manifest.Files.Sum(file => file.Bytes));
            LocalizedText commercial = ModelWords.Commercial(manifest.Licence);
            shell.WriteLine(new LocalizedText(
                $"{manifest.Name}, {manifest.Title.English}, for {manifest.Task}: licence {manifest.Licence.Name}, {commercial.English}, {size}, in {model.Path}.",
                $"{manifest.Name}, {manifest.Title.Korean}, 용도 {manifest.Task}: 라이선스 {manifest.Licence.Name}, {commercial.Korean}, {size}, 위치 {model.Path}."));
        }

        if (survey.Models.Count == 0)
        {
            shell.WriteLine(new LocalizedText("There are no models.", "모델이 없습니다."));
        }
    }
}
