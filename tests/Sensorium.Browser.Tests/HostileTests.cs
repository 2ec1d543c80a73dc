namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class HostileTests(ChromiumFixture chromium)
{
    private const string Label = "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 2\">{{script}}";

    [Theory]
    [InlineData("</script><script>window.broken = 1</script>.png")]
    [InlineData("\"><img src=x onerror='window.broken = 2'>&amp;<!--.png")]
    [InlineData("</title></style><svg onload=window.broken=3> {{map}} \u2028 \\u003c \\.png")]
    public async Task Strings_OfAStranger_StayText(string title)
    {
        PageUnderTest page = await chromium.PageAsync(title, Label, Language.English);
        await using OpenPage open = await chromium.OpenAsync(page);
        await open.StartAsync();
        await open.HoverAsync(page.Regions[4]);
        Assert.Equal(title, await open.Page.TitleAsync());
        Assert.Equal(title, await open.Page.TextContentAsync("#title"));
        Assert.Equal(Label, await open.Page.TextContentAsync("#caption-name"));
        Assert.Equal(title, await open.Page.GetAttributeAsync("#picture", "alt"));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => window.broken === undefined"));
        Assert.Empty(open.Requests);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Page_UsedInFull_AsksNothingOfTheNetwork()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.HoverAsync(open.Content.Regions[4]);
        await open.Page.SelectOptionAsync("#vision", "protan");
        await open.Page.SelectOptionAsync("#play", "continuous");
        await open.Page.SelectOptionAsync("#sets", "soft");
        await open.Page.ClickAsync("#scan");
        await open.HearAsync();
        Assert.Empty(open.Requests);
        Assert.Empty(open.Errors);
    }

    [Theory]
    [InlineData("fetch('https://example.org/')")]
    [InlineData("new Promise((resolve, reject) => { const image = new Image(); image.onload = resolve; image.onerror = reject; image.src = 'https://example.org/a.png'; })")]
    [InlineData("new Promise((resolve, reject) => { const script = document.createElement('script'); script.onload = resolve; script.onerror = reject; script.src = 'https://example.org/a.js'; document.head.append(script); })")]
    public async Task Policy_AgainstAnythingFromOutside_Refuses(string attempt)
    {
        await using OpenPage open = await chromium.OpenAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>($"() => {attempt}.then(() => false, () => true)"));
        Assert.Contains(open.Errors, error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
