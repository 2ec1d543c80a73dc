namespace Sensorium.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("ko_KR.UTF-8", null, null, true)]
    [InlineData(null, null, "ko_KR.UTF-8", true)]
    [InlineData(null, "ko", "en_US.UTF-8", true)]
    [InlineData("en_US.UTF-8", null, "ko_KR.UTF-8", false)]
    [InlineData("kok_IN", null, null, false)]
    [InlineData("", "", "", false)]
    public void Of_Locale_FollowsPosixOrder(string? all, string? messages, string? lang, bool korean)
    {
        Dictionary<string, string?> environment = new() { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang };

        Assert.Equal(korean ? Language.Korean : Language.English, LanguageChoice.Of([], environment.GetValueOrDefault));
    }

    [Theory]
    [InlineData("--lang", "ko")]
    [InlineData("--lang=ko")]
    [InlineData("hear", "--lang", "KO")]
    public void Of_Option_WinsOverLocale(params string[] args) =>
        Assert.Equal(Language.Korean, LanguageChoice.Of(args, _ => "en_US.UTF-8"));

    [Fact]
    public void Of_AfterDoubleDash_IsAFileName() =>
        Assert.Equal(Language.English, LanguageChoice.Of(["hear", "--", "--lang", "ko"], _ => null));

    [Fact]
    public async Task Error_KoreanLocale_IsKorean()
    {
        ProgramResult result = await ProgramRun.RunAsync(["haer"], null, ("LC_ALL", "ko_KR.UTF-8"));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("sensorium: \"haer\" 명령은 없습니다. 혹시 이것입니까: hear\n", result.Error);
    }
}
