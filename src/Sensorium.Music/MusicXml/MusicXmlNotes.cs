using System.Globalization;
using System.Xml;

namespace Sensorium.Music;

/// <summary>Writes the notes of one part.</summary>
internal sealed class MusicXmlNotes(XmlWriter xml, Part part, Key key)
{
    // Where percussion stands on its staff: kick, snare and rim, hats and cymbals.
    private static readonly Dictionary<int, (string Step, int Octave, bool IsCross)> Drums = new()
    {
        [35] = ("F", 4, false),
        [36] = ("F", 4, false),
        [37] = ("C", 5, true),
        [38] = ("C", 5, false),
        [40] = ("C", 5, false),
        [42] = ("G", 5, true),
        [44] = ("D", 4, true),
        [46] = ("G", 5, true),
        [49] = ("A", 5, true),
        [51] = ("F", 5, true),
    };

    /// <summary>Writes as much of a chord or rest as falls into a bar.</summary>
    /// <param name="chord">The chord.</param>
    /// <param name="done">Semiquavers of it that are written already.</param>
    /// <param name="inBar">Semiquavers from the beginning of the bar.</param>
    /// <param name="length">Semiquavers to write.</param>
    /// <param name="isAccented">Whether it is louder than its surroundings.</param>
    public void Write(NotatedChord chord, long done, long inBar, long length, bool isAccented)
    {
        Articulations articulation = part.Bank == ChannelPlan.PercussionBank ? Articulations.None : chord.Articulation;
        articulation |= isAccented ? Articulations.Accent : Articulations.None;
        foreach (long piece in NotatedChord.Pieces(inBar, length))
        {
            if (chord.Pitches.Count == 0)
            {
                xml.WriteStartElement("note");
                xml.WriteElementString("rest", null);
                WriteLength(piece, false, false, false);
                xml.WriteEndElement();
            }

            for (int i = 0; i < chord.Pitches.Count; i++)
            {
                WriteNote(chord, i, piece, done > 0, done + piece < chord.Length, i == 0 && done == 0 ? articulation : Articulations.None);
            }

            done += piece;
        }
    }

    private void WriteNote(NotatedChord chord, int index, long length, bool isTiedBack, bool isTiedOn, Articulations articulation)
    {
        xml.WriteStartElement("note");

        // MusicXML gives loudness as a percentage of velocity 90.
        xml.WriteAttributeString("dynamics", Math.Round(chord.Velocity / 0.9, 1).ToString(CultureInfo.InvariantCulture));
        if (index > 0)
        {
            xml.WriteElementString("chord", null);
        }

        bool isCross = WritePitch(chord.Pitches[index]);
        WriteLength(length, isTiedBack, isTiedOn, isCross);
        WriteNotations(isTiedBack, isTiedOn, articulation);
        xml.WriteEndElement();
    }

    private bool WritePitch(int pitch)
    {
        if (part.Bank == ChannelPlan.PercussionBank)
        {
            (string step, int octave, bool isCross) = Drums.GetValueOrDefault(pitch, ("E", 5, true));
            xml.WriteStartElement("unpitched");
            xml.WriteElementString("display-step", step);
            xml.Number("display-octave", octave);
            xml.WriteEndElement();
            return isCross;
        }

        SpelledPitch spelled = key.Spell(pitch);
        xml.WriteStartElement("pitch");
        xml.WriteElementString("step", $"{spelled.Letter}");
        if (spelled.Alteration != 0)
        {
            xml.Number("alter", spelled.Alteration);
        }

        xml.Number("octave", spelled.Octave);
        xml.WriteEndElement();
        return false;
    }

    private void WriteLength(long length, bool isTiedBack, bool isTiedOn, bool isCross)
    {
        xml.Number("duration", length);
        WriteTies("tie", isTiedBack, isTiedOn);
        xml.Number("voice", 1);
        (string type, bool isDotted) = length switch
        {
            16 => ("whole", false),
            12 => ("half", true),
            8 => ("half", false),
            6 => ("quarter", true),
            4 => ("quarter", false),
            3 => ("eighth", true),
            2 => ("eighth", false),
            _ => ("16th", false),
        };
        xml.WriteElementString("type", type);
        if (isDotted)
        {
            xml.WriteElementString("dot", null);
        }

        if (isCross)
        {
            xml.WriteElementString("notehead", "x");
        }
    }

    private void WriteNotations(bool isTiedBack, bool isTiedOn, Articulations articulation)
    {
        if (!isTiedBack && !isTiedOn && articulation == Articulations.None)
        {
            return;
        }

        xml.WriteStartElement("notations");
        WriteTies("tied", isTiedBack, isTiedOn);
        if (articulation != Articulations.None)
        {
            xml.WriteStartElement("articulations");
            if (articulation.HasFlag(Articulations.Accent))
            {
                xml.WriteElementString("accent", null);
            }

            if (articulation.HasFlag(Articulations.Staccato))
            {
                xml.WriteElementString("staccato", null);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteTies(string element, bool isTiedBack, bool isTiedOn)
    {
        foreach (string type in (string[])[isTiedBack ? "stop" : string.Empty, isTiedOn ? "start" : string.Empty])
        {
            if (type.Length > 0)
            {
                xml.WriteStartElement(element);
                xml.WriteAttributeString("type", type);
                xml.WriteEndElement();
            }
        }
    }
}
