namespace Sensorium.Browser.Tests;

/// <summary>A page as <c>sensorium hear</c> writes it, of a picture from <c>samples/</c>.</summary>
internal sealed class HearPage : PageUnderTest
{
    private HearPage(string file, HearResult result)
    {
        File = file;
        Title = result.Map.Name;
        Regions = [.. result.Map.Regions.Regions.Select(region => new ExpectedRegion(
            region.Id,
            region.Level.ToString().ToLowerInvariant(),
            region.ChildIds.Count == 0,
            region.Anchor.X,
            region.Anchor.Y,
            region.Name.Text,
            new Dictionary<string, double>(),
            null))];
    }

    public override string File { get; }

    public override string Title { get; }

    public override IReadOnlyList<ExpectedRegion> Regions { get; }

    /// <summary>Runs the flow; a missing component skips the test, or fails it where all must run.</summary>
    public static async Task<HearPage> WriteAsync(string sample, string folder)
    {
        string picture = Path.Combine(Repository.Root, "samples", sample);
        try
        {
            HearResult result = await new HearFlow().RunAsync(picture, folder, new HearOptions { Formats = ["html"] }, cancellationToken: TestContext.Current.CancellationToken);
            return new HearPage(result.Files[0], result);
        }
        catch (MissingComponentException e) when (!BrowserLocator.MustRun)
        {
            Assert.Skip($"{e.Component} is missing: {e.Message}");
            throw;
        }
    }
}
