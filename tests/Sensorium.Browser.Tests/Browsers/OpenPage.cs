using System.Text.Json;
using Microsoft.Playwright;

namespace Sensorium.Browser.Tests;

/// <summary>A page in a browser, and what a reader does with it.</summary>
internal sealed class OpenPage(PageUnderTest content, IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> _requests = [];
    private readonly List<string> _errors = [];

    public PageUnderTest Content => content;

    public IPage Page => page;

    /// <summary>Everything asked of the network or the disk besides the page itself and its own data URLs.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Errors and warnings of the page's console, and exceptions that nothing caught.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public async Task LoadAsync()
    {
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && request.Url != new Uri(content.File).AbsoluteUri)
            {
                _requests.Add(request.Url);
            }
        };
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add(message.Text);
            }
        };
        await page.GotoAsync(new Uri(content.File).AbsoluteUri);
        await page.EvaluateAsync("() => sensorium.ready.then(() => true)");
    }

    /// <summary>Presses the start button.</summary>
    public async Task StartAsync()
    {
        await page.ClickAsync("#start-button");
        await page.WaitForFunctionAsync("() => sensorium.context?.state === 'running'");
    }

    /// <summary>Where a place of the picture lies in the window.</summary>
    public async Task<(float X, float Y)> PlaceAsync(double x, double y)
    {
        await page.Locator("#map").ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = await page.Locator("#world").BoundingBoxAsync() ?? throw new InvalidOperationException("The picture is not shown.");
        return ((float)(box.X + (x * box.Width)), (float)(box.Y + (y * box.Height)));
    }

    public async Task HoverAsync(ExpectedRegion region)
    {
        (float x, float y) = await PlaceAsync(region.X, region.Y);
        await page.Mouse.MoveAsync(x, y);
    }

    public Task<int?> CurrentAsync() => page.EvaluateAsync<int?>("() => sensorium.current");

    /// <summary>Waits until the analyser's window holds nothing but the sound that is on now, then measures it.</summary>
    public async Task<Heard> HearAsync()
    {
        JsonElement heard = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const start = sensorium.context.currentTime;
              const window = sensorium.analyser.fftSize / sensorium.context.sampleRate;
              while (sensorium.context.currentTime < start + window + 0.2) await new Promise(resolve => setTimeout(resolve, 20));
              return { level: sensorium.loudness(), peak: sensorium.peakHertz(), current: sensorium.current };
            }
            """);
        return new Heard(heard.GetProperty("level").GetDouble(), heard.GetProperty("peak").GetDouble(), heard.GetProperty("current").ValueKind == JsonValueKind.Null ? null : heard.GetProperty("current").GetInt32());
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
