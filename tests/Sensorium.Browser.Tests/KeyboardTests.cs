namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class KeyboardTests(ChromiumFixture chromium)
{
    private static readonly string[] Arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

    [Theory]
    [InlineData("object")]
    [InlineData("part")]
    public async Task Arrows_WalkedFromEveryRegion_ReachEveryRegionOfTheLevel(string level)
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.ClickAsync($"#level-{level}");
        await open.Page.FocusAsync("#map");
        HashSet<int> wanted = [.. open.Content.AtLevel(level).Select(region => region.Id)];
        await open.Page.Keyboard.PressAsync("Home");
        int start = await open.CurrentAsync() ?? -1;

        // Breadth first: the way to each region is walked anew from the first one.
        Dictionary<int, string[]> ways = new() { [start] = [] };
        Queue<int> waiting = new([start]);
        while (waiting.TryDequeue(out int from) && ways.Count < wanted.Count)
        {
            foreach (string arrow in Arrows)
            {
                await open.Page.Keyboard.PressAsync("Home");
                foreach (string step in ways[from])
                {
                    await open.Page.Keyboard.PressAsync(step);
                }

                await open.Page.Keyboard.PressAsync(arrow);
                int to = await open.CurrentAsync() ?? -1;
                if (ways.TryAdd(to, [.. ways[from], arrow]))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        Assert.Equal(wanted.Order(), ways.Keys.Order());
    }

    [Fact]
    public async Task PageDown_ThroughTheList_VisitsEveryRegionAndPlaysIt()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        List<int> visited = [];
        await open.Page.Keyboard.PressAsync("Home");
        foreach (ExpectedRegion region in open.Content.AtLevel("object"))
        {
            Heard heard = await open.HearAsync();
            visited.Add(heard.Region ?? -1);
            ExpectedRegion at = open.Content.Regions[heard.Region ?? 0];
            Assert.InRange(heard.PeakHertz, at.PeakHertz["point"] - 4, at.PeakHertz["point"] + 4);
            await open.Page.Keyboard.PressAsync("PageDown");
        }

        Assert.Equal(open.Content.AtLevel("object").Select(region => region.Id).Order(), visited.Order());
    }

    [Fact]
    public async Task EnterAndBackspace_FromAnObject_GoDownAndUpTheTree()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("Home");
        int? start = await open.CurrentAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("part", await open.Page.EvaluateAsync<string>("() => sensorium.level"));
        Assert.NotEqual(start, await open.CurrentAsync());
        await open.Page.Keyboard.PressAsync("Backspace");
        Assert.Equal(start, await open.CurrentAsync());
        await open.Page.Keyboard.PressAsync("Backspace");
        Assert.Equal(0, await open.CurrentAsync());
        Assert.Equal("whole", await open.Page.EvaluateAsync<string>("() => sensorium.level"));
    }

    [Fact]
    public async Task Space_Pressed_TogglesTheSound()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("Home");
        await open.Page.Keyboard.PressAsync(" ");
        Assert.InRange((await open.HearAsync()).Level, 0, 1e-5);
        Assert.Equal("false", await open.Page.GetAttributeAsync("#sound", "aria-pressed"));
        await open.Page.Keyboard.PressAsync(" ");
        Assert.InRange((await open.HearAsync()).Level, 0.005, 0.5);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("reader")]
    public async Task Escape_WhileSounding_FallsSilentLeavesTheMapAndSaysSo(string speech)
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.Page.CheckAsync($"input[name=start-speech][value={speech}]");
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("Home");
        Assert.InRange((await open.HearAsync()).Level, 0.005, 0.5);
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.InRange((await open.HearAsync()).Level, 0, 1e-5);
        Assert.Equal("sound", await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal("You have left the sound map.", await open.Page.TextContentAsync("#live"));
    }

    [Fact]
    public async Task Tab_FromTheTop_ReachesEveryControl()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        string[] wanted = await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, select, input, [role=application]')]
              .filter(element => element.checkVisibility() && !element.closest('#spots, dialog')).map((element, i) => element.id || (element.id = `control-${i}`))
            """);
        await open.Page.EvaluateAsync("() => document.activeElement.blur()");
        HashSet<string> reached = [];
        for (int i = 0; i < wanted.Length + 20; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await open.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }

        Assert.Empty(wanted.Except(reached));
        Assert.Contains("map", reached);
    }

    [Fact]
    public async Task Focus_OnARegionsElement_PlaysIt()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.Page.CheckAsync("input[name=start-speech][value=reader]");
        await open.StartAsync();
        foreach (ExpectedRegion region in open.Content.AtLevel("object"))
        {
            await open.Page.FocusAsync($"#spots [data-region='{region.Id}']");
            Heard heard = await open.HearAsync();
            Assert.Equal(region.Id, heard.Region);
            Assert.InRange(heard.PeakHertz, region.PeakHertz["point"] - 4, region.PeakHertz["point"] + 4);
        }
    }

    [Fact]
    public async Task Zoom_ByKeys_EnlargesThePictureAndComesBack()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        double before = await WidthAsync(open);
        await open.Page.Keyboard.PressAsync("+");
        Assert.Equal(before * 1.5, await WidthAsync(open), 1.0);
        await open.Page.Keyboard.PressAsync("-");
        Assert.Equal(before, await WidthAsync(open), 1.0);
        await open.Page.Keyboard.PressAsync("+");
        await open.Page.Keyboard.PressAsync("+");
        await open.Page.Keyboard.PressAsync("0");
        Assert.Equal(before, await WidthAsync(open), 1.0);
    }

    [Fact]
    public async Task Zoomed_HoveredRegions_AreStillTheOnesUnderThePointer()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("+");
        ExpectedRegion boat = open.Content.Regions[4];
        await open.HoverAsync(boat);
        Assert.Equal(4, await open.CurrentAsync());
    }

    [Fact]
    public async Task QuestionMark_Pressed_OpensTheHelpAndEscapeClosesIt()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.Keyboard.PressAsync("?");
        Assert.True(await open.Page.IsVisibleAsync("#help"));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await open.Page.IsVisibleAsync("#help"));
    }

    private static async Task<double> WidthAsync(OpenPage open) => (await open.Page.Locator("#world").BoundingBoxAsync())!.Width;
}
