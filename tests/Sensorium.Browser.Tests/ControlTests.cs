namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class ControlTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Page_BeforeStart_MakesNoSoundWhateverIsTouched()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.HoverAsync(open.Content.Regions[1]);
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.False(await open.Page.EvaluateAsync<bool>("() => sensorium.context !== undefined"));
    }

    [Fact]
    public async Task Picture_ClickedBesideTheStartPanel_StartsToo()
    {
        await using OpenPage open = await chromium.OpenAsync();
        (float x, float y) = await open.PlaceAsync(0.02, 0.02);
        await open.Page.Mouse.ClickAsync(x, y);
        Assert.True(await open.Page.EvaluateAsync<bool>("() => sensorium.context !== undefined"));
        Assert.False(await open.Page.IsVisibleAsync("#start"));
    }

    [Fact]
    public async Task Volume_Halved_QuartersTheLevel()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.FillAsync("#volume", "80");
        await open.HoverAsync(open.Content.Regions[3]);
        await open.HearAsync();
        double loud = (await open.HearAsync()).Level;
        await open.Page.FillAsync("#volume", "40");
        await open.HoverAsync(open.Content.Regions[3]);
        await open.HearAsync();
        double soft = (await open.HearAsync()).Level;
        Assert.InRange(loud / soft, 3.8, 4.2);
    }

    [Fact]
    public async Task SoundSet_Changed_PlaysTheOtherSprite()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[3]);

        // The level rises from silence over the first second.
        await open.HearAsync();
        await open.HearAsync();
        double plain = (await open.HearAsync()).Level;
        await open.Page.SelectOptionAsync("#sets", "soft");
        await open.HearAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        await open.HoverAsync(open.Content.Regions[3]);

        // The soft set is the plain one at a fifth of its level.
        Assert.InRange(plain / (await open.HearAsync()).Level, 4.8, 5.2);
    }

    [Fact]
    public async Task PitchRange_Moved_TakesTheSoundsWithItInTheKey()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.FillAsync("#lowest", "57");
        await open.Page.FillAsync("#highest", "81");
        await open.HoverAsync(open.Content.Regions[5]);

        // The tree lies at height 7/31: of the 15 notes of A minor in 57..81 the third (index round(3.16)), D4 = MIDI 62.
        double expected = 440 * Math.Pow(2, (62 - 69) / 12.0);
        Assert.InRange((await open.HearAsync()).PeakHertz, expected - 4, expected + 4);
        Assert.Contains("D4", await open.Page.TextContentAsync("#caption-sound"), StringComparison.Ordinal);
        await open.Page.ClickAsync("#range-reset");
        await open.HoverAsync(open.Content.Regions[3]);
        await open.HoverAsync(open.Content.Regions[5]);
        Assert.InRange((await open.HearAsync()).PeakHertz, open.Content.Regions[5].PeakHertz["point"] - 4, open.Content.Regions[5].PeakHertz["point"] + 4);
    }

    [Fact]
    public async Task Continuous_WithinOneObject_BendsThePitchWithTheLightness()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.SelectOptionAsync("#play", "continuous");
        ExpectedRegion shallow = open.Content.Regions[8];
        ExpectedRegion deep = open.Content.Regions[9];
        await open.HoverAsync(shallow);
        Heard light = await open.HearAsync();
        await open.HoverAsync(deep);
        Heard dark = await open.HearAsync();
        Assert.Equal(2, light.Region);
        Assert.Equal(2, dark.Region);
        Assert.True(dark.PeakHertz < light.PeakHertz * 0.9, $"{dark.PeakHertz} Hz under {light.PeakHertz} Hz");
    }

    [Fact]
    public async Task Scan_Running_SoundsTheColumnsAndStopsOnEscape()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.FillAsync("#scan-seconds", "3");
        await open.Page.FocusAsync("#map");
        await open.Page.Keyboard.PressAsync("s");
        await open.Page.WaitForFunctionAsync("() => sensorium.sounding.includes('4')");
        Assert.True(await open.Page.IsVisibleAsync("#sweep"));
        Assert.DoesNotContain("5", await open.Page.EvaluateAsync<string[]>("() => sensorium.sounding"));
        await open.Page.WaitForFunctionAsync("() => sensorium.sounding.includes('5')");
        Assert.True(await open.Page.EvaluateAsync<double>("() => sensorium.loudness()") > 0.005);
        Assert.Contains("Flute", await open.Page.TextContentAsync("#caption-sound"), StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.InRange((await open.HearAsync()).Level, 0, 1e-5);
        Assert.False(await open.Page.IsVisibleAsync("#sweep"));
    }

    [Fact]
    public async Task ContentsList_Clicked_GoesToTheRegionAndItsLevel()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.ClickAsync("#toggle-1");
        await open.Page.ClickAsync("#branch-1 button.row >> nth=1");
        Assert.Equal(7, await open.CurrentAsync());
        Assert.Equal("part", await open.Page.EvaluateAsync<string>("() => sensorium.level"));
        Assert.InRange((await open.HearAsync()).PeakHertz, open.Content.Regions[7].PeakHertz["point"] - 4, open.Content.Regions[7].PeakHertz["point"] + 4);
    }

    [Fact]
    public async Task Settings_Changed_AreKeptForTheNextVisit()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.FillAsync("#volume", "35");
        await open.Page.FillAsync("#lowest", "50");
        await open.Page.FillAsync("#scan-seconds", "20");
        await open.Page.SelectOptionAsync("#vision", "tritan");
        await open.Page.SelectOptionAsync("#play", "continuous");
        await open.Page.SelectOptionAsync("#sets", "soft");
        await open.Page.SelectOptionAsync("#speech", "off");
        await open.Page.ClickAsync("#language");
        await open.Page.ReloadAsync();
        await open.Page.EvaluateAsync("() => sensorium.ready.then(() => true)");
        foreach ((string id, string value) in new[] { ("volume", "35"), ("lowest", "50"), ("scan-seconds", "20"), ("vision", "tritan"), ("play", "continuous"), ("sets", "soft"), ("speech", "off") })
        {
            Assert.Equal(value, await open.Page.InputValueAsync($"#{id}"));
        }

        Assert.Equal("ko", await open.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task Settings_BrokenOrForbiddenStorage_FallsBackToTheDefaults()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: """
            Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
            """);
        await open.StartAsync();
        Assert.Equal("70", await open.Page.InputValueAsync("#volume"));
        await open.Page.FillAsync("#volume", "20");
        Assert.Equal("20 %", await open.Page.TextContentAsync("#volume-value"));
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Settings_OfTheWrongKind_AreIgnored()
    {
        await using OpenPage open = await chromium.OpenAsync(prepare: """
            localStorage.setItem('sensorium.page.1', '{"volume":"loud","vision":"x-ray","lowest":-5,"language":7,"scanSeconds":25}');
            """);
        Assert.Equal("70", await open.Page.InputValueAsync("#volume"));
        Assert.Equal("normal", await open.Page.InputValueAsync("#vision"));
        Assert.Equal("25", await open.Page.InputValueAsync("#scan-seconds"));
    }
}
