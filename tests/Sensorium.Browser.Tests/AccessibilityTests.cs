using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class AccessibilityTests(ChromiumFixture chromium)
{
    public static TheoryData<int, int, ColorScheme, Language> Views => new()
    {
        { 1280, 800, ColorScheme.Light, Language.English },
        { 1280, 800, ColorScheme.Dark, Language.Korean },
        { 390, 844, ColorScheme.Light, Language.Korean },
        { 360, 640, ColorScheme.Dark, Language.English },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_BeforeAndAfterStartAndInHelp_FindsNoViolation(int width, int height, ColorScheme scheme, Language language)
    {
        await using OpenPage open = await chromium.OpenAsync(
            await chromium.PageAsync("harbour.png", null, language),
            new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await AssertCleanAsync(open, "before the start");
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        await open.Page.ClickAsync("#toggle-1");
        await open.Page.SelectOptionAsync("#vision", "deutan");
        await AssertCleanAsync(open, "while exploring");
        await open.Page.ClickAsync("#help-open");
        await AssertCleanAsync(open, "with the help open");
    }

    [Fact]
    public async Task Zoomed200Percent_Reflows_WithoutSidewaysScrolling()
    {
        await using OpenPage open = await chromium.OpenAsync(options: new() { ViewportSize = new() { Width = 640, Height = 400 } });
        await open.StartAsync();
        Assert.Equal(640, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Regions_InTheAccessibilityTree_AreNamedElementsAtTheirPlace()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        foreach (ExpectedRegion region in open.Content.AtLevel("object"))
        {
            (float x, float y) = await open.PlaceAsync(region.X, region.Y);
            string under = await open.Page.EvaluateAsync<string>("([x, y]) => document.elementFromPoint(x, y).getAttribute('aria-label')", new double[] { x, y });
            Assert.StartsWith(region.Name.English, under, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_BeforeIt_IsAModalDialogWithTheFocusAndNothingElseIsReached()
    {
        await using OpenPage open = await chromium.OpenAsync();
        Assert.Equal("start-button", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal("true", await open.Page.GetAttributeAsync("[role=dialog]#start", "aria-modal"));
        HashSet<string> reached = [];
        for (int i = 0; i < 12; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await open.Page.EvaluateAsync<string>("() => document.activeElement.closest('#start, body').id"));
        }

        // From the last element of the dialog the focus leaves the page, which leaves it on the body.
        Assert.Empty(reached.Except(["start", string.Empty]));
        Assert.Contains("start", reached);
        await open.Page.FocusAsync("#start-button");
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("map", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task ReducedMotion_Asked_LeavesNoTransition()
    {
        await using OpenPage open = await chromium.OpenAsync(options: new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("0s", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#scan')).transitionDuration"));
    }

    private static async Task AssertCleanAsync(OpenPage open, string when)
    {
        AxeResult result = await open.Page.RunAxe();
        string[] found = [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{when}: {rule.Id}: {node.Html}"))];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
        Assert.NotEmpty(result.Passes);
    }
}
