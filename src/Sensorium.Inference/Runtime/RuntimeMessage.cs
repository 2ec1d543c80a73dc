using System.Text;
using System.Text.RegularExpressions;

namespace Sensorium.Inference;

/// <summary>Makes ONNX Runtime's messages fit into a sentence.</summary>
internal static partial class RuntimeMessage
{
    private const int Longest = 400;

    /// <summary>A message without line breaks, without the model's path and without the place in the runtime's source, cut where it grows too long.</summary>
    /// <param name="message">The runtime's message.</param>
    /// <returns>One line without a full stop.</returns>
    public static string OneLine(string message)
    {
        string told = WithoutSourcePlace(LoadPrefix().Replace(message, string.Empty));
        StringBuilder line = new(Math.Min(told.Length, Longest));
        foreach (char character in told)
        {
            bool isSpace = char.IsWhiteSpace(character) || char.IsControl(character);
            if (!isSpace)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length == Longest)
            {
                line.Append('…');
                break;
            }
        }

        return line.ToString().Trim().TrimEnd('.');
    }

    // Some messages hold "file.cc:12 type function(arguments) ", which helps the runtime's makers only.
    private static string WithoutSourcePlace(string message)
    {
        Match place = SourcePlace().Match(message);
        int depth = 0;
        for (int i = place.Index + place.Length; place.Success && i < message.Length; i++)
        {
            depth += message[i] == '(' ? 1 : message[i] == ')' ? -1 : 0;
            if (message[i] == ')' && depth == 0)
            {
                string rest = message[(i + 1)..];
                return message[..place.Index] + (rest.StartsWith(" const ", StringComparison.Ordinal) ? rest[" const".Length..] : rest);
            }
        }

        return message;
    }

    [GeneratedRegex(@"[^\s:]+\.(h|cc|cpp):\d+ ")]
    private static partial Regex SourcePlace();

    [GeneratedRegex(@"^Load model from .+? failed:\s*")]
    private static partial Regex LoadPrefix();
}
