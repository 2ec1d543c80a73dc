using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sensorium.Library.Tests;

/// <summary>Scans that <c>kill -9</c> ends at any moment: 2 times in 200 files by default, 20 times in 2,000 with SENSORIUM_TEST_FULL=1.</summary>
public sealed class KilledScanTests
{
    [Fact]
    public async Task Scan_KilledAtAnyMoment_EndsWithTheCatalogueOfAnUndisturbedScan()
    {
        (int kills, int files) = Repository.IsFull ? (20, 2000) : (2, 200);
        using var folder = new TempFolder();
        for (int i = 0; i < files; i++)
        {
            // Every tenth is a copy, every seventh holds words.
            folder.Write($"music/{i % 10}/{i}.wav", i % 7 == 3 ? Encoding.UTF8.GetBytes($"only words, of file {i}") : Sounds.Tone(200 + (i % 10 == 9 ? 1 : i), 0.1));
        }

        foreach (string name in (string[])["killed.db", "calm.db"])
        {
            using var catalogue = new SqliteCatalogue(folder[name]);
            catalogue.AddRoot(new LibraryRoot(folder["music"], DateTimeOffset.UnixEpoch));
        }

        int midway = await TestChild.KillAsync(() => Start(folder["killed.db"]), () => Count(folder["killed.db"]), kills, files, new Pcg32(9));

        foreach (string name in (string[])["killed.db", "calm.db"])
        {
            using Process scan = Start(folder[name]);
            await scan.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, scan.ExitCode);
        }

        Assert.True(midway > 0, "No kill found the scan at work.");
        Assert.Equal(Dump(folder["calm.db"]), Dump(folder["killed.db"]));
        using var end = new SqliteCatalogue(folder["killed.db"]);
        Assert.Empty(end.Check());
        Assert.Equal(files, end.Files().Count);
    }

    private static Process Start(string catalogue) => TestChild.Start(typeof(ScanChild), ScanChild.Variable, catalogue);

    private static int Count(string path)
    {
        using var catalogue = new SqliteCatalogue(path);
        return catalogue.Files().Count;
    }

    // All but the numbers, which depend on the order in which two workers come to their end.
    private static string[] Dump(string path)
    {
        using var catalogue = new SqliteCatalogue(path);
        Dictionary<string, LibrarySong> songs = catalogue.LoadSongs(whole: true).ToDictionary(song => song.Path);
        return
        [
            .. catalogue.Files().OrderBy(file => file.Stamp.Path, StringComparer.Ordinal).Select(file => string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Stamp} {file.Version} {file.Reason} {file.Detail} {file.IsGone} {(songs.TryGetValue(file.Stamp.Path, out LibrarySong? song) ? $"{song.Length} {song.Song.Measures} {song.Song.Percept.Affect}" : string.Empty)}")),
        ];
    }
}
