namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class VisionTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData("protan")]
    [InlineData("deutan")]
    [InlineData("tritan")]
    public async Task ColourView_Chosen_PlaysThatDeficiencysVoice(string vision)
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.SelectOptionAsync("#vision", vision);
        foreach (ExpectedRegion region in open.Content.AtLevel("object"))
        {
            await open.HoverAsync(region);
            Heard heard = await open.HearAsync();
            Assert.Equal(region.Id, heard.Region);
            Assert.InRange(heard.PeakHertz, region.PeakHertz[vision] - 6, region.PeakHertz[vision] + 6);
        }
    }

    [Fact]
    public async Task ColourView_Deutan_ShowsThePictureThroughTheMatrix()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.querySelector('#simulated').hidden"));
        await open.Page.SelectOptionAsync("#vision", "deutan");

        // The boat's (190, 50, 40) by Machado 2009: linear (.5149, .0319, .0212) -> (.2118, .1667, .0158).
        int[] shown = await open.Page.EvaluateAsync<int[]>("""
            () => {
              const canvas = document.querySelector('#simulated');
              return [...canvas.getContext('2d').getImageData(0.3 * canvas.width, 0.66 * canvas.height, 1, 1).data].slice(0, 3);
            }
            """);
        Assert.InRange(shown[0], 126, 129);
        Assert.InRange(shown[1], 112, 115);
        Assert.InRange(shown[2], 33, 36);
    }

    [Fact]
    public async Task MKey_PressedFourTimes_GoesThroughAllViewsAndBack()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        List<string> seen = [];
        for (int i = 0; i < 4; i++)
        {
            await open.Page.Keyboard.PressAsync("m");
            seen.Add(await open.Page.InputValueAsync("#vision"));
        }

        Assert.Equal(["protan", "deutan", "tritan", "normal"], seen);
    }
}
