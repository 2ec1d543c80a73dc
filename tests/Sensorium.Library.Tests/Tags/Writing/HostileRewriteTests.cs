namespace Sensorium.Library.Tests;

/// <summary>Broken and hostile files: each is refused with a sentence, or changed in its fields alone. 100 by default, 2,000 with SENSORIUM_TEST_FULL=1.</summary>
public sealed class HostileRewriteTests
{
    [Fact]
    public async Task Rewrite_MutatedFiles_IsRefusedOrKeepsAllElse()
    {
        using var folder = new TempFolder();
        List<byte[]> seeds = [];
        foreach (string name in (string[])["a.mp3", "a.flac", "a.ogg", "a.opus", "a.m4a", "a.wav", "a.aiff"])
        {
            await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "sine=d=0.3", "-metadata", "title=노래", "-metadata", "MOOD=old", folder[name]);
            seeds.Add(await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
        }

        var random = new Pcg32(11);
        int written = 0, refused = 0;
        for (int round = 0; round < (Repository.IsFull ? 2000 : 100); round++)
        {
            byte[] file = Mutation.Of(seeds[round % seeds.Count], random, head: 2000, flips: 5, hole: 200);
            try
            {
                (byte[] after, FieldEdit[] back) = Edited.Write(file, (TagField.Mood, "calm"), (TagField.Tempo, "120"));
                byte[] sound = Edited.Sound(file);

                // What the check before the change of the file looks at; where it fails the old file stays.
                bool passes = Edited.Read(after).Mood == "calm" && Edited.Sound(after).AsSpan().SequenceEqual(sound);
                if (passes)
                {
                    Assert.Equal(sound, Edited.Sound(Edited.Restore(after, back)));
                    written++;
                }
            }
            catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
            {
                refused++;
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round}: {error}\n{Convert.ToBase64String(file.AsSpan(0, Math.Min(file.Length, 3000)))}");
            }
        }

        Assert.True(written > 5 && refused > 5, $"{written} written, {refused} refused");
    }
}
