using Sensorium.Music;

namespace Sensorium.Expression.Tests;

/// <summary>What holds for every composed piece, whatever was asked for.</summary>
public sealed class ComposerTests
{
    public static int Pieces => Repository.IsFull ? 10_000 : 300;

    [Fact]
    public void Compose_RandomPathsStylesAndLengths_AreSoundPiecesOfExactLength()
    {
        Pcg32 random = new(2026);
        for (int i = 0; i < Pieces; i++)
        {
            CompositionRequest request = Random(random, (ulong)i);
            Composition piece = Composer.Compose(request);
            string what = $"{request.Style.Id}, {request.Path.Length.TotalSeconds:0.000} s, seed {request.Seed}";
            Assert.True(Math.Abs(new TempoMap(piece.Score).Seconds - request.Path.Length.TotalSeconds) < 1e-6, what);
            Assert.NotEmpty(piece.Score.Parts[0].Notes);
            foreach ((Part part, StylePart style) in piece.Score.Parts.Zip(request.Style.Parts))
            {
                AssertSound(part, style, piece.Score.Length, what);
            }

            using MemoryStream file = new();
            StandardMidiFile.Write(piece.Score, file);
            file.Position = 0;
            AssertEveryNoteEnds(StandardMidiFile.Read(file), what);
        }
    }

    [Fact]
    public void Compose_TheSameRequest_GivesTheSameBytes()
    {
        Pcg32 random = new(7);
        for (int i = 0; i < 20; i++)
        {
            CompositionRequest request = Random(random, (ulong)i);
            Assert.Equal(Bytes(request), Bytes(request));
            Assert.NotEqual(Bytes(request), Bytes(request with { Seed = request.Seed + 1 }));
        }
    }

    [Fact]
    public void Compose_FromSadToGlad_ChangesMeansSmoothly()
    {
        AffectPath path = AffectPath.Iso((-0.8, -0.6), (0.8, 0.6), TimeSpan.FromMinutes(4));
        Composition piece = Composer.Compose(new CompositionRequest { Path = path, Style = CompositionStyles.All[0], Seed = 3 });
        IReadOnlyList<double> tempi = [piece.Score.Tempo, .. piece.Score.TempoChanges.Select(change => change.Tempo)];
        Assert.All(tempi.Take(tempi.Count - 3).Zip(tempi.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.95, 1.05));
        Assert.True(tempi[^3] > 1.4 * tempi[0]);
        Assert.False(piece.Chords[0].Key.IsMajor);
        Assert.True(piece.Chords[^1].Key.IsMajor);
        Assert.Equal(piece.Chords[^1].Key.Tonic, piece.Chords[^1].Chord.Root);
    }

    [Fact]
    public void Compose_OuterVoices_HaveNoParallelsOnDownbeats()
    {
        int parallels = 0, steps = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            CompositionStyle style = CompositionStyles.All[(int)(seed % 9)] with { Looseness = 0, Swing = 0 };
            Composition piece = Composer.Compose(new CompositionRequest { Path = AffectPath.Hold(0.5, 0, TimeSpan.FromSeconds(60)), Style = style, Seed = seed });
            Part bass = piece.Score.Parts[style.Parts.ToList().FindIndex(part => part.Role == CompositionRole.Bass)];
            (int Low, int High)? before = null;
            for (double beat = 0; beat < piece.Score.Length - style.BeatsPerBar; beat += style.BeatsPerBar)
            {
                int[] low = [.. bass.Notes.Where(note => note.Start == beat).Select(note => note.Pitch)];
                int[] high = [.. piece.Score.Parts[0].Notes.Where(note => note.Start == beat).Select(note => note.Pitch)];
                (int Low, int High)? now = low.Length > 0 && high.Length > 0 ? (low.Min(), high.Max()) : null;
                if (before is { } a && now is { } b && a.Low != b.Low)
                {
                    steps++;
                    bool isPerfect = (b.High - b.Low) % 12 is 0 or 7 && (a.High - a.Low) % 12 == (b.High - b.Low) % 12;
                    parallels += isPerfect && Math.Sign(b.Low - a.Low) == Math.Sign(b.High - a.High) ? 1 : 0;
                }

                before = now;
            }
        }

