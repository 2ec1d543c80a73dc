using System.Globalization;
using System.Xml;

namespace Sensorium.Music;

/// <summary>
/// MusicXML 4.0 (W3C Music Notation Community Group), for notation programs: each part on one staff and in one voice, on a grid of semiquavers, with key, metre,
/// tempo marks, dynamics, articulation, chord symbols and the form as rehearsal marks. What a performance does beyond that, such as notes that ring under a pedal, is in the MIDI file.
/// </summary>
public static class MusicXmlFile
{

    /// <summary>Writes a score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="chords">Chord symbols, in order; null for none.</param>
    /// <param name="stream">Receives the file; stays open.</param>
    /// <exception cref="ArgumentException">The score breaks a range that its types state.</exception>
    public static void Write(Score score, IReadOnlyList<ScoreChord>? chords, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _ = ChannelPlan.Assign(score);
        _ = new TempoMap(score);
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteDocType("score-partwise", "-//Recordare//DTD MusicXML 4.0 Partwise//EN", "http://www.musicxml.org/dtds/partwise.dtd", null);
        xml.WriteStartElement("score-partwise");
        xml.WriteAttributeString("version", "4.0");
        xml.WriteStartElement("work");
        xml.WriteElementString("work-title", score.Title);
        xml.WriteEndElement();
        WriteParts(xml, score);
        for (int i = 0; i < score.Parts.Count; i++)
        {
            xml.WriteStartElement("part");
            xml.WriteAttributeString("id", Id(i));
            new MusicXmlPart(xml, score, score.Parts[i], i == 0 ? chords ?? [] : [], isFirst: i == 0).Write();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static string Id(int part) => string.Create(CultureInfo.InvariantCulture, $"P{part + 1}");

    private static void WriteParts(XmlWriter xml, Score score)
    {
        int[] channels = ChannelPlan.Assign(score);
        xml.WriteStartElement("part-list");
        for (int i = 0; i < score.Parts.Count; i++)
        {
            Part part = score.Parts[i];
            xml.WriteStartElement("score-part");
            xml.WriteAttributeString("id", Id(i));
            xml.WriteElementString("part-name", part.Name);
            xml.WriteStartElement("score-instrument");
            xml.WriteAttributeString("id", $"{Id(i)}-I1");
            xml.WriteElementString("instrument-name", part.Name);
            xml.WriteEndElement();
            xml.WriteStartElement("midi-instrument");
            xml.WriteAttributeString("id", $"{Id(i)}-I1");
            xml.Number("midi-channel", channels[i] + 1);
            xml.Number("midi-program", part.Program + 1);
            xml.Number("volume", Math.Round(100 * part.Volume));
            xml.Number("pan", Math.Round(90 * part.Pan));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
