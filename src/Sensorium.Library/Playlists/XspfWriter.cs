using System.Text;
using System.Xml;

namespace Sensorium.Library;

/// <summary>
/// Writes XSPF version 1 (Xiph.Org, "XSPF Version 1", 2006): locations are URI references, escaped; lengths are milliseconds; parts of
/// files stand in VLC's extension.
/// </summary>
internal sealed class XspfWriter : IPlaylistWriter
{
    /// <summary>The format's namespace.</summary>
    public const string Namespace = "http://xspf.org/ns/0/";

    /// <summary>What stands before a MusicBrainz identifier.</summary>
    public const string Recording = "https://musicbrainz.org/recording/";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public void Write(Stream output, Playlist playlist, PlaylistPlace place)
    {
        using XmlWriter xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("playlist", Namespace);
        xml.WriteAttributeString("version", "1");
        xml.WriteAttributeString("xmlns", "vlc", null, VlcOptions.Namespace);
        WriteText(xml, "title", playlist.Title);
        WriteText(xml, "creator", playlist.Creator);
        WriteText(xml, "annotation", playlist.Annotation);
        xml.WriteStartElement("trackList", Namespace);
        for (int i = 0; i < playlist.Entries.Count; i++)
        {
            WriteTrack(xml, playlist.Entries[i], i, place);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTrack(XmlWriter xml, PlaylistEntry entry, int index, PlaylistPlace place)
    {
        xml.WriteStartElement("track", Namespace);
        WriteText(xml, "location", PlaylistLocation.ToReference(entry.Location, place));
        WriteText(xml, "identifier", PlaylistText.Clean(entry.MusicBrainzId) is { } id ? Recording + Uri.EscapeDataString(id) : null);
        WriteText(xml, "title", entry.Title);
        WriteText(xml, "creator", entry.Creator);
        WriteText(xml, "annotation", entry.Annotation);
        WriteText(xml, "album", entry.Album);
        WriteText(xml, "duration", entry.Length is { } length ? ((long)Math.Round(length.TotalMilliseconds)).ToString() : null);
        string[] options = [.. VlcOptions.Of(entry)];
        if (options.Length > 0)
        {
            xml.WriteStartElement("extension", Namespace);
            xml.WriteAttributeString("application", VlcOptions.Application);
            xml.WriteElementString("vlc", "id", VlcOptions.Namespace, index.ToString());
            foreach (string option in options)
            {
                xml.WriteElementString("vlc", "option", VlcOptions.Namespace, option);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string? text)
    {
        if (PlaylistText.Clean(text) is { } clean)
        {
            xml.WriteElementString(name, Namespace, clean);
        }
    }
}
