using System.CommandLine;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary><c>doctor</c>: shows each component, whether it is there, and how to get it.</summary>
internal sealed class DoctorCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium doctor", new("Shows what is installed and how to get the rest.", "무엇이 설치되어 있는지, 나머지는 어떻게 설치하는지 보여 줍니다.")),
        new("sensorium doctor --json", new("The same as JSON, for a script.", "같은 내용을 스크립트에서 쓸 JSON으로 보여 줍니다.")),
    ];

    private readonly ComponentSurvey _survey;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="survey">What looks for the components.</param>
    public DoctorCommand(Language language, ComponentSurvey survey)
        : base(
            "doctor",
            new(
                "Show each component: found or not, version, where, how to get it. Exit code 2 when a required one is missing.",
                "구성 요소마다 있는지, 버전, 위치, 설치 방법을 보여 줍니다. 필요한 것이 없으면 종료 코드는 2입니다."),
            Samples,
            language) => _survey = survey;

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        IReadOnlyList<Component> components = await _survey.RunAsync(cancellationToken).ConfigureAwait(false);
        if (shell.IsJson)
        {
            DoctorJson.Write(components, shell);
        }
        else if (shell.IsTalking && shell.IsPlain)
        {
            WriteSentences(components, shell);
        }
        else if (shell.IsTalking)
        {
            WriteTable(components, shell);
        }

        return components.All(component => component.IsFound || component.Need != ComponentNeed.Always) ? ExitCode.Done : ExitCode.BadInput;
    }

    private static void WriteTable(IReadOnlyList<Component> components, Shell shell)
    {
        IAnsiConsole console = shell.CreateConsole();
        int nameWidth = components.Max(component => TextWidth.Of(component.Title));
        int versionWidth = components.Max(component => TextWidth.Of(component.Version ?? string.Empty));
        foreach (Component component in components)
        {
            string mark = component.IsFound ? "[green]✓[/]" : component.Need == ComponentNeed.Always ? "[red]✗[/]" : "[yellow]–[/]";
            string where = component.IsFound ? component.Location ?? string.Empty : $"{component.Need.Words().In(shell.Language)}, {component.Purpose.In(shell.Language)}";
            console.MarkupLine($" {mark} {TextWidth.Pad(component.Title, nameWidth)}  {TextWidth.Pad(component.Version ?? string.Empty, versionWidth).EscapeMarkup()}  [grey]{where.EscapeMarkup()}[/]");
            if (!component.IsFound)
            {
                bool isOneAdvice = component.Install.Count > 1 && component.Install.DistinctBy(line => line.Text).Count() == 1;
                foreach (InstallLine line in component.Install.Take(isOneAdvice ? 1 : component.Install.Count))
                {
                    console.MarkupLineInterpolated($"     {(isOneAdvice ? component.Title : line.Manager),-7} [grey]{line.Text.In(shell.Language)}[/]");
                }
            }
        }

        console.WriteLine();
        console.WriteLine(Verdict(components).In(shell.Language));
    }

    private static void WriteSentences(IReadOnlyList<Component> components, Shell shell)
    {
        foreach (Component component in components)
        {
            string version = component.Version is null ? string.Empty : $" {component.Version}";
            shell.WriteLine(component.IsFound
                ? new LocalizedText(
                    $"{component.Title}{version} is there{(component.Location is null ? string.Empty : $": {component.Location}")}.",
                    $"{component.Title}: 있음{(component.Version is null ? string.Empty : $", 버전 {component.Version}")}{(component.Location is null ? string.Empty : $", 위치 {component.Location}")}.")
                : new LocalizedText(
                    $"{component.Title} is missing, {component.Need.Words().English}, {component.Purpose.English}.",
                    $"{component.Title}: 없음, {component.Need.Words().Korean}, {component.Purpose.Korean}."));
            if (!component.IsFound && component.Install.Count > 0)
            {
                string line = component.Install[0].Text.In(shell.Language);
                shell.WriteLine(new LocalizedText($"To get it: {line}.", $"설치 방법: {line}."));
            }
        }

        shell.WriteLine(Verdict(components));
    }

    private static LocalizedText Verdict(IReadOnlyList<Component> components)
    {
        string[] missing = [.. components.Where(component => !component.IsFound && component.Need == ComponentNeed.Always).Select(component => component.Title)];
        return missing.Length == 0
            ? new("Everything that is required is there.", "필요한 구성 요소가 모두 있습니다.")
            : new($"Missing: {string.Join(", ", missing)}.", $"없는 구성 요소: {string.Join(", ", missing)}.");
    }
}
