using Sensorium.Perception;

namespace Sensorium.Library.Tests;

public sealed class WordTableTests
{
    [Theory]
    [InlineData("rainy night drive")]
    [InlineData("비 오는 밤 드라이브")]
    [InlineData("A rainy-night drive!")]
    [InlineData("비오는 밤에 드라이브")]
    public void Read_RainyNightDrive_AsksForSlowDarkSoftElectronic(string text)
    {
        WordReading reading = WordTable.Default.Read(text);

        Assert.Empty(reading.Unknown);
        Assert.All(["slow", "dark", "soft", "electronic"], name => Assert.Contains(reading.Tags, tag => tag.Name == name && tag.Weight > 0));
        Assert.InRange(reading.Arousal!.Value.Mean, -0.5, 0);
    }

    [Theory]
    [InlineData("잔잔한 피아노 연주곡", "content", "piano", "instrumental")]
    [InlineData("신나는 댄스 파티", "excited", "fast", "drums")]
    [InlineData("슬픈 이별 노래", "sad", "minor", "vocal")]
    [InlineData("calm acoustic guitar for the morning", "calm", "acoustic", "guitar")]
    [InlineData("energetic workout", "fast", "excited", "loud")]
    public void Read_UsualWords_AsksForTheirTags(string text, params string[] tags)
    {
        WordReading reading = WordTable.Default.Read(text);

        Assert.Empty(reading.Unknown);
        Assert.All(tags, name => Assert.Contains(reading.Tags, tag => tag.Name == name && tag.Weight > 0));
    }

    [Theory]
    [InlineData("piano without drums")]
    [InlineData("드럼 없는 피아노")]
    [InlineData("piano, no drums")]
    public void Read_Negated_IsUnwanted(string text)
    {
        WordReading reading = WordTable.Default.Read(text);

        Assert.Contains(new WishedTag("drums", -1), reading.Tags);
        Assert.Contains(new WishedTag("piano", 1), reading.Tags);
    }

    [Fact]
    public void Read_UnknownWords_AreReportedUnlessTheLibraryKnowsThem()
    {
        Assert.Equal(["shoegaze", "zyx"], WordTable.Default.Read("Shoegaze zyx zyx rain").Unknown);
        WordReading reading = WordTable.Default.Read("Shoegaze zyx rain", word => word == "shoegaze");
        Assert.Equal(["zyx"], reading.Unknown);
        Assert.Contains(new WishedTag("shoegaze", 1), reading.Tags);
        Assert.Equal(["shoegaze", "rain"], reading.Known);
    }

    [Fact]
    public void Read_WordThatTheLibraryHasAsATag_AsksForItToo()
    {
        Assert.Equal([new WishedTag("strings", 1)], WordTable.Default.Read("violin").Tags);
        Assert.Equal([new WishedTag("strings", 1), new WishedTag("violin", 1)], WordTable.Default.Read("violin", word => word == "violin").Tags.OrderBy(tag => tag.Name));
        Assert.Equal([new WishedTag("piano", 1)], WordTable.Default.Read("piano", _ => true).Tags);
        Assert.Empty(WordTable.Default.Read("the", _ => true).Tags);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...!? 🎵")]
    [InlineData("\ud800 \0")]
    public void Read_NoWords_AsksForNothing(string text)
    {
        WordReading reading = WordTable.Default.Read(text);

        Assert.Empty(reading.Tags);
        Assert.Null(reading.Valence);
    }

    [Fact]
    public void Table_EveryEntry_IsWithinItsRanges()
    {
        string[] usual = [.. SongTagNames.Instruments, .. SongTagNames.Qualities, .. SongTagNames.Moods];
        string[] genres = ["rock", "metal", "punk", "jazz", "classical", "pop", "hip", "soul", "folk", "ambient"];
        Assert.True(WordTable.Default.Words.Count() > 800);
        Assert.All(WordTable.Default.Entries, entry =>
        {
            Assert.All(entry.Tags, tag => Assert.Contains(tag.Name, usual.Concat(genres)));
            Assert.All(entry.Tags, tag => Assert.InRange(Math.Abs(tag.Weight), 0.05, 1));
            Assert.InRange(entry.Valence ?? 0, -1, 1);
            Assert.InRange(entry.Arousal ?? 0, -1, 1);
        });
    }

    [Fact]
    public void Of_WordsWithAPlace_PullTheFeelingTowardsThemByPrecision()
    {
        WordReading words = WordTable.Default.Read("sad");
        MatchWish vague = MatchWish.Of(Shelf.Feeling(0.2, 0, 0.5), words), sure = MatchWish.Of(Shelf.Feeling(0.2, 0, 0.1), words);

        Assert.InRange(vague.Affect.Valence.Mean, -0.6, -0.3);
        Assert.InRange(sure.Affect.Valence.Mean, 0, 0.2);
        Assert.True(vague.Affect.Valence.Sd < 0.35);
        Assert.True(vague.Emotions[Emotion.Sadness] > Shelf.Feeling(0.2, 0, 0.5).Emotions[Emotion.Sadness]);
    }
}
