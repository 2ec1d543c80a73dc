using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sensorium.Browser.Tests;

/// <summary>The map of a library in a real browser: what is pointed at, tapped or focused plays, and nothing else.</summary>
[Collection("Chromium")]
public sealed class LibraryMapTests(ChromiumFixture chromium)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task Pointer_OverAPoint_PlaysThatSongAndStopsBeside()
    {
        using MapPage map = new(40);
        IPage page = await chromium.OpenFileAsync(map.File);
        await page.ClickAsync("#sound");
        for (int song = 0; song < 3; song++)
        {
            (float x, float y) = await PlaceAsync(page, map, song);
            await page.Mouse.MoveAsync(x, y);
            await AssertPlaysAsync(page, song);
            Assert.Contains(map.Songs[song].Title, await page.TextContentAsync("#now"), StringComparison.Ordinal);
        }

        (float left, float top) = await CornerAsync(page);
        await page.Mouse.MoveAsync(left + 3, top + 3);

        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('audio').paused"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pointer_WithoutBeingAsked_PlaysNothingButNamesTheSong()
    {
        using MapPage map = new(40);
        IPage page = await chromium.OpenFileAsync(map.File);
        (float x, float y) = await PlaceAsync(page, map, 1);
        await page.Mouse.MoveAsync(x, y);

        Assert.Contains("Song 1", await page.TextContentAsync("#now"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('audio').paused"));

        await page.Mouse.ClickAsync(x, y);
        await AssertPlaysAsync(page, 1);
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('audio').paused"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Finger_OnAPoint_PlaysThatSong_AndThePhoneNeedsNoSidewaysScrolling()
    {
        using MapPage map = new(300, Language.Korean);
        IPage page = await chromium.OpenFileAsync(map.File, Phone);
        (float x, float y) = await PlaceAsync(page, map, 2);
        await page.Touchscreen.TapAsync(x, y);

        await AssertPlaysAsync(page, 2);
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keyboard_InTheTable_PlaysStopsFiltersAndShowsMore()
    {
        using MapPage map = new(250);
        IPage page = await chromium.OpenFileAsync(map.File);
        await page.FocusAsync("#filter");
        await page.Keyboard.TypeAsync("quiet");
        Assert.Equal(1, await page.Locator("#rows tr").CountAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("2", await page.EvaluateAsync<string>("() => document.activeElement.dataset.i"));
        await page.Keyboard.PressAsync("Enter");
        await AssertPlaysAsync(page, 2);
        Assert.Equal("Stop: <b>Quiet</b> & \"slow\"", await page.GetAttributeAsync("#rows button", "aria-label"));
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('audio').paused"));

        await page.FillAsync("#filter", string.Empty);
        Assert.Equal(100, await page.Locator("#rows tr").CountAsync());
        await page.FocusAsync("#more");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(200, await page.Locator("#rows tr").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Focus_WithPlayingOn_PlaysTheSongOfTheRow()
    {
        using MapPage map = new(5);
        IPage page = await chromium.OpenFileAsync(map.File);
        await page.ClickAsync("#sound");
        await page.FocusAsync("#filter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await AssertPlaysAsync(page, 0);
        await page.Keyboard.PressAsync("Tab");
        await AssertPlaysAsync(page, 1);

        // A click on a button of the table plays, and does not stop what its own focus began.
        await page.ClickAsync("#rows button[data-i='2']");
        await AssertPlaysAsync(page, 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Part_OfAFile_EndsWhereTheSongEnds()
    {
        using MapPage map = new(4);
        IPage page = await chromium.OpenFileAsync(map.File);
        await page.ClickAsync("#rows button[data-i='3']");
        await AssertPlaysAsync(page, 3);

        await page.WaitForFunctionAsync("() => document.querySelector(\"#rows button[data-i='3']\").textContent === 'Play'");

        Assert.InRange(await page.EvaluateAsync<double>("() => document.getElementById('audio').currentTime"), 4.5, 5.6);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Song_ThatIsNotThere_IsSaidSo()
    {
        using MapPage map = new(6);
        IPage page = await chromium.OpenFileAsync(map.File);
        await page.ClickAsync("#rows button[data-i='5']");

        await page.WaitForFunctionAsync("() => document.getElementById('now').textContent.includes('cannot be played')");
        Assert.Equal("Play", await page.TextContentAsync("#rows button[data-i='5']"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Song_OnAMusicServer_SaysSoAndAsksForNothing()
    {
        using MapPage map = new(7);
        IPage page = await chromium.OpenFileAsync(map.File);
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await page.ClickAsync("#rows button[data-i='6']");

        Assert.Contains("Song 6", await page.TextContentAsync("#now"), StringComparison.Ordinal);
        Assert.Contains("lies on a music server", await page.TextContentAsync("#now"), StringComparison.Ordinal);
        Assert.Equal("Play", await page.TextContentAsync("#rows button[data-i='6']"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('audio').paused"));
        Assert.Empty(asked);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280, 800, ColorScheme.Light, Language.English)]
    [InlineData(1280, 800, ColorScheme.Dark, Language.Korean)]
    [InlineData(390, 844, ColorScheme.Light, Language.Korean)]
    [InlineData(360, 640, ColorScheme.Dark, Language.English)]
    public async Task Axe_BeforeAndWhilePlaying_FindsNoViolation(int width, int height, ColorScheme scheme, Language language)
    {
        using MapPage map = new(150, language);
        IPage page = await chromium.OpenFileAsync(map.File, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await AssertCleanAsync(page, "before");
        await page.ClickAsync("#sound");
        await page.ClickAsync("#rows button[data-i='1']");
        await AssertPlaysAsync(page, 1);
        if (Environment.GetEnvironmentVariable("SENSORIUM_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"map-{width}-{scheme}.png"), FullPage = false });
        }

        await AssertCleanAsync(page, "while playing");

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TenThousandSongs_PointedAt_DrawThePointsOnce()
    {
        using MapPage map = new(10_000);
        IPage page = await chromium.OpenFileAsync(map.File);

        // Arcs that are drawn while the pointer crosses the plane: a ring a step, not ten thousand points.
        await page.EvaluateAsync("() => { window.arcs = 0; const arc = CanvasRenderingContext2D.prototype.arc; CanvasRenderingContext2D.prototype.arc = function (...all) { window.arcs++; return arc.apply(this, all); }; }");
        (float left, float top) = await CornerAsync(page);
        for (int i = 0; i < 50; i++)
        {
            await page.Mouse.MoveAsync(left + 100 + (5 * i), top + 200 + (2 * i));
        }

        Assert.InRange(await page.EvaluateAsync<int>("() => window.arcs"), 10, 100);
        Assert.Equal("100 / 10000", await page.TextContentAsync("#count"));
        if (Environment.GetEnvironmentVariable("SENSORIUM_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "map-10000.png") });
        }

        await page.Context.CloseAsync();
    }

    private static async Task AssertPlaysAsync(IPage page, int song)
    {
        await page.WaitForFunctionAsync(
            "([length, name]) => { const a = document.getElementById('audio'); return !a.paused && a.currentTime > 0 && Math.abs(a.duration - length) < 0.1 && a.src.includes(name); }",
            new object[] { MapPage.LengthOf(song), $"%20%23{song}%25.wav" });
    }

    private static async Task<(float X, float Y)> CornerAsync(IPage page)
    {
        await page.Locator("#plane").ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await page.Locator("#plane").BoundingBoxAsync())!;
        return (box.X, box.Y);
    }

    // Where a song lies, by the plane's own rule: a margin of 28 around -1..1 on both axes.
    private static async Task<(float X, float Y)> PlaceAsync(IPage page, MapPage map, int song)
    {
        (float left, float top) = await CornerAsync(page);
        int size = await page.EvaluateAsync<int>("() => document.getElementById('plane').clientWidth");
        Affect affect = map.Songs[song].Song.Percept.Affect;
        return ((float)(left + 1 + 28 + ((affect.Valence.Mean + 1) / 2 * (size - 56))), (float)(top + 1 + 28 + ((1 - affect.Arousal.Mean) / 2 * (size - 56))));
    }

    private static async Task AssertCleanAsync(IPage page, string when)
    {
        AxeResult result = await page.RunAxe();
        string[] found = [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{when}: {rule.Id}: {node.Html}"))];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
        Assert.NotEmpty(result.Passes);
    }
}
