using System.Text;

namespace Sensorium.Library.Tests;

public sealed class TagTextTests
{
    [Theory]
    [InlineData("  a\tb\r\nc  ", "a b c")]
    [InlineData("\u0001\u0007bell\u0000", "bell")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680")]
    [InlineData("가\u2028나", "가 나")]
    [InlineData("\u0000\u0001 ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Clean_ControlSignsAndSpaces_LeavesWhatCanBeShown(string? text, string? expected) => Assert.Equal(expected, TagText.Clean(text));

    [Fact]
    public void Clean_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFDb", TagText.Clean("a" + '\uD83D' + "b"));

    [Fact]
    public void Clean_AMillionLetters_KeepsWholeOnesUpToTheLimit()
    {
        string text = TagText.Clean("x" + string.Concat(Enumerable.Repeat("\U0001F600", 500_000)))!;

        Assert.Equal(SongTags.LongestText - 1, text.Length);
        Assert.True(char.IsLowSurrogate(text[^1]));
    }

    [Theory]
    [InlineData("Beyoncé")]
    [InlineData("Motörhead")]
    [InlineData("Sigur Rós")]
    [InlineData("Mañana, ¿qué?")]
    [InlineData("Ænima")]
    public void FromLatin_Latin_StaysAsItIs(string text) => Assert.Equal(text, TagText.FromLatin(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData("비 오는 밤")]
    [InlineData("IU - 좋은 날")]
    public void FromLatin_KoreanInEitherCoding_IsTold(string text)
    {
        Assert.Equal(text, TagText.FromLatin(CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text)));
        Assert.Equal(text, TagText.FromLatin(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, TagText.FromUtf8([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
    }
}
