using System.Globalization;
using System.Xml;

namespace Sensorium.Music;

/// <summary>What the writers of MusicXML's parts share.</summary>
internal static class MusicXmlWriterExtensions
{
    /// <summary>Writes an element that holds a number.</summary>
    /// <param name="xml">Receives it.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="value">The number.</param>
    public static void Number(this XmlWriter xml, string name, double value) => xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));
}
