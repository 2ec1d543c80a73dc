using Microsoft.Playwright;

namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class TouchTests(ChromiumFixture chromium)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
    };

    [Fact]
    public async Task Finger_DraggedOverThePicture_PlaysWhatLiesUnderItAndStopsWhenLifted()
    {
        await using OpenPage open = await chromium.OpenAsync(options: Phone);
        await open.Page.TapAsync("#start-button");
        ICDPSession devtools = await open.Page.Context.NewCDPSessionAsync(open.Page);
        ExpectedRegion boat = open.Content.Regions[4];
        ExpectedRegion tree = open.Content.Regions[5];
        await TouchAsync(devtools, "touchStart", await open.PlaceAsync(boat.X, boat.Y));
        Heard first = await open.HearAsync();
        Assert.Equal(boat.Id, first.Region);
        Assert.InRange(first.PeakHertz, boat.PeakHertz["point"] - 4, boat.PeakHertz["point"] + 4);
        await TouchAsync(devtools, "touchMove", await open.PlaceAsync(tree.X, tree.Y));
        Heard second = await open.HearAsync();
        Assert.Equal(tree.Id, second.Region);
        Assert.InRange(second.PeakHertz, tree.PeakHertz["point"] - 4, tree.PeakHertz["point"] + 4);
        await TouchAsync(devtools, "touchEnd");
        Assert.InRange((await open.HearAsync()).Level, 0, 1e-5);
    }

    [Fact]
    public async Task TwoFingers_SpreadApart_ZoomThePicture()
    {
        await using OpenPage open = await chromium.OpenAsync(options: Phone);
        await open.Page.TapAsync("#start-button");
        ICDPSession devtools = await open.Page.Context.NewCDPSessionAsync(open.Page);
        double before = (await open.Page.Locator("#world").BoundingBoxAsync())!.Width;
        (float x, float y) = await open.PlaceAsync(0.5, 0.5);
        await TouchAsync(devtools, "touchStart", (x - 20, y), (x + 20, y));
        await TouchAsync(devtools, "touchMove", (x - 40, y), (x + 40, y));
        await TouchAsync(devtools, "touchEnd");
        Assert.InRange((await open.Page.Locator("#world").BoundingBoxAsync())!.Width, before * 1.5, before * 2.5);
    }

    [Fact]
    public async Task VirtualClick_OnARegionsElement_SelectsItEvenWhereAnotherRegionCoversItsMiddle()
    {
        await using OpenPage open = await chromium.OpenAsync(options: Phone);
        await open.Page.TapAsync("#start-button");

        // What TalkBack sends: a click without a pointer.
        await open.Page.EvalOnSelectorAsync("#spots [data-region='2']", "element => element.click()");
        Assert.Equal(2, await open.CurrentAsync());
        Assert.InRange((await open.HearAsync()).Level, 0.005, 0.5);
    }

    [Fact]
    public async Task NarrowPhone_WholePage_NeedsNoSidewaysScrolling()
    {
        await using OpenPage open = await chromium.OpenAsync(options: new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true });
        Assert.Equal(360, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static async Task TouchAsync(ICDPSession devtools, string type, params (float X, float Y)[] fingers) => await devtools.SendAsync(
        "Input.dispatchTouchEvent",
        new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = fingers.Select((finger, i) => new Dictionary<string, object> { ["x"] = finger.X, ["y"] = finger.Y, ["id"] = i }).ToArray(),
        });
}
