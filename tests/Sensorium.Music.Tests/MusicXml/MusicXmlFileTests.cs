using System.Diagnostics;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Sensorium.Music.Tests.MusicXml;

public sealed class MusicXmlFileTests
{
    private static readonly Key AMinor = new(9, Mode.Aeolian);

    [Fact]
    public void Write_ANoteOverABarline_IsTied()
    {
        XElement[] notes = [.. Write(ScoreOf(new Note(3, 2, 69, 90))).Descendants("note")];
        Assert.Equal(["rest", "pitch", "pitch", "rest"], notes.Select(note => note.Elements().First(element => element.Name.LocalName is "rest" or "pitch").Name.LocalName));
        Assert.Equal(["start", "stop"], notes.SelectMany(note => note.Elements("tie")).Select(tie => tie.Attribute("type")!.Value));
        Assert.Equal("A", notes[1].Element("pitch")!.Element("step")!.Value);
        Assert.Equal("4", notes[1].Element("pitch")!.Element("octave")!.Value);
    }

    [Fact]
    public void Write_RandomScores_HaveBarsThatAreFull()
    {
        Pcg32 random = new(11);
        for (int i = 0; i < 100; i++)
        {
            int beats = 3 + random.Next(2);
            Note[] notes = [.. Enumerable.Range(0, 60).Select(_ => new Note(40 * random.NextDouble(), 0.05 + (4 * random.NextDouble()), 30 + random.Next(60), 1 + random.Next(127)))];
            Score score = ScoreOf(notes) with { Meter = new Meter(beats, 4), Length = beats * 15 };
            XElement[] bars = [.. Write(score).Descendants("measure")];
            Assert.Equal(15, bars.Length);
            Assert.All(bars, bar => Assert.Equal(4 * beats, bar.Elements("note").Where(note => note.Element("chord") is null).Sum(note => int.Parse(note.Element("duration")!.Value, CultureInfo.InvariantCulture))));

            // A type and its dot say what the duration is.
            Assert.All(bars.Elements("note"), note => Assert.Equal(int.Parse(note.Element("duration")!.Value, CultureInfo.InvariantCulture), Steps(note)));

            // As many ties begin as end.
            Assert.Equal(bars.Descendants("tie").Count(tie => tie.Attribute("type")!.Value == "start"), bars.Descendants("tie").Count(tie => tie.Attribute("type")!.Value == "stop"));
        }
    }

    [Theory]
    [InlineData(0, 3, false, "minor", "m")]
    [InlineData(4, 4, true, "dominant", "7")]
    [InlineData(5, 4, false, "major-seventh", "maj7")]
    [InlineData(1, 4, false, "half-diminished", "m7♭5")]
    public void Write_AChordSymbol_HasItsKind(int degree, int size, bool raises, string kind, string text)
    {
        XElement harmony = Write(ScoreOf(new Note(0, 4, 69, 90)), [new ScoreChord(0, AMinor, Chord.OfDegree(AMinor, degree, size, raises))]).Descendants("harmony").Single();
        Assert.Equal(kind, harmony.Element("kind")!.Value);
        Assert.Equal(text, harmony.Element("kind")!.Attribute("text")!.Value);
    }

    [Fact]
    public void Write_TempoChanges_AreMarkedWhereTheyAreHeard()
    {
        Score score = ScoreOf(new Note(0, 4, 60, 90)) with { Length = 12, TempoChanges = [new TempoChange(4, 101), new TempoChange(8, 130)] };
        Assert.Equal(["100", "130"], Write(score).Descendants("per-minute").Select(mark => mark.Value));
    }

    [Fact]
    public void Write_ALevelThatChanges_IsMarkedOnce()
    {
        Note[] notes = [.. Enumerable.Range(0, 64).Select(beat => new Note(beat, 1, 60, beat < 32 ? 49 : 97))];
        XElement[] marks = [.. Write(ScoreOf(notes) with { Length = 64 }).Descendants("dynamics").Where(mark => mark.HasElements)];
        Assert.Equal(["p", "f"], [marks[0].Elements().Single().Name.LocalName, marks[^1].Elements().Single().Name.LocalName]);
        Assert.InRange(marks.Length, 2, 4);
    }

