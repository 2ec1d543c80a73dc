using System.Globalization;
using System.Xml;

namespace Sensorium.Music;

/// <summary>
/// MusicXML 4.0 (W3C Music Notation Community Group), for notation programs: each part on one staff and in one voice, on a grid of semiquavers, with key, metre,
/// tempo marks and chord symbols. What a performance does beyond that, such as notes that ring under a pedal, is in the MIDI file.
/// </summary>
public static class MusicXmlFile
{
    private const int Percussion = 128;
    private static readonly string[] Sharp = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
    private static readonly string[] Flat = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];

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
            WriteBars(xml, score, score.Parts[i], i == 0, chords ?? []);
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
            Number(xml, "midi-channel", channels[i] + 1);
            Number(xml, "midi-program", part.Program + 1);
            Number(xml, "volume", Math.Round(100 * part.Volume));
            Number(xml, "pan", Math.Round(90 * part.Pan));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBars(XmlWriter xml, Score score, Part part, bool isFirst, IReadOnlyList<ScoreChord> chords)
    {
        long barSteps = score.BeatsPerBar * NotatedChord.StepsPerBeat;
        long bars = Math.Max(1, (long)Math.Ceiling((score.Length / score.BeatsPerBar) - 1e-9));
        Queue<NotatedChord> music = new(NotatedChord.Read(part, bars * barSteps));
        (NotatedChord Chord, long Done) current = (music.Dequeue(), 0);
        double marked = double.PositiveInfinity;
        for (long bar = 0; bar < bars; bar++)
        {
            xml.WriteStartElement("measure");
            xml.WriteAttributeString("number", (bar + 1).ToString(CultureInfo.InvariantCulture));
            if (bar == 0)
            {
                WriteAttributes(xml, score, part);
            }

            if (isFirst)
            {
                marked = WriteTempo(xml, score, bar, marked);
            }

            long until = (bar + 1) * barSteps;
            for (long at = bar * barSteps; at < until;)
            {
                if (isFirst)
                {
                    WriteChordSymbols(xml, chords, at, Math.Min(until, current.Chord.Start + current.Chord.Length));
                }

                long left = current.Chord.Length - current.Done;
                long here = Math.Min(left, until - at);
                WritePieces(xml, part, score.Key, current, at % barSteps, here);
                at += here;
                current.Done += here;
                if (current.Done == current.Chord.Length && music.Count > 0)
                {
                    current = (music.Dequeue(), 0);
                }
            }

            if (bar == bars - 1)
            {
                xml.WriteStartElement("barline");
                xml.WriteAttributeString("location", "right");
                xml.WriteElementString("bar-style", "light-heavy");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static void WriteAttributes(XmlWriter xml, Score score, Part part)
    {
        bool isPercussion = part.Bank == Percussion;
        double middle = part.Notes.Count == 0 ? 60 : part.Notes.Average(note => note.Pitch);
        xml.WriteStartElement("attributes");
        Number(xml, "divisions", NotatedChord.StepsPerBeat);
        xml.WriteStartElement("key");
        Number(xml, "fifths", isPercussion ? 0 : score.Key.Sharps);
        xml.WriteElementString("mode", score.Key.Mode switch { Mode.Ionian => "major", Mode.Aeolian => "minor", _ => score.Key.Mode.ToString().ToLowerInvariant() });
        xml.WriteEndElement();
        xml.WriteStartElement("time");
        Number(xml, "beats", score.BeatsPerBar);
        Number(xml, "beat-type", 4);
        xml.WriteEndElement();
        xml.WriteStartElement("clef");
        xml.WriteElementString("sign", isPercussion ? "percussion" : middle < 57 ? "F" : "G");
        if (!isPercussion)
        {
            Number(xml, "line", middle < 57 ? 4 : 2);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // A mark at the beginning, and where the tempo has moved by a twentieth since the last; what lies between is for playing only.
    private static double WriteTempo(XmlWriter xml, Score score, long bar, double marked)
    {
        double beat = bar * score.BeatsPerBar;
        double tempo = score.TempoChanges.Where(change => change.Beat >= beat - 1e-9 && change.Beat < beat + score.BeatsPerBar).Select(change => change.Tempo).FirstOrDefault(bar == 0 ? score.Tempo : marked);
        if (Math.Abs((tempo / marked) - 1) <= 0.05)
        {
            return marked;
        }

        xml.WriteStartElement("direction");
        xml.WriteAttributeString("placement", "above");
        xml.WriteStartElement("direction-type");
        xml.WriteStartElement("metronome");
        xml.WriteElementString("beat-unit", "quarter");
        Number(xml, "per-minute", Math.Round(tempo));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sound");
        xml.WriteAttributeString("tempo", Math.Round(tempo).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
        return tempo;
    }

    private static void WriteChordSymbols(XmlWriter xml, IReadOnlyList<ScoreChord> chords, long from, long to)
    {
        foreach (ScoreChord symbol in chords)
        {
            double at = symbol.Beat * NotatedChord.StepsPerBeat;
            if (at < from - 1e-9 || at >= to - 1e-9)
            {
                continue;
            }

            xml.WriteStartElement("harmony");
            xml.WriteStartElement("root");
            string name = Spell(symbol.Chord.Root, symbol.Key);
            xml.WriteElementString("root-step", name[..1]);
            if (name.Length > 1)
            {
                Number(xml, "root-alter", name[1] == '#' ? 1 : -1);
            }

            xml.WriteEndElement();
            xml.WriteStartElement("kind");
            xml.WriteAttributeString("text", symbol.Chord.Symbol[(name.Length > 1 ? 2 : 1)..]);
            xml.WriteString(Kind(symbol.Chord));
            xml.WriteEndElement();
            if (at > from)
            {
                Number(xml, "offset", at - from);
            }

            xml.WriteEndElement();
        }
    }

    private static string Kind(Chord chord)
    {
        int Above(int i) => (chord.Tones[i] - chord.Root + 12) % 12;
        (int third, int fifth) = (Above(1), Above(2));
        int seventh = chord.Tones.Length > 3 ? Above(3) : -1;
        bool isNinth = chord.Tones.Length > 4;
        return (third, fifth, seventh) switch
        {
            (4, 7, -1) => "major",
            (3, 7, -1) => "minor",
            (3, 6, -1) => "diminished",
            (4, 8, -1) => "augmented",
            (4, 7, 10) => isNinth ? "dominant-ninth" : "dominant",
            (4, 7, 11) => isNinth ? "major-ninth" : "major-seventh",
            (3, 7, 10) => isNinth ? "minor-ninth" : "minor-seventh",
            (3, 7, 11) => "major-minor",
            (3, 6, 10) => "half-diminished",
            (3, 6, 9) => "diminished-seventh",
            (4, 8, _) => "augmented-seventh",
            _ => "other",
        };
    }

    private static void WritePieces(XmlWriter xml, Part part, Key key, (NotatedChord Chord, long Done) current, long inBar, long length)
    {
        IReadOnlyList<long> pieces = NotatedChord.Pieces(inBar, length);
        long done = current.Done;
        foreach (long piece in pieces)
        {
            bool isTiedBack = done > 0, isTiedOn = done + piece < current.Chord.Length;
            if (current.Chord.Pitches.Count == 0)
            {
                WriteNote(xml, part, key, null, piece, false, false, false, 0);
            }

            for (int i = 0; i < current.Chord.Pitches.Count; i++)
            {
                WriteNote(xml, part, key, current.Chord.Pitches[i], piece, i > 0, isTiedBack, isTiedOn, current.Chord.Velocity);
            }

            done += piece;
        }
    }

    private static void WriteNote(XmlWriter xml, Part part, Key key, int? pitch, long length, bool isInChord, bool isTiedBack, bool isTiedOn, int velocity)
    {
        xml.WriteStartElement("note");
        if (pitch is not null)
        {
            // MusicXML gives loudness as a percentage of velocity 90.
            xml.WriteAttributeString("dynamics", Math.Round(velocity / 0.9, 1).ToString(CultureInfo.InvariantCulture));
        }

        if (isInChord)
        {
            xml.WriteElementString("chord", null);
        }

        bool isCross = WritePitch(xml, part, key, pitch);
        Number(xml, "duration", length);
        Ties(xml, "tie", pitch is not null && isTiedBack, pitch is not null && isTiedOn);
        Number(xml, "voice", 1);
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

        if (pitch is not null && (isTiedBack || isTiedOn))
        {
            xml.WriteStartElement("notations");
            Ties(xml, "tied", isTiedBack, isTiedOn);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool WritePitch(XmlWriter xml, Part part, Key key, int? pitch)
    {
        if (pitch is not { } number)
        {
            xml.WriteElementString("rest", null);
            return false;
        }

        if (part.Bank == Percussion)
        {
            (string step, int octave, bool isCross) = Drums.GetValueOrDefault(number, ("E", 5, true));
            xml.WriteStartElement("unpitched");
            xml.WriteElementString("display-step", step);
            Number(xml, "display-octave", octave);
            xml.WriteEndElement();
            return isCross;
        }

        string name = Spell(number % 12, key);
        xml.WriteStartElement("pitch");
        xml.WriteElementString("step", name[..1]);
        if (name.Length > 1)
        {
            Number(xml, "alter", name[1] == '#' ? 1 : -1);
        }

        Number(xml, "octave", (number / 12) - 1);
        xml.WriteEndElement();
        return false;
    }

    private static string Spell(int pitchClass, Key key) => (key.Sharps < 0 ? Flat : Sharp)[pitchClass];

    private static void Ties(XmlWriter xml, string element, bool isTiedBack, bool isTiedOn)
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

    private static void Number(XmlWriter xml, string name, double value) => xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));
}
