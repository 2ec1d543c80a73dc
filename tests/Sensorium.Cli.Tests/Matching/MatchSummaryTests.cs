using System.Text.RegularExpressions;
using Sensorium.Library;

namespace Sensorium.Cli.Tests;

public sealed partial class MatchSummaryTests
{
    private static readonly Language[] Languages = [Language.English, Language.Korean];

    public static TheoryData<int> Widths => [30, 44, 59, 60, 80, 100, 120];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lines_AnyWidth_StayWithin(int width) => Assert.All(Languages, language =>
        Assert.All(MatchSummary.Lines(Result(), new MatchOptions(), width, language), line => Assert.InRange(line.Width, 0, width)));

    [Fact]
    public void Lines_Everything_IsTold()
    {
        string text = string.Join(' ', MatchSummary.Lines(Result(), new MatchOptions(), 100, Language.English));

        Assert.All(["Far away", "Fits", "slow", "kept out by the filter", "the year (1999)", "a note"], words => Assert.Contains(words, Blanks().Replace(text, " "), StringComparison.Ordinal));
        Assert.DoesNotContain('\u0007', text);
    }

    [Theory]
    [InlineData("1990", 1990, 1990)]
    [InlineData("1990-", 1990, null)]
    [InlineData("-1999", null, 1999)]
    [InlineData("1990-1999", 1990, 1999)]
    public void Years_EveryForm_IsRead(string value, int? from, int? to) => Assert.Equal((from, to), new MatchValues([]).Years([value]));

    [Fact]
    public void Lengths_MinutesAndSeconds_AreRead()
    {
        Assert.Equal((TimeSpan.FromSeconds(150), TimeSpan.FromMinutes(5)), new MatchValues([]).Lengths(["2:30-5"]));
        Assert.Equal((null, (TimeSpan?)TimeSpan.FromMinutes(4)), new MatchValues([]).Lengths(["-4:00"]));
    }

    [Theory]
    [InlineData("calm", 0.4, -0.5)]
    [InlineData("Bright", 0.6, 0.4)]
    [InlineData("-0.25, 1", -0.25, 1)]
    public void Place_NamesAndNumbers_AreRead(string value, double valence, double arousal) =>
        Assert.Equal(new PlanePoint(valence, arousal), new MatchValues([]).Place("--to", value, isNamed: true));

    [Theory]
    [InlineData("calm")]
    [InlineData("1.2,0")]
    [InlineData("0.5")]
    [InlineData("NaN,0")]
    public void Place_Unfit_IsAFault(string value)
    {
        List<LocalizedText> errors = [];

        Assert.Null(new MatchValues(errors).Place("--before", value));
        Assert.Single(errors);
    }

    // A sentence may go on in the next line, indented.
    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static MatchResult Result()
    {
        SongTags tags = new() { Title = "Far away\u0007", Artist = "아주 긴 이름을 가진 우리 동네 밴드와 그 친구들이 함께 부른 노래 모음", Year = 1999 };
        SongPart part = SomeSongs.Part(0.2, -0.3, tags, new Perception.SongTag("slow", 0.9));
        LibrarySong song = new() { Id = 1, Path = "/music/1.mp3", Length = part.Length, Tags = tags, Song = part.Song };
        MatchWish wish = MatchWish.Of(part.Song.Percept) with { Tags = [new WishedTag("slow", 0.8), new WishedTag("drums", -1)] };
        SongMatcher matcher = new(SongShelf.Of([song]));
        MatchOptions filtered = new() { Filter = new SongFilter { YearFrom = 2000 } };
        return new MatchResult
        {
            Input = "photo.jpg",
            Wish = wish,
            Ranking = matcher.Match(wish, new MatchOptions()),
            Absences = [matcher.Explain(1, wish, filtered)],
            MinFit = 0.5,
            Notes = [new("a note on something that takes more room than a narrow terminal has", "좁은 터미널에는 들어가지 않을 만큼 긴 메모")],
        };
    }
}