        Assert.True(steps > 500);
        Assert.InRange(parallels, 0, steps / 100);
    }

    [Fact]
    public void Compose_TwoPieces_ShareFewBars()
    {
        HashSet<string>[] pieces = [.. Enumerable.Range(0, 40).Select(i => Bars(Composer.Compose(new CompositionRequest
        {
            Path = AffectPath.Hold(0.6, 0.4, TimeSpan.FromSeconds(60)),
            Style = CompositionStyles.All[0],
            Seed = (ulong)i,
        })))];
        for (int i = 0; i < pieces.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.InRange(pieces[i].Intersect(pieces[j]).Count() / (double)Math.Min(pieces[i].Count, pieces[j].Count), 0, 0.3);
            }
        }
    }

    [Theory]
    [InlineData(9.9)]
    [InlineData(3601)]
    public void Compose_ALengthThatIsNotOffered_Refuses(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Composer.Compose(new CompositionRequest { Path = AffectPath.Hold(0, 0, TimeSpan.FromSeconds(seconds)), Style = CompositionStyles.All[0] }));

    private static CompositionRequest Random(Pcg32 random, ulong seed)
    {
        TimeSpan length = TimeSpan.FromSeconds(10 + (110 * random.NextDouble()));
        int points = 1 + random.Next(5);
        List<AffectPoint> path = [];
        for (int i = 0; i < points; i++)
        {
            path.Add(new AffectPoint(length * ((i + random.NextDouble()) / points), (2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1));
        }

        return new CompositionRequest
        {
            Path = new AffectPath(path, length),
            Style = CompositionStyles.All[random.Next(CompositionStyles.All.Count)],
            Seed = seed,
            Warmth = (2 * random.NextDouble()) - 1,
        };
    }

    private static byte[] Bytes(CompositionRequest request)
    {
        using MemoryStream file = new();
        StandardMidiFile.Write(Composer.Compose(request).Score, file);
        return file.ToArray();
    }

    private static void AssertSound(Part part, StylePart style, double end, string what)
    {
        var until = new double[128];
        foreach (Note note in part.Notes)
        {
            Assert.True(note.Pitch >= style.Lowest && note.Pitch <= style.Highest, $"{what}: {part.Name} plays {note}");
            Assert.True(note.Velocity is >= 1 and <= 127 && note.Start >= until[note.Pitch] - 1e-9 && note.Start + note.Length <= end + 1e-9, $"{what}: {part.Name} plays {note}");
            until[note.Pitch] = note.Start + note.Length;
        }
    }

    private static void AssertEveryNoteEnds(MidiSequence file, string what)
    {
        foreach (MidiTrack track in file.Tracks)
        {
            HashSet<int> sounding = [];
            foreach (MidiEvent message in track.Events.Where(message => !message.IsMeta && (message.Status & 0xF0) is 0x80 or 0x90))
            {
                bool isOn = (message.Status & 0xF0) == 0x90 && message.Data2 > 0;
                Assert.True(isOn ? sounding.Add(message.Data1) : sounding.Remove(message.Data1), $"{what}: note {message.Data1} at {message.Tick}");
            }

            Assert.Empty(sounding);
        }
    }

    // A bar as its notes, relative to nothing: the same pitches at the same semiquavers.
    private static HashSet<string> Bars(Composition piece) => [.. piece.Score.Parts
        .SelectMany(part => part.Notes)
        .GroupBy(note => (int)(note.Start / piece.Score.Meter.Quarters))
        .Select(bar => string.Join(' ', bar.Select(note => $"{Math.Round((note.Start - (bar.Key * piece.Score.Meter.Quarters)) * 4)}:{note.Pitch}").Order(StringComparer.Ordinal)))];
}
