using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>Tagging that <c>kill -9</c> ends at any moment: 2 times in 120 files by default, 20 times in 600 with SENSORIUM_TEST_FULL=1.</summary>
public sealed class KilledTaggingTests
{
    [Fact]
    public async Task Tag_KilledAtAnyMoment_LosesNothing()
    {
        (int kills, int files) = Repository.IsFull ? (20, 600) : (2, 120);
        using var folder = new TempFolder();
        byte[][] before = [.. Enumerable.Range(0, files).Select(i => Sounds.Tone(200 + i, 0.1))];
        string[] paths = [.. before.Select((sound, i) => folder.Write($"music/{i}.wav", sound))];
        using (var catalogue = new SqliteCatalogue(folder["songs.db"]))
        {
            catalogue.AddRoot(new LibraryRoot(folder["music"], DateTimeOffset.UnixEpoch));
            await new LibraryScanner(catalogue, new SongAnalyst(new LevelPerceiver())).ScanAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        int midway = await TestChild.KillAsync(() => Start(folder["songs.db"]), () => Count(folder["songs.db"]), kills, files, new Pcg32(3), () =>
        {
            for (int i = 0; i < files; i++)
            {
                byte[] now = File.ReadAllBytes(paths[i]);
                Assert.True(now.AsSpan().SequenceEqual(before[i]) || (Edited.Read(now).Mood == "calm" && Edited.Sound(now).AsSpan().SequenceEqual(Edited.Sound(before[i]))), paths[i]);
            }
        });

        using (Process last = Start(folder["songs.db"]))
        {
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, last.ExitCode);
        }

        Assert.True(midway > 0, "No kill found the tagging at work.");
        using var end = new SqliteCatalogue(folder["songs.db"]);
        Assert.Empty(end.Check());
        Assert.Equal(files * 3, end.TagChanges().Count);
        Assert.All(paths, path => Assert.Equal("calm", Edited.Read(File.ReadAllBytes(path)).Mood));
        var tagger = new LibraryTagger(end);
        Assert.All(end.Files(), file => Assert.Equal(TagState.Written, tagger.Undo(file, writes: true).State));
        Assert.All(Enumerable.Range(0, files), i => Assert.Equal(before[i], File.ReadAllBytes(paths[i])));
        Assert.Empty(end.TagChanges());
        Assert.Equal(files, Directory.GetFileSystemEntries(folder["music"]).Length);
    }

    private static Process Start(string catalogue) => TestChild.Start(typeof(TagChild), TagChild.Variable, catalogue);

    private static int Count(string path)
    {
        using var catalogue = new SqliteCatalogue(path);
        return catalogue.TagChanges().Select(change => change.FileId).Distinct().Count();
    }
}
