using System.Text;

namespace Sensorium.Library;

/// <summary>A command of MPD's protocol.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments, as they are; they are quoted when sent.</param>
public sealed record MpdCommand(string Name, params IReadOnlyList<string> Arguments)
{
    /// <summary>The command as a line, without its end: every argument in quotes, with a backslash before quotes and backslashes.</summary>
    /// <returns>The line.</returns>
    /// <exception cref="MalformedInputException">An argument has a line break or a zero sign, which the protocol cannot carry.</exception>
    public string ToLine()
    {
        var line = new StringBuilder(Name);
        foreach (string argument in Arguments)
        {
            if (argument.AsSpan().ContainsAny('\n', '\0'))
            {
                throw MpdErrors.LineBreak(argument);
            }

            line.Append(" \"").Append(argument.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return line.ToString();
    }

    /// <summary>The name alone: arguments may hold a password.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
