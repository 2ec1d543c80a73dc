using System.Text.Json.Nodes;

namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class FirefoxTests(ChromiumFixture pages)
{
    [Fact]
    public async Task Firefox_OpeningThePage_DecodesTheSoundsAndPlaysRegions()
    {
        string path = BrowserLocator.Require(BrowserLocator.Firefox(), "Firefox", "SENSORIUM_FIREFOX");
        PageUnderTest page = await pages.PageAsync();
        await using Firefox firefox = await Firefox.LaunchAsync(path);
        await firefox.NavigateAsync(new Uri(page.File).AbsoluteUri);
        await firefox.EvaluateAsync("sensorium.ready.then(() => true)");
        (int startX, int startY) = await MiddleAsync(firefox, "#start-button");
        await firefox.ClickAsync(startX, startY);
        await firefox.EvaluateAsync("sensorium.context.resume().then(() => true)");
        foreach (ExpectedRegion region in page.AtLevel("object"))
        {
            JsonNode heard = await HearAsync(firefox, $"document.querySelector('#spots [data-region=\"{region.Id}\"]').focus()");
            Assert.Equal(region.Id, heard["current"]!.GetValue<int>());
            Assert.InRange(heard["level"]!.GetValue<double>(), 0.005, 0.5);
            Assert.InRange(heard["peak"]!.GetValue<double>(), region.PeakHertz["point"] - 4, region.PeakHertz["point"] + 4);
        }

        (int left, int top, int width, int height) = await BoxAsync(firefox, "#world");
        ExpectedRegion boat = page.Regions[4];
        await firefox.MoveAsync((int)(left + (boat.X * width)), (int)(top + (boat.Y * height)));
        JsonNode hovered = await HearAsync(firefox, "0");
        Assert.Equal(boat.Id, hovered["current"]!.GetValue<int>());
        Assert.InRange(hovered["peak"]!.GetValue<double>(), boat.PeakHertz["point"] - 4, boat.PeakHertz["point"] + 4);
        Assert.Empty(firefox.Errors);
    }

    private static async Task<JsonNode> HearAsync(Firefox firefox, string action) => await firefox.EvaluateAsync($$"""
        (async () => {
          {{action}};
          const start = sensorium.context.currentTime;
          const window = sensorium.analyser.fftSize / sensorium.context.sampleRate;
          while (sensorium.context.currentTime < start + window + 0.2) await new Promise(resolve => setTimeout(resolve, 20));
          return { level: sensorium.loudness(), peak: sensorium.peakHertz(), current: sensorium.current };
        })()
        """) ?? throw new InvalidOperationException("Firefox measured nothing.");

    private static async Task<(int X, int Y)> MiddleAsync(Firefox firefox, string selector)
    {
        (int left, int top, int width, int height) = await BoxAsync(firefox, selector);
        return (left + (width / 2), top + (height / 2));
    }

    private static async Task<(int Left, int Top, int Width, int Height)> BoxAsync(Firefox firefox, string selector)
    {
        JsonNode? box = await firefox.EvaluateAsync($"(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect(); return [box.left, box.top, box.width, box.height].map(Math.round); }})()");
        return (box![0]!.GetValue<int>(), box[1]!.GetValue<int>(), box[2]!.GetValue<int>(), box[3]!.GetValue<int>());
    }
}
