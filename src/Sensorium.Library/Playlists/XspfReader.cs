using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Sensorium.Library;

/// <summary>Reads XSPF of versions 0 and 1. Document types are refused, so that no entity can grow or reach out.</summary>
internal sealed class XspfReader : IPlaylistReader
{
    private static readonly XNamespace Xspf = XspfWriter.Namespace;
    private static readonly XNamespace Vlc = VlcOptions.Namespace;

    public Playlist Read(ReadOnlyMemory<byte> file, string folder, string name)
    {
        XElement root = Load(file, name);
        if (root.Name != Xspf + "playlist")
        {
            throw PlaylistErrors.Damaged(name, $"its root is {root.Name.LocalName}, not playlist of {XspfWriter.Namespace}");
        }

        var builder = new PlaylistBuilder(folder, name);
        foreach (XElement track in root.Elements(Xspf + "trackList").Elements(Xspf + "track"))
        {
            // A track without a location is one that a player would look for by its names.
            if (Text(track, "location") is { } location)
            {
                builder.Add(location, PlaylistLocation.FromReference, Entry(track));
            }
        }

        return new Playlist { Title = Text(root, "title"), Creator = Text(root, "creator"), Annotation = Text(root, "annotation"), Entries = builder.Entries };
    }

    private static XElement Load(ReadOnlyMemory<byte> file, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = PlaylistFile.MostBytes };
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using XmlReader reader = XmlReader.Create(stream, settings);
            RefuseDepth(file, settings);
            return XElement.Load(reader);
        }
        catch (XmlException error)
        {
            throw PlaylistErrors.Damaged(name, error.Message.TrimEnd('.'), error);
        }
    }

    // Building a tree of elements goes as deep as they are nested; real lists are six deep.
    private static void RefuseDepth(ReadOnlyMemory<byte> file, XmlReaderSettings settings)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using XmlReader reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
            if (reader.Depth > 64)
            {
                throw new XmlException("nested too deep");
            }
        }
    }

    private static PlaylistEntry Entry(XElement track)
    {
        string? id = track.Elements(Xspf + "identifier").Select(element => element.Value.Trim())
            .FirstOrDefault(text => text.StartsWith(XspfWriter.Recording, StringComparison.Ordinal));
        var entry = new PlaylistEntry
        {
            Location = string.Empty,
            Title = Text(track, "title"),
            Creator = Text(track, "creator"),
            Album = Text(track, "album"),
            Annotation = Text(track, "annotation"),
            MusicBrainzId = id is null ? null : PlaylistText.Clean(Uri.UnescapeDataString(id[XspfWriter.Recording.Length..])),
            Length = long.TryParse(Text(track, "duration"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) && length < 10_000_000_000
                ? TimeSpan.FromMilliseconds(length)
                : null,
        };
        return track.Elements(Xspf + "extension")
            .Where(element => (string?)element.Attribute("application") == VlcOptions.Application)
            .Elements(Vlc + "option")
            .Aggregate(entry, (sofar, option) => VlcOptions.Apply(sofar, option.Value));
    }

    private static string? Text(XElement parent, string name) => PlaylistText.Clean((string?)parent.Element(Xspf + name));
}
