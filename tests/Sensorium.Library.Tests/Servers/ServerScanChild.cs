namespace Sensorium.Library.Tests;

/// <summary>A scan of a server in a process of its own, to be killed: <see cref="ServerScanTests"/> starts this program for it alone.</summary>
public sealed class ServerScanChild
{
    internal const string Variable = "SENSORIUM_TEST_SERVER_SCAN";
    private const string Description = "server.txt";

    [Fact(Explicit = true)]
    public async Task Scan_InAProcessOfItsOwn_ComesToItsEnd()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(folder is null, "Only ServerScanTests asks for it.");
        string[] told = File.ReadAllLines(Path.Combine(folder!, Description));
        var settings = new SubsonicSettings { Url = new Uri(told[0]), User = told[1], Password = told[2] };
        using var catalogue = new SqliteCatalogue(Path.Combine(folder!, "catalogue.db"));
        var scanner = new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver()), servers: _ => new SubsonicLibrary(settings, new FetchFolder(Path.Combine(folder!, "fetched"))));

        ScanReport report = await scanner.ScanAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, report.Left);
    }

    internal static void Describe(string folder, SubsonicSettings settings) => File.WriteAllLines(Path.Combine(folder, Description), [settings.Url.AbsoluteUri, settings.User, settings.Password]);
}
