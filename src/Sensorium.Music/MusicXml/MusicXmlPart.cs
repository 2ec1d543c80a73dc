using System.Globalization;
using System.Xml;

namespace Sensorium.Music;

/// <summary>Writes the bars of one part; the first part of a score carries what holds for all: tempo, form and chord symbols.</summary>
internal sealed class MusicXmlPart
{
    // A dynamic holds for a few bars; a note stands out where it is this much louder than them.
    private const int DynamicBars = 4;
    private const double DynamicMargin = 2, AccentVelocity = 12;

    private readonly XmlWriter _xml;
    private readonly Score _score;
    private readonly Part _part;
    private readonly IReadOnlyList<ScoreChord> _chords;
    private readonly bool _isFirst;
    private readonly MusicXmlNotes _notes;
    private readonly long _barSteps;
    private readonly long _bars;
    private readonly double[] _levels;
    private double _markedTempo = double.PositiveInfinity;
    private Dynamic? _markedDynamic;

    public MusicXmlPart(XmlWriter xml, Score score, Part part, IReadOnlyList<ScoreChord> chords, bool isFirst)
    {
        (_xml, _score, _part, _chords, _isFirst) = (xml, score, part, chords, isFirst);
        _notes = new MusicXmlNotes(xml, part, score.Key);
        _barSteps = (long)Math.Round(score.Meter.Quarters * NotatedChord.StepsPerBeat);
        _bars = Math.Max(1, (long)Math.Ceiling((score.Length / score.Meter.Quarters) - 1e-9));
        _levels = Levels();
    }