    [Fact]
    public void Write_AShortOrLoudNote_HasItsSign()
    {
        Note[] notes = [.. Enumerable.Range(0, 16).Select(i => new Note(i / 2.0, i == 2 ? 0.25 : 0.5, 60, i == 5 ? 110 : 70))];
        XElement[] written = [.. Write(ScoreOf(notes) with { Length = 8 }).Descendants("note")];
        int staccato = Array.FindIndex(written, note => note.Descendants("staccato").Any()), accent = Array.FindIndex(written, note => note.Descendants("accent").Any());
        Assert.Equal((2, 5), (staccato, accent));
        Assert.Equal(2, written.Count(note => note.Descendants("articulations").Any()));
    }

    [Fact]
    public void Write_AForm_IsShownAsRehearsalMarksInTheirBars()
    {
        XElement[] bars = [.. Write(ScoreOf(new Note(0, 12, 60, 80)) with { Length = 12, Form = [new ScoreSection(0, "A"), new ScoreSection(8, "A'")] }).Descendants("measure")];
        Assert.Equal(["A", "", "A'"], bars.Select(bar => string.Concat(bar.Descendants("rehearsal").Select(mark => mark.Value))));
    }

    [Fact]
    public void Write_ACompoundMetre_HasItsOwnBars()
    {
        XElement[] bars = [.. Write(ScoreOf(new Note(0, 6, 60, 80)) with { Meter = new Meter(6, 8), Length = 6 }).Descendants("measure")];
        Assert.Equal(2, bars.Length);
        Assert.Equal(("6", "8"), (bars[0].Descendants("beats").Single().Value, bars[0].Descendants("beat-type").Single().Value));
        Assert.All(bars, bar => Assert.Equal(12, bar.Elements("note").Sum(note => int.Parse(note.Element("duration")!.Value, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Write_OpenedByMuseScore_PrintsThePages()
    {
        string? museScore = new[] { "/usr/bin/mscore3", "/usr/bin/mscore", "/usr/bin/musescore" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(museScore is null, "MuseScore is not installed.");
        string folder = Directory.CreateTempSubdirectory("sensorium-score-").FullName;
        try
        {
            string file = Path.Combine(folder, "score.musicxml"), pdf = Path.Combine(folder, "score.pdf");
            using (FileStream stream = File.Create(file))
            {
                MusicXmlFile.Write(ScoreOf(new Note(0, 1.5, 69, 90), new Note(0, 1, 60, 80), new Note(2.25, 2, 64, 70)), [new ScoreChord(0, AMinor, Chord.OfDegree(AMinor, 0))], stream);
            }

            ProcessStartInfo start = new(museScore, ["-o", pdf, file]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["QT_QPA_PLATFORM"] = "offscreen";
            start.Environment["HOME"] = folder;
            using Process process = Process.Start(start)!;
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(File.Exists(pdf) && File.ReadAllBytes(pdf).AsSpan().StartsWith("%PDF"u8), errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Score ScoreOf(params Note[] notes) => new()
    {
        Title = "A < B & C",
        Tempo = 100,
        Key = AMinor,
        Length = 8,
        Parts = [new Part { Name = "Piano", Program = 0, Notes = notes }],
    };

    private static XDocument Write(Score score, IReadOnlyList<ScoreChord>? chords = null)
    {
        using MemoryStream stream = new();
        MusicXmlFile.Write(score, chords, stream);
        stream.Position = 0;
        using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static int Steps(XElement note)
    {
        int steps = note.Element("type")!.Value switch { "whole" => 16, "half" => 8, "quarter" => 4, "eighth" => 2, _ => 1 };
        return note.Element("dot") is null ? steps : steps * 3 / 2;
    }
}
