namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class HoverTests(ChromiumFixture chromium)
{
    /// <summary>Half the distance to the next bins of the spectrum on both sides, and the rounding of frequencies to half a hertz.</summary>
    private const double ToleranceHertz = 4;

    [Theory]
    [InlineData("whole")]
    [InlineData("object")]
    [InlineData("part")]
    public async Task Hover_EachRegion_ItsOwnLoopSounds(string level)
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        await open.Page.ClickAsync($"#level-{level}");
        foreach (ExpectedRegion region in open.Content.AtLevel(level))
        {
            await open.HoverAsync(region);
            Heard heard = await open.HearAsync();
            Assert.Equal(region.Id, heard.Region);
            Assert.InRange(heard.PeakHertz, region.PeakHertz["point"] - ToleranceHertz, region.PeakHertz["point"] + ToleranceHertz);
            Assert.InRange(heard.Level, (region.Level01 ?? 0.005) * 0.85, (region.Level01 ?? 0.5) * 1.05);
        }

        Assert.Empty(open.Errors);
    }
}
