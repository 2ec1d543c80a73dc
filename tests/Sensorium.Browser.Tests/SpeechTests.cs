namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class SpeechTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Rest_WithThePagesVoice_IsSpokenByALocalVoiceAndNotAnnounced()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.StartAsync();
        ExpectedRegion boat = open.Content.Regions[4];
        await open.HoverAsync(boat);
        await open.Page.WaitForFunctionAsync("() => spoken.length > 0");
        Assert.Equal("vivid red, left. 2 % of the picture|en-US", await open.Page.EvaluateAsync<string>("() => spoken.map(entry => `${entry.text}|${entry.voice}`).join()"));
        Assert.Empty(await open.Page.TextContentAsync("#live") ?? string.Empty);
    }

    [Fact]
    public async Task Keys_WithThePagesVoice_LeaveTheFocusSoThatAScreenReaderKeepsQuiet()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.WaitForFunctionAsync("() => spoken.length > 0");
        Assert.Equal("map", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Empty(await open.Page.TextContentAsync("#live") ?? string.Empty);
    }

    [Fact]
    public async Task Rest_WithTheScreenReader_IsAnnouncedAndNotSpoken()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.Page.CheckAsync("input[name=start-speech][value=reader]");
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        await open.Page.WaitForFunctionAsync("() => document.querySelector('#live').textContent !== ''");
        Assert.Equal("vivid red, left. 2 % of the picture", await open.Page.TextContentAsync("#live"));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => spoken.length"));
    }

    [Fact]
    public async Task Keys_WithTheScreenReader_MoveTheFocusOntoTheNamedElement()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.Page.CheckAsync("input[name=start-speech][value=reader]");
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("Home");
        await open.Page.Keyboard.PressAsync("PageDown");
        Assert.Equal("dark blue, middle. 23 % of the picture", await open.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        Assert.Equal("application", await open.Page.EvaluateAsync<string>("() => document.activeElement.closest('[role]').getAttribute('role')"));

        // Past the 400 ms after which a resting place would be named: the screen reader has already read the element.
        await open.HearAsync();
        Assert.Empty(await open.Page.TextContentAsync("#live") ?? string.Empty);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => spoken.length"));
    }

    [Fact]
    public async Task SayKey_InKorean_SpeaksKoreanWithAKoreanVoice()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("l");
        await open.Page.Keyboard.PressAsync("Home");
        await open.Page.Keyboard.PressAsync("c");
        Assert.Equal("한국어|ko-KR,밝은 파랑, 위. 그림의 50%|ko-KR", await open.Page.EvaluateAsync<string>("() => spoken.map(entry => `${entry.text}|${entry.voice}`).join()"));
    }

    [Fact]
    public async Task SpeechOff_AfterRest_IsNeitherSpokenNorAnnounced()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: FakeVoices.Script);
        await open.Page.CheckAsync("input[name=start-speech][value=off]");
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        await open.HearAsync();
        await open.HearAsync();
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => spoken.length"));
        Assert.Empty(await open.Page.TextContentAsync("#live") ?? string.Empty);
    }

    [Theory]
    [InlineData(1, "light blue, top. 50 % of the picture")]
    [InlineData(3, "light greyish yellow, bottom")]
    [InlineData(4, "vivid red, left")]
    [InlineData(5, "dark green, right")]
    public async Task Names_OfRegions_TellTheirPlace(int region, string name)
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        Assert.StartsWith(name, await open.Page.GetAttributeAsync($"#spots [data-region='{region}']", "aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("l", "한국어")]
    [InlineData("+", "Zoom 150 %")]
    [InlineData("0", "Zoom 100 %")]
    [InlineData(" ", "Sound off")]
    [InlineData("s", "harbour.png. Scan started. It repeats until you stop it.")]
    [InlineData("s s", "Scan stopped.")]
    [InlineData("Backspace Home", "Press Enter for its objects.")]
    [InlineData("Backspace ArrowLeft", "Press Enter for its objects.")]
    public async Task Keys_WithTheScreenReader_AnnounceWhatTheyDid(string keys, string words)
    {
        await using OpenPage open = await OpenForAReaderAsync();
        string[] pressed = keys == " " ? [keys] : keys.Split(' ');
        foreach (string key in pressed)
        {
            await open.Page.Keyboard.PressAsync(key);
        }

        await AssertAnnouncedAsync(open, words);
    }

    [Theory]
    [InlineData(Language.English, "No parts here.")]
    [InlineData(Language.Korean, "더 나눌 부분이 없습니다.")]
    public async Task Enter_OnAnObjectWithoutParts_SaysSoAndStays(Language language, string words)
    {
        await using OpenPage open = await OpenForAReaderAsync(language);
        int lonely = open.Content.AtLevel("object").First(region => region.IsLeaf).Id;
        await open.Page.FocusAsync($"#spots [data-region='{lonely}']");
        await open.Page.Keyboard.PressAsync("Enter");
        await AssertAnnouncedAsync(open, words);
        Assert.Equal("object", await open.Page.EvaluateAsync<string>("() => sensorium.level"));
        Assert.Equal(lonely, await open.CurrentAsync());
    }

    private async Task<OpenPage> OpenForAReaderAsync(Language language = Language.English)
    {
        OpenPage open = await chromium.OpenAsync(await chromium.PageAsync("harbour.png", null, language), prepare: FakeVoices.Script);
        await open.Page.CheckAsync("input[name=start-speech][value=reader]");
        await open.StartAsync();
        return open;
    }

    private static async Task AssertAnnouncedAsync(OpenPage open, string words)
    {
        // Announcements follow 30 ms after the key; the last one stays.
        await open.HearAsync();
        Assert.Equal(words, await open.Page.TextContentAsync("#live"));
    }
}
