using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>The help of one command: usage, what it takes, and examples; for screen readers one sentence a line.</summary>
internal static class HelpPage
{
    private const int WidestPage = 100;
    private const int WidestTerm = 26;

    /// <summary>Writes the help to standard output.</summary>
    /// <param name="command">The command to explain.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(Command command, Shell shell)
    {
        string title = Title(command);
        shell.WriteLine(command.Description ?? string.Empty);
        WriteHeading(new("Usage", "사용법"), shell);
        WriteLine($"{title}{Usage(command)}", shell);

        WriteRows(new("Commands", "명령"), command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)), shell);
        WriteRows(new("Arguments", "인자"), command.Arguments.Where(argument => !argument.Hidden).Select(argument => (Term(argument), argument.Description)), shell);
        WriteRows(new("Options", "옵션"), command.Options.Where(option => !option.Hidden && !option.Recursive).Select(option => (Term(option), option.Description)), shell);
        WriteRows(new("Everywhere", "공통 옵션"), Everywhere(command).Select(option => (Term(option), option.Description)), shell);
        WriteExamples(command, shell);
        WriteExitCodes(command, shell);
    }

    private static string Title(Command command) =>
        command.Parents.FirstOrDefault() is Command parent ? $"{Title(parent)} {command.Name}" : command.Name;

    private static string Usage(Command command)
    {
        string arguments = string.Concat(command.Arguments.Select(argument => $" {Term(argument)}"));
        return (command.Subcommands.Count > 0 ? " COMMAND" : arguments) + " [OPTION]...";
    }

    private static IEnumerable<Option> Everywhere(Command command)
    {
        IEnumerable<Option> own = command.Options.Where(option => option.Recursive);
        return command.Parents.FirstOrDefault() is Command parent ? own.Concat(Everywhere(parent)) : own;
    }

    private static string Term(Argument argument) =>
        (argument.HelpName ?? argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : string.Empty);

    private static string Term(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(alias => alias.Length == 2 && alias != "-?").Append(option.Name));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static void WriteHeading(LocalizedText heading, Shell shell)
    {
        if (!shell.IsPlain)
        {
            shell.WriteLine(string.Empty);
        }

        shell.WriteLine($"{heading.In(shell.Language)}:");
    }

    private static void WriteLine(string text, Shell shell) => shell.WriteLine(shell.IsPlain ? text : $"  {text}");

    private static void WriteRows(LocalizedText heading, IEnumerable<(string Term, string? Meaning)> rows, Shell shell)
    {
        List<(string Term, string? Meaning)> all = [.. rows];
        if (all.Count == 0)
        {
            return;
        }

        WriteHeading(heading, shell);
        int termWidth = Math.Min(WidestTerm, all.Max(row => TextWidth.Of(row.Term)));
        int meaningWidth = Math.Max(24, Math.Min(shell.Terminal.Width, WidestPage) - termWidth - 4);
        foreach ((string term, string? meaning) in all)
        {
            if (shell.IsPlain)
            {
                shell.WriteLine($"{term}: {meaning}");
                continue;
            }

            string left = TextWidth.Pad(term, termWidth);
            if (TextWidth.Of(left) > termWidth)
            {
                WriteLine(left, shell);
                left = TextWidth.Pad(string.Empty, termWidth);
            }

            foreach (string line in TextWidth.Wrap(meaning ?? string.Empty, meaningWidth))
            {
                WriteLine($"{left}  {line}", shell);
                left = TextWidth.Pad(string.Empty, termWidth);
            }
        }
    }

    private static void WriteExamples(Command command, Shell shell)
    {
        IReadOnlyList<Example> examples = command is Verb verb
            ? verb.Examples
            : [.. command.Subcommands.OfType<Verb>().Where(sub => !sub.Hidden).SelectMany(sub => sub.Examples.Take(1))];
        if (examples.Count == 0)
        {
            return;
        }

        WriteHeading(new("Examples", "예"), shell);
        foreach (Example example in examples)
        {
            WriteLine(example.CommandLine, shell);
            WriteLine((shell.IsPlain ? string.Empty : "    ") + example.Meaning.In(shell.Language), shell);
        }
    }

    private static void WriteExitCodes(Command command, Shell shell)
    {
        if (command is not RootVerb)
        {
            return;
        }

        WriteHeading(new("Exit codes", "종료 코드"), shell);
        WriteLine(new LocalizedText(
            "0 done. 1 failed, or some of many pictures failed. 2 bad input or missing component, also when it is so with all pictures. 130 cancelled. 141 nobody reads the output any more.",
            "0 완료. 1 실패 또는 여러 그림 가운데 일부 실패. 2 잘못된 입력이나 없는 구성 요소(모든 그림이 그럴 때 포함). 130 취소. 141 출력을 읽던 쪽이 끝남.").In(shell.Language), shell);
    }
}
