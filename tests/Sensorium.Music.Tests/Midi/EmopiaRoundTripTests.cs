namespace Sensorium.Music.Tests.Midi;

/// <summary>Human performances survive being read, written and read again.</summary>
public sealed class EmopiaRoundTripTests
{
    [Fact]
    public void Write_EveryEmopiaFile_ReadsBackAsTheSameNotes()
    {
        string folder = SharedData.Require("data/music/emopia");
        int files = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal))
        {
            Score first = Read(File.ReadAllBytes(path));
            using MemoryStream written = new();
            StandardMidiFile.Write(first, written);
            Score second = Read(written.ToArray());
            Assert.Equal(first.Tempo, second.Tempo, 3);
            Assert.Equal(first.TempoChanges.Count, second.TempoChanges.Count);
            Assert.Equal(first.Parts.Sum(part => part.Notes.Count), second.Parts.Sum(part => part.Notes.Count));
            foreach ((Part a, Part b) in first.Parts.Where(part => part.Notes.Count > 0).Zip(second.Parts.Where(part => part.Notes.Count > 0)))
            {
                // Half a tick of the written file, where the read one has finer ticks.
                double tick = 1.01 / StandardMidiFile.TicksPerQuarter;
                foreach ((Note x, Note y) in Sorted(a).Zip(Sorted(b)))
                {
                    Assert.True(x.Pitch == y.Pitch && x.Velocity == y.Velocity && Math.Abs(x.Start - y.Start) <= tick && Math.Abs(x.Length - y.Length) <= 2 * tick, $"{path}: {x} became {y}");
                }
            }

            files++;
        }

        Assert.True(files >= 1078, $"{files} files");
    }

    private static Score Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return StandardMidiFile.Read(stream).ToScore();
    }

    private static IEnumerable<Note> Sorted(Part part) => part.Notes.OrderBy(note => Math.Round(note.Start * StandardMidiFile.TicksPerQuarter)).ThenBy(note => note.Pitch);
}
