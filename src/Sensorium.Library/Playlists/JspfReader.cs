using System.Text.Json;

namespace Sensorium.Library;

/// <summary>Reads JSPF. Lists and single texts are both taken where XSPF may repeat an element.</summary>
internal sealed class JspfReader : IPlaylistReader
{
    public Playlist Read(ReadOnlyMemory<byte> file, string folder, string name)
    {
        file = file.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        try
        {
            using JsonDocument json = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 64 });
            JsonElement root = Member(json.RootElement, "playlist");
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw PlaylistErrors.Damaged(name, "it has no playlist");
            }

            var builder = new PlaylistBuilder(folder, name);
            foreach (JsonElement track in Items(Member(root, "track")))
            {
                if (Items(Member(track, "location")).Select(Text).FirstOrDefault(text => text is not null) is { } location)
                {
                    builder.Add(location, PlaylistLocation.FromReference, Entry(track));
                }
            }

            return new Playlist
            {
                Title = Text(Member(root, "title")),
                Creator = Text(Member(root, "creator")),
                Annotation = Text(Member(root, "annotation")),
                Entries = builder.Entries,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half a surrogate in a text cannot be read, and is told only then.
            throw PlaylistErrors.Damaged(name, error.Message.TrimEnd('.'), error);
        }
    }

    private static PlaylistEntry Entry(JsonElement track)
    {
        string? id = Items(Member(track, "identifier")).Select(Text)
            .FirstOrDefault(text => text?.StartsWith(XspfWriter.Recording, StringComparison.Ordinal) == true);
        var entry = new PlaylistEntry
        {
            Location = string.Empty,
            Title = Text(Member(track, "title")),
            Creator = Text(Member(track, "creator")),
            Album = Text(Member(track, "album")),
            Annotation = Text(Member(track, "annotation")),
            MusicBrainzId = id is null ? null : PlaylistText.Clean(Uri.UnescapeDataString(id[XspfWriter.Recording.Length..])),
            Length = Member(track, "duration") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double length) && length is >= 0 and < 1e10
                ? TimeSpan.FromMilliseconds(Math.Round(length))
                : null,
        };
        return Items(Member(Member(track, "extension"), VlcOptions.Application))
            .SelectMany(extension => Items(Member(extension, "option")))
            .Select(Text)
            .OfType<string>()
            .Aggregate(entry, VlcOptions.Apply);
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [element],
    };

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? PlaylistText.Clean(element.GetString()) : null;
}
