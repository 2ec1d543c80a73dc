using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sensorium.Library;

/// <summary>Writes JSPF, XSPF version 1 in JSON (Xiph.Org, "JSPF"): the same fields, with lists where XSPF may repeat an element.</summary>
internal sealed class JspfWriter : IPlaylistWriter
{
    // Letters of every script stay readable; what JSON itself forbids is escaped all the same.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Stream output, Playlist playlist, PlaylistPlace place)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartObject("playlist");
        WriteText(json, "title", playlist.Title);
        WriteText(json, "creator", playlist.Creator);
        WriteText(json, "annotation", playlist.Annotation);
        json.WriteStartArray("track");
        foreach (PlaylistEntry entry in playlist.Entries)
        {
            WriteTrack(json, entry, place);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter json, PlaylistEntry entry, PlaylistPlace place)
    {
        json.WriteStartObject();
        WriteList(json, "location", PlaylistLocation.ToReference(entry.Location, place));
        if (PlaylistText.Clean(entry.MusicBrainzId) is { } id)
        {
            WriteList(json, "identifier", XspfWriter.Recording + Uri.EscapeDataString(id));
        }

        WriteText(json, "title", entry.Title);
        WriteText(json, "creator", entry.Creator);
        WriteText(json, "annotation", entry.Annotation);
        WriteText(json, "album", entry.Album);
        if (entry.Length is { } length)
        {
            json.WriteNumber("duration", (long)Math.Round(length.TotalMilliseconds));
        }

        string[] options = [.. VlcOptions.Of(entry)];
        if (options.Length > 0)
        {
            json.WriteStartObject("extension");
            json.WriteStartArray(VlcOptions.Application);
            json.WriteStartObject();
            WriteList(json, "option", options);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (PlaylistText.Clean(text) is { } clean)
        {
            json.WriteString(name, clean);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
