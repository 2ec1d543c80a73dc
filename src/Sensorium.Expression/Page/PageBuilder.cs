using System.Globalization;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sensorium.Expression;

/// <summary>
/// Writes a sound map as one HTML file that needs nothing else: picture, sounds, script and style lie inside it, and a
/// content security policy keeps it from asking the network for anything. It works from disk.
/// </summary>
public sealed class PageBuilder
{
    private readonly string _template = Resource("page.html");
    private readonly string _script = Resource("page.js");
    private readonly string _style = Resource("page.css");

    /// <summary>Writes the page. The same content gives the same text.</summary>
    /// <param name="content">What the page carries.</param>
    /// <returns>The whole HTML document, to be stored as UTF-8.</returns>
    /// <exception cref="ArgumentException">There is no sprite, a sprite has no loop, or <see cref="PageContent.MapJson"/> is no JSON.</exception>
    public string Build(PageContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Sprites.Count == 0 || content.Sprites.Any(sprite => sprite.Loops.Count == 0))
        {
            throw new ArgumentException("A page takes at least one sprite, and each sprite at least one loop.", nameof(content));
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["language"] = content.Language == Language.Korean ? "ko" : "en",
            ["title"] = WebUtility.HtmlEncode(content.Title),
            ["policy"] = Policy(),
            ["style"] = _style,
            ["picture"] = $"data:{WebUtility.HtmlEncode(content.PictureMime)};base64,{Convert.ToBase64String(content.PictureData)}",
            ["map"] = ForScriptElement(Compact(content.MapJson)),
            ["page"] = ForScriptElement(PageJson.Of(content)),
            ["sprites"] = Sprites(content.Sprites),
            ["script"] = _script,
        };
        return Fill(_template, values);
    }

    /// <summary>Puts values at the places named <c>{{name}}</c>. One pass: what a value contains is never read as a place.</summary>
    private static string Fill(string template, Dictionary<string, string> values)
    {
        StringBuilder page = new(template.Length + values.Values.Sum(value => value.Length));
        int position = 0;
        while (true)
        {
            int open = template.IndexOf("{{", position, StringComparison.Ordinal);
            if (open < 0)
            {
                return page.Append(template, position, template.Length - position).ToString();
            }

            int close = template.IndexOf("}}", open, StringComparison.Ordinal);
            page.Append(template, position, open - position).Append(values[template[(open + 2)..close]]);
            position = close + 2;
        }
    }

    /// <summary>Only this very script and style may run; pictures come from data URLs; nothing comes from outside.</summary>
    private string Policy() =>
        $"default-src 'none'; script-src '{Hash(_script)}'; style-src '{Hash(_style)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Compact(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return PageJson.Write(document.RootElement.WriteTo);
        }
        catch (JsonException e)
        {
            throw new ArgumentException("The sound map is no valid JSON.", nameof(json), e);
        }
    }

    /// <summary>In JSON a "&lt;" stands only inside strings, where its escape means the same; without it no tag can close the element.</summary>
    private static string ForScriptElement(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Sprites(IReadOnlyList<PageSprite> sprites)
    {
        StringBuilder elements = new();
        for (int i = 0; i < sprites.Count; i++)
        {
            elements.Append(CultureInfo.InvariantCulture, $"<script type=\"text/plain\" id=\"sprite-{i}\">")
                .Append(Convert.ToBase64String(sprites[i].Data))
                .Append("</script>\n");
        }

        return elements.ToString();
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);

        // Browsers read CRLF as LF, and the hashes are taken of what they read.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
