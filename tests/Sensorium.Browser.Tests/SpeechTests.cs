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
        Assert.Equal("vivid red. 2 % of the picture|en-US", await open.Page.EvaluateAsync<string>("() => spoken.map(entry => `${entry.text}|${entry.voice}`).join()"));
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
        Assert.Equal("vivid red. 2 % of the picture", await open.Page.TextContentAsync("#live"));
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
        Assert.Equal("dark blue. 23 % of the picture", await open.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
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
        Assert.Equal("밝은 파랑. 그림의 50%|ko-KR", await open.Page.EvaluateAsync<string>("() => spoken.map(entry => `${entry.text}|${entry.voice}`).join()"));
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
}
