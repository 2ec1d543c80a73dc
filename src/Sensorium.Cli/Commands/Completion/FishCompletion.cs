using System.Text;

namespace Sensorium.Cli;

/// <summary>Writes a completion script for fish.</summary>
internal static class FishCompletion
{
    /// <summary>Writes the script.</summary>
    /// <param name="nodes">The commands.</param>
    /// <returns>The script.</returns>
    public static string Write(IReadOnlyList<CompletionNode> nodes)
    {
        StringBuilder script = new("# fish completion for sensorium\ncomplete -c sensorium -f\n");
        foreach (CompletionNode node in nodes)
        {
            string condition = Condition(node, nodes);
            foreach (CompletionWord word in node.Words)
            {
                script.Append($"complete -c sensorium -n {Quote(condition)} -a {Quote(word.Text)} -d {Quote(word.Meaning)}\n");
            }

            if (node.TakesFiles)
            {
                script.Append($"complete -c sensorium -n {Quote(condition)} -F\n");
            }

            foreach (CompletionOption option in node.Options)
            {
                string names = string.Concat(option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));
                string value = !option.TakesValue ? string.Empty : option.Values.Count > 0 ? $" -x -a {Quote(string.Join(' ', option.Values))}" : " -r -F";
                script.Append($"complete -c sensorium -n {Quote(condition)}{names}{value} -d {Quote(option.Meaning)}\n");
            }
        }

        return script.ToString();
    }

    private static string Condition(CompletionNode node, IReadOnlyList<CompletionNode> nodes)
    {
        if (node.Path.Length == 0)
        {
            return "__fish_use_subcommand";
        }

        string[] words = node.Path.Split(' ');
        string seen = string.Join("; and ", words.Select(word => $"__fish_seen_subcommand_from {word}"));
        string[] below = [.. nodes.Where(other => other.Path.StartsWith(node.Path + " ", StringComparison.Ordinal)).Select(other => other.Path.Split(' ')[words.Length]).Distinct()];
        return below.Length == 0 ? seen : $"{seen}; and not __fish_seen_subcommand_from {string.Join(' ', below)}";
    }

    private static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