    /// <summary>Writes them.</summary>
    public void Write()
    {
        Queue<NotatedChord> music = new(NotatedChord.Read(_part, _bars * _barSteps));
        (NotatedChord Chord, long Done) current = (music.Dequeue(), 0);
        for (long bar = 0; bar < _bars; bar++)
        {
            _xml.WriteStartElement("measure");
            _xml.WriteAttributeString("number", (bar + 1).ToString(CultureInfo.InvariantCulture));
            if (bar == 0)
            {
                WriteAttributes();
            }

            if (_isFirst)
            {
                WriteSection(bar);
                WriteTempo(bar);
            }

            WriteDynamic(bar);
            long until = (bar + 1) * _barSteps;
            for (long at = bar * _barSteps; at < until;)
            {
                WriteChordSymbols(at, Math.Min(until, current.Chord.Start + current.Chord.Length));
                long here = Math.Min(current.Chord.Length - current.Done, until - at);
                _notes.Write(current.Chord, current.Done, at % _barSteps, here, current.Chord.Velocity >= _levels[bar] + AccentVelocity);
                at += here;
                current.Done += here;
                if (current.Done == current.Chord.Length && music.Count > 0)
                {
                    current = (music.Dequeue(), 0);
                }
            }

            if (bar == _bars - 1)
            {
                _xml.WriteStartElement("barline");
                _xml.WriteAttributeString("location", "right");
                _xml.WriteElementString("bar-style", "light-heavy");
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }
    }

    private static string Kind(Chord chord)
    {
        (int third, int fifth) = (chord.Above(1).Semitones, chord.Above(2).Semitones);
        int seventh = chord.Tones.Length > 3 ? chord.Above(3).Semitones : -1;
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

    // Mean velocity of each bar and the three after it; 0 where the part rests in it.
    private double[] Levels()
    {
        var sums = new double[_bars + DynamicBars];
        var counts = new int[_bars + DynamicBars];
        foreach (Note note in _part.Notes)
        {
            long bar = Math.Min((long)(note.Start / _score.Meter.Quarters), _bars - 1);
            sums[bar] += note.Velocity;
            counts[bar]++;
        }

        var levels = new double[_bars];
        for (int bar = 0; bar < _bars; bar++)
        {
            levels[bar] = counts[bar] == 0 ? 0 : sums[bar..(bar + DynamicBars)].Sum() / counts[bar..(bar + DynamicBars)].Sum();
        }

        return levels;
    }

    private void WriteAttributes()
    {
        bool isPercussion = _part.Bank == ChannelPlan.PercussionBank;
        double middle = _part.Notes.Count == 0 ? 60 : _part.Notes.Average(note => note.Pitch);
        _xml.WriteStartElement("attributes");
        _xml.Number("divisions", NotatedChord.StepsPerBeat);
        _xml.WriteStartElement("key");
        _xml.Number("fifths", isPercussion ? 0 : _score.Key.Sharps);
        _xml.WriteElementString("mode", _score.Key.Mode switch { Mode.Ionian => "major", Mode.Aeolian => "minor", _ => _score.Key.Mode.ToString().ToLowerInvariant() });
        _xml.WriteEndElement();
        _xml.WriteStartElement("time");
        _xml.Number("beats", _score.Meter.Beats);
        _xml.Number("beat-type", _score.Meter.Unit);
        _xml.WriteEndElement();
        _xml.WriteStartElement("clef");
        _xml.WriteElementString("sign", isPercussion ? "percussion" : middle < 57 ? "F" : "G");
        if (!isPercussion)
        {
            _xml.Number("line", middle < 57 ? 4 : 2);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteSection(long bar)
    {
        double from = bar * _score.Meter.Quarters;
        foreach (ScoreSection section in _score.Form.Where(section => section.Beat >= from - 1e-9 && section.Beat < from + _score.Meter.Quarters - 1e-9))
        {
            _xml.WriteStartElement("direction");
            _xml.WriteAttributeString("placement", "above");
            _xml.WriteStartElement("direction-type");
            _xml.WriteElementString("rehearsal", section.Label);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
    }

    // A mark at the beginning, and where the tempo has moved by a twentieth since the last; what lies between is for playing only.
    private void WriteTempo(long bar)
    {
        double beat = bar * _score.Meter.Quarters;
        double tempo = _score.TempoChanges
            .Where(change => change.Beat >= beat - 1e-9 && change.Beat < beat + _score.Meter.Quarters)
            .Select(change => change.Tempo).FirstOrDefault(bar == 0 ? _score.Tempo : _markedTempo);
        if (Math.Abs((tempo / _markedTempo) - 1) <= 0.05)
        {
            return;
        }

        _markedTempo = tempo;
        _xml.WriteStartElement("direction");
        _xml.WriteAttributeString("placement", "above");
        _xml.WriteStartElement("direction-type");
        _xml.WriteStartElement("metronome");
        _xml.WriteElementString("beat-unit", "quarter");
        _xml.Number("per-minute", Math.Round(tempo));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteStartElement("sound");
        _xml.WriteAttributeString("tempo", Math.Round(tempo).ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    // A mark where the part enters, and where its level has clearly become another.
    private void WriteDynamic(long bar)
    {
        double level = _levels[bar];
        Dynamic dynamic = Dynamics.OfVelocity(level);
        bool isClear = _markedDynamic is null || (Dynamics.OfVelocity(level - DynamicMargin) != _markedDynamic && Dynamics.OfVelocity(level + DynamicMargin) != _markedDynamic);
        if (level == 0 || dynamic == _markedDynamic || !isClear)
        {
            return;
        }

        _markedDynamic = dynamic;
        _xml.WriteStartElement("direction");
        _xml.WriteAttributeString("placement", "below");
        _xml.WriteStartElement("direction-type");
        _xml.WriteStartElement("dynamics");
        _xml.WriteElementString(dynamic.Symbol(), null);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteChordSymbols(long from, long to)
    {
        foreach (ScoreChord symbol in _chords)
        {
            double at = symbol.Beat * NotatedChord.StepsPerBeat;
            if (at < from - 1e-9 || at >= to - 1e-9)
            {
                continue;
            }

            _xml.WriteStartElement("harmony");
            _xml.WriteStartElement("root");
            SpelledPitch root = symbol.Key.Spell(symbol.Chord.Root);
            _xml.WriteElementString("root-step", $"{root.Letter}");
            if (root.Alteration != 0)
            {
                _xml.Number("root-alter", root.Alteration);
            }

            _xml.WriteEndElement();
            _xml.WriteStartElement("kind");
            _xml.WriteAttributeString("text", symbol.Chord.Suffix);
            _xml.WriteString(Kind(symbol.Chord));
            _xml.WriteEndElement();
            if (at > from)
            {
                _xml.Number("offset", at - from);
            }

            _xml.WriteEndElement();
        }
    }
}
