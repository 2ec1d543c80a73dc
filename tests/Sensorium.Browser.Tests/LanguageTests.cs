using System.Text.RegularExpressions;

namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed partial class LanguageTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Korean_WholePage_HasNoEnglishSentence()
    {
        await using OpenPage open = await chromium.OpenAsync(await chromium.PageAsync("harbour.png", null, Language.Korean));
        Assert.Equal("ko", await open.Page.GetAttributeAsync("html", "lang"));
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("h");
        string words = await open.Page.EvaluateAsync<string>("""
            () => {
              const labels = [...document.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label'));
              const rangeTexts = [...document.querySelectorAll('[aria-valuetext]')].map(element => element.getAttribute('aria-valuetext'));
              return [document.body.innerText, ...labels, ...rangeTexts].join('\n');
            }
            """);
        Assert.DoesNotContain("undefined", words, StringComparison.Ordinal);
        string[] english = [.. EnglishWord().Matches(words).Select(match => match.Value).Distinct()];

        // Names of keys, of the file and of the other language stay as they are.
        Assert.Equal([], english.Except(["harbour", "png", "English", "Page", "Down", "Home", "End", "Enter", "Backspace", "Space", "Esc"]));
    }

    [Fact]
    public async Task English_WholePage_HasNoKoreanButTheLanguageButton()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        string words = await open.Page.EvaluateAsync<string>("() => [document.body.innerText, ...[...document.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label'))].join('\\n')");
        Assert.DoesNotContain("undefined", words, StringComparison.Ordinal);
        Assert.Equal(["한국어"], Hangul().Matches(words).Select(match => match.Value).Distinct());
    }

    [Fact]
    public async Task LanguageButton_Pressed_ChangesEverythingAtOnce()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        Assert.Equal("vivid red", await open.Page.TextContentAsync("#caption-name"));
        await open.Page.EvalOnSelectorAsync("#language", "button => button.click()");
        Assert.Equal("선명한 빨강", await open.Page.TextContentAsync("#caption-name"));
        Assert.Equal("선명한 빨강, 왼쪽. 그림의 2%", await open.Page.GetAttributeAsync("#spots [data-region='4']", "aria-label"));
        Assert.Contains("오보에 라(A2)", await open.Page.TextContentAsync("#caption-sound"), StringComparison.Ordinal);
        Assert.Contains("가단조", await open.Page.TextContentAsync("#mood"), StringComparison.Ordinal);
    }

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"[\uAC00-\uD7A3]+")]
    private static partial Regex Hangul();
}
