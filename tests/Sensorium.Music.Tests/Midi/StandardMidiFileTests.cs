using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sensorium.Music.Tests.Synthesis;

namespace Sensorium.Music.Tests.Midi;

public sealed class StandardMidiFileTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(0x40, "40")]
    [InlineData(0x7F, "7F")]
    [InlineData(0x80, "8100")]
    [InlineData(0x2000, "C000")]
    [InlineData(0x3FFF, "FF7F")]
    [InlineData(0x4000, "818000")]
    [InlineData(0x1FFFFF, "FFFF7F")]
    [InlineData(0x200000, "81808000")]
    [InlineData(0xFFFFFFF, "FFFFFF7F")]
    public void WriteVariableLength_ExamplesOfTheSpecification_AreItsBytes(long value, string expected)
    {
        // Standard MIDI Files 1.0, page 2.
        var bytes = new List<byte>();
        MidiTrackWriter.WriteVariableLength(bytes, value);
        Assert.Equal(expected, Convert.ToHexString([.. bytes]));
    }

    [Fact]
    public void Write_OneNote_IsTheseBytes()
    {
        var score = new Score
        {
            Title = "바다",
            Tempo = 120,
            Key = new Key(2, Mode.Dorian),
            Meter = new Meter(3, 4),
            Length = 3,
            Parts = [new Part { Name = "A", Program = 11, Pan = -1, Volume = 1, Reverb = 0, Notes = [new Note(1, 0.5, 69, 100)] }],
        };
        string title = Convert.ToHexString(Encoding.UTF8.GetBytes("바다"));
        string key = Convert.ToHexString("D dorian"u8);
        string conductor = $"00FF0306{title}" + "00FF510307A120" + "00FF580403021808" + "00FF59020001" + $"00FF0108{key}" + "8B20FF2F00";
        string part = "00FF030141" + "00B00000" + "00B02000" + "00C00B" + "00B0077F" + "00B00A00" + "00B05B00" + "8360904564" + "8170804540" + "8550FF2F00";
        string expected = "4D546864000000060001000201E0"
            + "4D54726B" + (conductor.Length / 2).ToString("X8") + conductor
            + "4D54726B" + (part.Length / 2).ToString("X8") + part;
        Assert.Equal(expected, Convert.ToHexString(Bytes(score)));
    }

    [Theory]
    [InlineData(0, Mode.Ionian, 0, 0)]
    [InlineData(9, Mode.Aeolian, 0, 1)]
    [InlineData(2, Mode.Dorian, 0, 1)]
    [InlineData(4, Mode.Phrygian, 0, 1)]
    [InlineData(5, Mode.Lydian, 0, 0)]
    [InlineData(7, Mode.Mixolydian, 0, 0)]
    [InlineData(7, Mode.Ionian, 1, 0)]
    [InlineData(5, Mode.Ionian, -1, 0)]
    [InlineData(3, Mode.Ionian, -3, 0)]
    [InlineData(6, Mode.Aeolian, 3, 1)]
    public void Write_KeySignature_HasTheNotesOfTheKey(int tonic, Mode mode, int sharps, int minor)
    {
        MidiSequence read = Read(Bytes(new Score { Tempo = 90, Length = 4, Key = new Key(tonic, mode), Parts = [] }));
        MidiEvent signature = Assert.Single(read.Tracks[0].Events, e => e.Data1 == 0x59);
        Assert.Equal(sharps, (sbyte)signature.Payload.Span[0]);
        Assert.Equal(minor, signature.Payload.Span[1]);
    }

    [Fact]
    public void Write_ThenRead_AnyScoreComesBack()
    {
        var note =
            from start in Gen.Choose(0, 64 * 480)
            from length in Gen.Choose(1, 4 * 480)
            from pitch in Gen.Choose(0, 127)
            from velocity in Gen.Choose(1, 127)
            select new Note(start / 480.0, length / 480.0, pitch, velocity);
        var part =
            from bank in Gen.Choose(0, 127)
            from program in Gen.Choose(0, 127)
            from pan in Gen.Choose(-63, 63)
            from volume in Gen.Choose(0, 127)
            from reverb in Gen.Choose(0, 127)
            from name in Gen.Elements("", "flute", "첼로", "ü", new string('x', 300))
            from notes in note.NonEmptyListOf()
            from moves in Gen.Choose(-63, 63).ListOf()
            let kept = WithoutOverlap(notes)
            select new Part { PanMoves = Moves(kept, moves), Name = name, Bank = bank, Program = program, Pan = pan < 0 ? pan / 64.0 : pan / 63.0, Volume = volume / 127.0, Reverb = reverb / 127.0, Notes = kept };
        var score =
            from parts in part.ListOf(3)
            from percussion in part
            from tempo in Gen.Choose(20, 300)
            from beats in Gen.Choose(1, 32)
            from unit in Gen.Elements(1, 2, 4, 8, 16)
            from sections in Gen.Choose(0, 70 * 480).ListOf()
            let form = sections.Order().Select((tick, i) => new ScoreSection(tick / 480.0, i % 2 == 0 ? "A'" : "후렴")).ToArray()
            select new Score { Title = "t", Tempo = tempo, Meter = new Meter(beats, unit), Form = form, Length = 70, Parts = [.. parts, percussion with { Bank = 128 }] };
        Prop.ForAll(Arb.From(score), s =>
        {
            Score back = Read(Bytes(s)).ToScore();
            bool same = back.Title == s.Title && back.Meter == s.Meter && back.Form.SequenceEqual(s.Form) && Math.Abs(back.Tempo - s.Tempo) < 0.01 && back.Length >= s.Length && back.Parts.Count == s.Parts.Count;
            foreach ((Part was, Part now) in s.Parts.Zip(back.Parts))
            {
                same &= now with { Notes = was.Notes, PanMoves = was.PanMoves } == was && now.PanMoves.SequenceEqual(was.PanMoves) && Sorted(was.Notes).SequenceEqual(Sorted(now.Notes));
            }

            return same;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Full ? 1000 : 100));
    }

    /// <summary>Moves after the first note: what comes before it is the place where the part begins.</summary>
    private static List<PanMove> Moves(IEnumerable<Note> notes, IEnumerable<int> places)
    {
        double tick = Math.Round(notes.Min(n => n.Start) * 480);
        return [.. places.Select(place => new PanMove((tick += 240) / 480, place < 0 ? place / 64.0 : place / 63.0)).TakeWhile(move => move.Beat < 70)];
    }

    [Fact]
    public void Write_AnyNotesEvenOverlapping_EachNoteOnHasItsNoteOff()
    {
        var note =
            from start in Gen.Choose(0, 2000)
            from length in Gen.Choose(1, 2000)
            from pitch in Gen.Choose(60, 62)
            select new Note(start / 997.0, length / 9973.0, pitch, 80);
        Prop.ForAll(Arb.From(note.ListOf()), notes =>
        {
            byte[] bytes = Bytes(Scores.OfSeconds(Scores.Part(0, [.. notes])));
            var sounding = new HashSet<int>();
            int ons = 0;
            foreach (MidiEvent e in Read(bytes).Tracks[1].Events.Where(e => !e.IsMeta && (e.Status & 0xF0) is 0x80 or 0x90))
            {
                bool on = (e.Status & 0xF0) == 0x90;
                ons += on ? 1 : 0;
                if (!(on ? sounding.Add(e.Data1) : sounding.Remove(e.Data1)))
                {
                    return false;
                }
            }

            return sounding.Count == 0 && (ons > 0) == (notes.Count > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Full ? 3000 : 300));
    }

    [Fact]
    public void Write_SameNotesInAnotherOrder_GivesTheSameBytes()
    {
        Score score = Scores.SixParts();
        Score shuffled = score with { Parts = [.. score.Parts.Select(p => p with { Notes = [.. p.Notes.Reverse()] })] };
        Assert.Equal(Bytes(score), Bytes(score));
        Assert.Equal(Bytes(score), Bytes(shuffled));
    }

    [Fact]
    public void Write_SixteenMelodicPartsOrTwoOfPercussion_IsRefused()
    {
        Part part = Scores.Part(0, new Note(0, 1, 60, 80));
        Assert.Equal(16, Read(Bytes(Scores.OfSeconds([.. Enumerable.Repeat(part, 15)]))).Tracks.Count);
        Assert.Throws<ArgumentException>(() => Bytes(Scores.OfSeconds([.. Enumerable.Repeat(part, 16)])));
        Assert.Throws<ArgumentException>(() => Bytes(Scores.OfSeconds(part with { Bank = 128 }, part with { Bank = 128 })));
    }

    [Fact]
    public void Read_Type0WithRunningStatusAndZeroVelocity_FindsTheNotes()
    {
        string track = "00903C40" + "603C00" + "003E50" + "60903E00" + "00FF2F00";
        byte[] file = Convert.FromHexString("4D54686400000006000000010060" + "4D54726B" + (track.Length / 2).ToString("X8") + track);
        Score score = Read(file).ToScore();
        Assert.Equal([new Note(0, 1, 60, 64), new Note(1, 1, 62, 80)], Assert.Single(score.Parts).Notes);
        Assert.Equal(120, score.Tempo);
        Assert.Equal(2, score.Length);
    }

    [Fact]
    public void Read_ForeignChunksSystemExclusiveAndMissingEnd_AreTolerated()
    {
        string track = "00F0047E7F09F7" + "00903C40" + "60803C00";
        byte[] file = Convert.FromHexString("4D54686400000006000100010060" + "58595A5A00000002AAAA" + "4D54726B" + (track.Length / 2).ToString("X8") + track);
        Assert.Equal(new Note(0, 1, 60, 64), Assert.Single(Assert.Single(Read(file).ToScore().Parts).Notes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("52494646")]
    [InlineData("4D546864000000060001000101E0")]
    [InlineData("4D546864000000060001000101E04D54726BFFFFFFFF00")]
    [InlineData("4D5468640000000600010001000000000000")]
    [InlineData("4D546864000000060001000101E04D54726B00000003003C40")]
    [InlineData("4D546864000000060001000101E04D54726B0000000300903C")]
    [InlineData("4D546864000000060001000101E04D54726B0000000400903CFF")]
    [InlineData("4D546864000000060001000101E04D54726B00000005FFFFFFFFFF")]
    [InlineData("4D546864000000060001000101E04D54726B0000000400FF037F")]
    public void Read_BrokenFile_IsMalformed(string hex)
    {
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => Read(Convert.FromHexString(hex)));
        Assert.NotEqual(error.Text.English, error.Text.Korean);
    }

    [Theory]
    [InlineData("4D546864000000060002000001E0")]
    [InlineData("4D5468640000000600010000E250")]
    public void Read_Type2OrSmpteTime_IsUnsupported(string hex) =>
        Assert.Throws<UnsupportedInputException>(() => Read(Convert.FromHexString(hex)));

    [Fact]
    public void Read_FileThatNeverEnds_StopsAtTheLimit()
    {
        using var endless = new MemoryStream(new byte[StandardMidiFile.MaximumBytes + 1]);
        Assert.Throws<LimitReachedException>(() => StandardMidiFile.Read(endless));
    }

    [Fact]
    public void Read_MutatedFile_ComesBackOrIsRefusedPolitely()
    {
        byte[] good = Bytes(Scores.SixParts());
        var random = new Pcg32(11);
        int refused = 0;
        int count = Full ? 20000 : 1000;
        for (int i = 0; i < count; i++)
        {
            byte[] bad = good[..(random.Next(4) == 0 ? random.Next(good.Length) : good.Length)];
            for (int flips = random.Next(4); flips >= 0 && bad.Length > 0; flips--)
            {
                // Half of the changes hit the first hundred bytes, where lengths and headers are.
                bad[random.Next(random.Next(2) == 0 ? Math.Min(100, bad.Length) : bad.Length)] = (byte)random.NextUInt32();
            }

            try
            {
                _ = Read(bad).ToScore();
            }
            catch (SensoriumException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, count / 10, count - (count / 10));
    }

    private static bool Full => Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1";

    private static byte[] Bytes(Score score)
    {
        using var stream = new MemoryStream();
        StandardMidiFile.Write(score, stream);
        return stream.ToArray();
    }

    private static MidiSequence Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return StandardMidiFile.Read(stream);
    }

    private static List<Note> WithoutOverlap(IEnumerable<Note> notes)
    {
        var kept = new List<Note>();
        foreach (Note note in notes)
        {
            if (!kept.Any(k => k.Pitch == note.Pitch && k.Start < note.Start + note.Length && note.Start < k.Start + k.Length))
            {
                kept.Add(note);
            }
        }

        return kept;
    }

    private static IEnumerable<Note> Sorted(IEnumerable<Note> notes) =>
        notes.Select(n => n with { Start = Math.Round(n.Start, 9), Length = Math.Round(n.Length, 9) }).OrderBy(n => (n.Start, n.Pitch));
}
