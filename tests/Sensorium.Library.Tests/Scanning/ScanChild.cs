namespace Sensorium.Library.Tests;

/// <summary>A scan in a process of its own, to be killed: <see cref="KilledScanTests"/> starts this program for it alone.</summary>
public sealed class ScanChild
{
    internal const string Variable = "SENSORIUM_TEST_SCAN";

    [Fact(Explicit = true)]
    public async Task Scan_InAProcessOfItsOwn_ComesToItsEnd()
    {
        string? path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(path is null, "Only KilledScanTests asks for it.");
        using var catalogue = new SqliteCatalogue(path!);

        ScanReport report = await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver())).ScanAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, report.Left);
    }
}
