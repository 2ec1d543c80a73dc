using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sensorium;

/// <summary>Texts of JSON that comes from elsewhere. A parser takes a document as it is, and only who asks for a text learns that there is no Unicode in it.</summary>
public static class JsonText
{
    /// <summary>Reads a text; what is no Unicode in it (bytes that are no UTF-8, halves of surrogate pairs) becomes U+FFFD, as titles of songs and names of files may hold anything.</summary>
    /// <param name="element">The text.</param>
    /// <returns>Well-formed UTF-16.</returns>
    /// <exception cref="InvalidOperationException">The element is no text.</exception>
    public static string ReadText(this JsonElement element)
    {
        try
        {
            return element.GetString() ?? throw new InvalidOperationException("The element is null.");
        }
        catch (InvalidOperationException) when (element.ValueKind == JsonValueKind.String)
        {
            string text = Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)[1..^1]));

            // There and back puts the sign in the place of halves of pairs, too.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Unescape(string text)
    {
        StringBuilder plain = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            switch (text[++i])
            {
                case 'u':
                    plain.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case char sign:
                    plain.Append(sign switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => sign });
                    break;
            }
        }

        return plain.ToString();
    }
}
