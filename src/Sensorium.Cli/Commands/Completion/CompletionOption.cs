using System.CommandLine;
using System.CommandLine.Completions;

namespace Sensorium.Cli;

/// <summary>An option as a shell's completion needs it.</summary>
/// <param name="Names">Its long name and its aliases.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The values to offer; empty where files are.</param>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Meaning, bool TakesValue, IReadOnlyList<string> Values)
{
    /// <summary>Reads an option.</summary>
    /// <param name="option">The option.</param>
    /// <returns>What a completion needs of it.</returns>
    public static CompletionOption Of(Option option)
    {
        bool takesValue = option.Arity.MaximumNumberOfValues > 0;
        string[] values = takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : [];
        return new([option.Name, .. option.Aliases.Where(alias => alias != option.Name && alias != "-?")], option.Description ?? string.Empty, takesValue, values);
    }
}
