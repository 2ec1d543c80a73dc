using Microsoft.Playwright;

namespace Sensorium.Browser.Tests;

/// <summary>One Chromium and the synthetic pages, shared by all tests of the collection.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--autoplay-policy=document-user-activation-required",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("sensorium-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PageUnderTest? _page;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The page that most tests open.</summary>
    public async Task<PageUnderTest> PageAsync() => _page ??= await SyntheticPage.WriteAsync(_folder);

    /// <summary>A page with another title, label or language.</summary>
    internal async Task<PageUnderTest> PageAsync(string title, string? label, Language language) => await SyntheticPage.WriteAsync(_folder, title, label, language);

    /// <summary>Opens a page from disk in a fresh profile and waits until its sounds are decoded.</summary>
    /// <param name="page">The page; the usual one by default.</param>
    /// <param name="options">Screen, touch, colour scheme.</param>
    /// <param name="prepare">A script that runs before the page's own.</param>
    internal async Task<OpenPage> OpenAsync(PageUnderTest? page = null, BrowserNewContextOptions? options = null, string? prepare = null)
    {
        page ??= await PageAsync();
        IBrowser browser = await BrowserAsync();
        IBrowserContext context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        if (prepare is not null)
        {
            await context.AddInitScriptAsync(prepare);
        }

        OpenPage open = new(page, context, await context.NewPageAsync());
        await open.LoadAsync();
        return open;
    }

    /// <summary>Opens any other page from disk in a fresh profile.</summary>
    /// <param name="file">The page.</param>
    /// <param name="options">Screen, touch, colour scheme.</param>
    internal async Task<IPage> OpenFileAsync(string file, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await (await BrowserAsync()).NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IBrowser> BrowserAsync()
    {
        if (_browser is null)
        {
            string path = BrowserLocator.Require(BrowserLocator.Chromium(), "Chromium", "SENSORIUM_CHROMIUM");
            _playwright ??= await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Arguments });
        }

        return _browser;
    }
}
