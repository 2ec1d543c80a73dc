using System.Text;

namespace Sensorium.Cli;

/// <summary>Writes a completion script for PowerShell 5.1 and later.</summary>
internal static class PowerShellCompletion
{
    /// <summary>Writes the script.</summary>
    /// <param name="nodes">The commands.</param>
    /// <returns>The script.</returns>
    public static string Write(IReadOnlyList<CompletionNode> nodes)
    {
        StringBuilder script = new("# PowerShell completion for sensorium\nRegister-ArgumentCompleter -Native -CommandName sensorium -ScriptBlock {\n    param($wordToComplete, $commandAst, $cursorPosition)\n    $nodes = @{\n");
        foreach (CompletionNode node in nodes)
        {
            IEnumerable<string> words = node.Words.Select(word => word.Text).Concat(node.Options.SelectMany(option => option.Names));
            script.Append($"        {Quote(node.Path)} = @({string.Join(", ", words.Select(Quote))})\n");
        }

        script.Append("    }\n    $values = @{\n");
        foreach (CompletionOption option in nodes.SelectMany(node => node.Options).Where(option => option.TakesValue).DistinctBy(option => option.Names[0]))
        {
            foreach (string name in option.Names)
            {
                script.Append($"        {Quote(name)} = @({string.Join(", ", option.Values.Select(Quote))})\n");
            }
        }

        script.Append("""
                }
                $path = ''
                $previous = ''
                foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $previous = $element.Extent.Text
                    $longer = "$path $previous".Trim()
                    if ($nodes.ContainsKey($longer)) { $path = $longer }
                }
                $offered = if ($values.ContainsKey($previous)) { $values[$previous] } else { $nodes[$path] }
                $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """);
        return script.ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
