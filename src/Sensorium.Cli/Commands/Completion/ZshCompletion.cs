using System.Text;

namespace Sensorium.Cli;

/// <summary>Writes a completion script for zsh.</summary>
internal static class ZshCompletion
{
    /// <summary>Writes the script.</summary>
    /// <param name="nodes">The commands.</param>
    /// <returns>The script.</returns>
    public static string Write(IReadOnlyList<CompletionNode> nodes)
    {
        StringBuilder script = new();
        script.Append("""
            #compdef sensorium
            # zsh completion for sensorium
            _sensorium() {
                local here='' word
                local -a options offered
                for word in ${(@)words[2,CURRENT-1]}; do
                    case "$here $word" in

            """);
        foreach (CompletionNode node in nodes.Where(node => node.Path.Length > 0))
        {
            int cut = node.Path.LastIndexOf(' ');
            string before = cut < 0 ? string.Empty : node.Path[..cut];
            script.Append($"            '{before} {node.Path[(cut + 1)..]}') here='{node.Path}' ;;\n");
        }

        script.Append("        esac\n    done\n    case \"${words[CURRENT-1]}\" in\n");
        foreach (CompletionOption option in nodes.SelectMany(node => node.Options).Where(option => option.TakesValue).DistinctBy(option => option.Names[0]))
        {
            string offer = option.Values.Count > 0 ? $"compadd -- {string.Join(' ', option.Values.Select(Quote))}" : "_files";
            script.Append($"        {string.Join('|', option.Names)}) {offer}; return ;;\n");
        }

        script.Append("    esac\n    case \"$here\" in\n");
        foreach (CompletionNode node in nodes)
        {
            IEnumerable<string> options = node.Options.SelectMany(option => option.Names.Select(name => Quote($"{name}:{option.Meaning}")));
            IEnumerable<string> offered = node.Words.Select(word => Quote($"{word.Text}:{word.Meaning}"));
            script.Append($"        '{node.Path}')\n            options=({string.Join(' ', options)})\n            offered=({string.Join(' ', offered)})\n");
            script.Append(node.TakesFiles ? "            [[ ${words[CURRENT]} == -* ]] || { _files; return }\n            ;;\n" : "            ;;\n");
        }

        script.Append("""
                esac
                if [[ ${words[CURRENT]} == -* ]]; then
                    _describe option options
                else
                    _describe command offered
                fi
            }
            # Run by the completion system when it lies in fpath, registered here when it is sourced.
            if [[ ${funcstack[1]} == _sensorium ]]; then
                _sensorium "$@"
            else
                compdef _sensorium sensorium
            fi

            """);
        return script.ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
