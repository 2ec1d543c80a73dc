using Sensorium.Inference;
using Sensorium.Music;

namespace Sensorium.Perception.Tests;

public sealed class ScoreModelTests
{
    [Theory]
    [InlineData(ScoreModel.JudgeId)]
    [InlineData(ScoreModel.RankerId)]
    public void Judge_HumanPieces_KnowsTheirQuarter(string id)
    {
        string folder = SharedData.Require("data/music/emopia");
        ScoreModel model = ScoreModel.Open(ModelFolder.Load(Path.Combine(Repository.Root, "models", id)));
        int right = 0, count = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal).Where((_, i) => i % 6 == 0))
        {
            using FileStream file = File.OpenRead(path);
            QuadrantScores scores = model.Judge(StandardMidiFile.Read(file).ToScore());
            Assert.Equal(1, scores.Glad + scores.Tense + scores.Sad + scores.Calm, 5);
            right += scores.Likeliest == Path.GetFileName(path)[1] - '0' ? 1 : 0;
            count++;
        }

        // Half of these it has heard in training: a check that the weights fit the statistics, not a measure.
        Assert.True(right > 0.65 * count, $"{right} of {count}");
    }

    [Fact]
    public void Of_AnEmptyScore_HasFiniteValues()
    {
        float[] values = ScoreStatistics.Of(new Score { Tempo = 100, Length = 4, Parts = [] });
        Assert.Equal(ScoreStatistics.Names.Count, values.Length);
        Assert.All(values, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(ScoreStatistics.Names.Count, ScoreStatistics.Names.Distinct().Count());
    }

    [Fact]
    public void Of_TheSameMusicAtAnotherPitchAndNominalTempo_HasTheSameHarmony()
    {
        Note[] notes = [.. Enumerable.Range(0, 32).SelectMany(i => new[] { new Note(i, 1, 48 + (i % 3), 70), new Note(i, 1, 60 + (i % 5), 80) })];
        float[] plain = ScoreStatistics.Of(ScoreOf(notes, 120)), moved = ScoreStatistics.Of(ScoreOf([.. notes.Select(note => note with { Start = note.Start / 2, Length = note.Length / 2, Pitch = note.Pitch + 7 })], 60));
        for (int i = 0; i < plain.Length; i++)
        {
            string name = ScoreStatistics.Names[i];
            bool isPitch = name.StartsWith("pitch ", StringComparison.Ordinal) && !name.EndsWith("entropy", StringComparison.Ordinal) && name != "pitch spread";

            // Of two triads that fit equally well the one with the lower root counts, wherever C is.
            if (!isPitch && name is not ("top mean" or "bass mean" or "triad changes"))
            {
                Assert.Equal(plain[i], moved[i], 0.002f);
            }
        }
    }

    private static Score ScoreOf(Note[] notes, double tempo) => new() { Tempo = tempo, Length = 40, Parts = [new Part { Name = "Piano", Program = 0, Notes = notes }] };
}
