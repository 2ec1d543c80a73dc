using System.Text;

namespace Sensorium.Cli;

/// <summary>Writes a completion script for bash 3.2 and later; it needs no other package.</summary>
internal static class BashCompletion
{
    /// <summary>Writes the script.</summary>
    /// <param name="nodes">The commands.</param>
    /// <returns>The script.</returns>
    public static string Write(IReadOnlyList<CompletionNode> nodes)
    {
        StringBuilder script = new();
        script.Append("""
            # bash completion for sensorium
            _sensorium() {
                local cur prev path word words='' options='' files=''
                cur="${COMP_WORDS[COMP_CWORD]}"
                prev="${COMP_WORDS[COMP_CWORD-1]}"
                path=''
                local i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word="${COMP_WORDS[i]}"
                    case "$path $word" in

            """);
        foreach (CompletionNode node in nodes.Where(node => node.Path.Length > 0))
        {
            int cut = node.Path.LastIndexOf(' ');
            string before = cut < 0 ? string.Empty : node.Path[..cut];
            script.Append($"            '{before} {node.Path[(cut + 1)..]}') path='{node.Path}' ;;\n");
        }

        script.Append("""
                    esac
                done
                case "$prev" in

            """);
        foreach (CompletionOption option in nodes.SelectMany(node => node.Options).Where(option => option.TakesValue).DistinctBy(option => option.Names[0]))
        {
            string reply = option.Values.Count > 0
                ? $"COMPREPLY=($(compgen -W '{string.Join(' ', option.Values)}' -- \"$cur\"))"
                : "COMPREPLY=($(compgen -f -- \"$cur\"))";
            script.Append($"        {string.Join('|', option.Names)}) {reply}; return ;;\n");
        }

        script.Append("    esac\n    case \"$path\" in\n");
        foreach (CompletionNode node in nodes)
        {
            script.Append($"        '{node.Path}') words='{string.Join(' ', node.Words.Select(word => word.Text))}' options='{string.Join(' ', node.Options.SelectMany(option => option.Names))}' files='{(node.TakesFiles ? "yes" : string.Empty)}' ;;\n");
        }

        script.Append("""
                esac
                if [[ "$cur" == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$cur"))
                elif [[ -n "$files" ]]; then
                    compopt -o filenames 2>/dev/null
                    local IFS=$'\n'
                    COMPREPLY=($(compgen -f -- "$cur"))
                else
                    COMPREPLY=($(compgen -W "$words" -- "$cur"))
                fi
            }
            complete -F _sensorium sensorium

            """);
        return script.ToString();
    }
}
