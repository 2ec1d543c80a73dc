using System.CommandLine;
using System.CommandLine.Completions;

namespace Sensorium.Cli;

/// <summary>One command as a shell's completion needs it.</summary>
/// <param name="Path">The words that lead to it, separated by spaces; empty for the root.</param>
/// <param name="Words">Commands below it, and fixed values of its arguments.</param>
/// <param name="Options">Its options with those that it inherits.</param>
/// <param name="TakesFiles">Whether its arguments are files.</param>
internal sealed record CompletionNode(string Path, IReadOnlyList<CompletionWord> Words, IReadOnlyList<CompletionOption> Options, bool TakesFiles)
{
    /// <summary>All commands of a command line, the root first.</summary>
    /// <param name="root">The root.</param>
    /// <returns>The commands, parents before children.</returns>
    public static IReadOnlyList<CompletionNode> Flatten(Command root)
    {
        List<CompletionNode> nodes = [];
        Visit(root, string.Empty, [], nodes);
        return nodes;
    }

    private static void Visit(Command command, string path, IReadOnlyList<Option> inherited, List<CompletionNode> nodes)
    {
        Option[] options = [.. command.Options.Where(option => !option.Hidden), .. inherited];
        CompletionWord[] values = [.. command.Arguments.SelectMany(Values).Select(value => new CompletionWord(value, string.Empty))];
        CompletionWord[] subcommands = [.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => new CompletionWord(sub.Name, sub.Description ?? string.Empty))];
        nodes.Add(new(path, [.. subcommands, .. values], [.. options.Select(CompletionOption.Of)], command.Arguments.Count > 0 && values.Length == 0));
        Option[] handedDown = [.. options.Where(option => option.Recursive)];
        foreach (Command sub in command.Subcommands.Where(sub => !sub.Hidden))
        {
            Visit(sub, path.Length == 0 ? sub.Name : $"{path} {sub.Name}", handedDown, nodes);
        }
    }

    private static IEnumerable<string> Values(Argument argument) =>
        argument.GetCompletions(CompletionContext.Empty).Select(item => item.Label);
}
