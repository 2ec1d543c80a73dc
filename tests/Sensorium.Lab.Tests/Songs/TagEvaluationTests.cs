using Sensorium.Lab.Songs;

namespace Sensorium.Lab.Tests;

/// <summary>The figures of <c>evaluate tags</c> are what their names say.</summary>
public sealed class TagEvaluationTests
{
    [Fact]
    public void Read_TableOfTheProgram_IsTheTableOfTheCard()
    {
        string[] card = [.. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "models", "song-tags.md"))];
        int at = Array.FindIndex(card, line => line.StartsWith("| file | instruments that are there |", StringComparison.Ordinal));
        string[][] rows = [.. card.Skip(at + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
        IReadOnlyList<TagExpectation> table = TagExpectations.Read(null);

        Assert.Equal(11, table.Count);
        Assert.Equal(rows.Select(row => row[0]), table.Select(track => track.File));
        Assert.Equal(rows.Select(row => $"{row[1]}, {row[2]}"), table.Select(track => string.Join(", ", track.Sources)));
        Assert.Equal(rows.Select(row => row[3]), table.Select(track => string.Join(", ", track.Manner)));
    }

    [Theory]
    [InlineData("name,tags\n", "line 1")]
    [InlineData("file,instruments,vocal,manner\na,piano,vocal\n", "line 2")]
    [InlineData("file,instruments,vocal,manner\na,piano,vocal,fast\nb,kazoo,vocal,fast\n", "\"kazoo\" is no tag")]
    [InlineData("file,instruments,vocal,manner\n../a,piano,vocal,fast\n", "line 2")]
    [InlineData("file,instruments,vocal,manner\n", "no track")]
    public void Parse_FaultyTable_IsNamedByItsLine(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<MalformedInputException>(() => TagExpectations.Parse(text, "t.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Result_TwoTracks_CountsWhatIsGivenRightAndThere()
    {
        TagEvaluationResult result = Result();

        Assert.Equal(new TagScore("sources", 5, 3, 5), result.Sources);
        Assert.Equal((0.6, 0.6), (result.Sources.Precision, result.Sources.Recall));
        Assert.Equal(new TagScore("manner", 2, 1, 2), result.Manner);
        Assert.Contains(new TagScore("piano", 2, 1, 1), result.Tags);
        Assert.Contains(new TagScore("drums", 0, 0, 1), result.Tags);
        Assert.DoesNotContain(result.Tags, score => score.Tag == "harp");
        Assert.True(double.IsNaN(result.Tags.Single(score => score.Tag == "drums").Precision));
    }

    [Fact]
    public void ToJson_AnyResult_FitsItsSchema()
    {
        JsonSchema schema = JsonSchema.Read("evaluate-tags");
        Assert.Empty(schema.Faults(Result().ToJson()));
        Assert.Empty(schema.Faults((Result() with { Milliseconds = double.NaN, Tracks = [] }).ToJson()));
        Assert.NotEmpty(schema.Faults(Result().ToJson().Replace("\"right\"", "\"rihgt\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void ToReport_WrongTags_AreNamedInBothLanguages()
    {
        string markdown = Evaluation.ReportMarkdown.Write(Result().ToReport(), Language.Korean);
        Assert.Contains("피아노", markdown, StringComparison.Ordinal);
        Assert.Contains("0.600", markdown, StringComparison.Ordinal);
    }

    private static TagEvaluationResult Result()
    {
        IReadOnlyList<TagExpectation> table = TagExpectations.Parse("file,instruments,vocal,manner\na,piano drums,vocal,fast\nb,strings,instrumental,sad\n", "t.csv");
        return new TagEvaluationResult
        {
            Tracks =
            [
                TrackTags.Of(table[0], [new("piano", 0.9), new("fast", 0.8), new("vocal", 0.7), new("violin", 0.6)]),
                TrackTags.Of(table[1], [new("piano", 0.9), new("voice", 0.8), new("instrumental", 0.7), new("loud", 0.6)]),
            ],
            Milliseconds = 900,
            Faults = [new("c", new("gone", "없음"))],
        };
    }
}
