namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class HearPageTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Hear_TheHarbour_MakesAPageWhoseObjectsAllSoundAtTheirPlace()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sensorium-hear-");
        try
        {
            HearPage page = await HearPage.WriteAsync("harbour.png", folder.FullName);
            await using OpenPage open = await chromium.OpenAsync(page);
            await open.StartAsync();
            foreach (ExpectedRegion region in page.AtLevel("object"))
            {
                await open.HoverAsync(region);
                Heard heard = await open.HearAsync();
                Assert.Equal(region.Id, heard.Region);
                Assert.InRange(heard.Level, 0.0005, 0.5);
                Assert.Equal(region.Name.English, await open.Page.TextContentAsync("#caption-name"));
            }

            Assert.Empty(open.Requests);
            Assert.Empty(open.Errors);
            Assert.InRange(new FileInfo(page.File).Length, 100_000, 4_000_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
