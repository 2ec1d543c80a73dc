namespace Sensorium.Core.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Sky = new("sky", "하늘");

    [Theory]
    [InlineData(Language.English, "sky")]
    [InlineData(Language.Korean, "하늘")]
    public void In_EachLanguage_GivesItsText(Language language, string expected) => Assert.Equal(expected, Sky.In(language));

    [Fact]
    public void In_Default_IsEmptyRatherThanNull()
    {
        Assert.Equal(string.Empty, default(LocalizedText).In(Language.English));
        Assert.Equal(string.Empty, default(LocalizedText).In(Language.Korean));
        Assert.Equal(string.Empty, default(LocalizedText).ToString());
    }

    [Fact]
    public void ToString_Any_IsEnglish() => Assert.Equal("sky", Sky.ToString());

    [Fact]
    public void DefaultLanguage_IsEnglish() => Assert.Equal(Language.English, default);
}
