namespace Sensorium.Media.Tests;

/// <summary>
/// Broken and hostile sounds and films, as files and through a pipe: each ends with samples or a sentence, and never hangs.
/// 30 by default, 300 with SENSORIUM_TEST_FULL=1.
/// </summary>
public sealed class MutatedSoundTests
{
    private static readonly string[] Kinds = ["a.wav", "a.flac", "a.mp3", "a.ogg", "a.m4a", "a.aiff", "a.mp4", "a.mkv", "a.avi", "a.ts", "a.mpg", "a.flv"];

    [Fact]
    public async Task OpenAsync_MutatedSoundsAndFilms_EndWithSamplesOrASentence()
    {
        using var folder = new TempFolder();
        List<byte[]> seeds = await SeedsAsync(folder);
        int count = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1" ? 300 : 30;
        var reader = new SoundReader();
        var random = new Pcg32(21);
        var options = new SoundStreamOptions { SampleRate = 16_000, Limits = new SoundStreamLimits { MostWait = TimeSpan.FromSeconds(20), MostDuration = TimeSpan.FromMinutes(10) } };
        int read = 0, refused = 0;
        for (int round = 0; round < count; round++)
        {
            byte[] mutated = Mutation.Of(seeds[round % seeds.Count], random, head: 400, flips: 50, hole: 500);
            string path = folder.Write("m", mutated);
            using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            hang.CancelAfter(TimeSpan.FromMinutes(2));
            try
            {
                await using SoundStream sound = round % 3 == 2
                    ? await reader.OpenAsync(new OneWayStream(mutated), "m", options, hang.Token)
                    : await reader.OpenAsync(path, options, hang.Token);
                var block = new float[8192];
                for (int got; (got = await sound.ReadAsync(block, hang.Token)) > 0;)
                {
                }

                read++;
            }
            catch (SensoriumException error)
            {
                Assert.NotEmpty(error.Text.English);
                Assert.NotEmpty(error.Text.Korean);
                refused++;
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round}: {error}\n{Convert.ToBase64String(mutated.AsSpan(0, Math.Min(mutated.Length, 4000)))}");
            }
        }

        // Otherwise the changes would be too small or too great to show anything.
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static async Task<List<byte[]>> SeedsAsync(TempFolder folder)
    {
        var seeds = new List<byte[]>();
        foreach (string name in Kinds)
        {
            bool film = name is "a.mp4" or "a.mkv" or "a.avi" or "a.ts" or "a.mpg" or "a.flv";
            string[] picture = film ? ["-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=1"] : [];
            string[] coding = film ? ["-c:v", name is "a.ts" or "a.mpg" ? "mpeg2video" : name == "a.flv" ? "flv" : "mpeg4"] : [];
            await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", .. picture, "-f", "lavfi", "-i", "sine=f=330:r=44100:d=1", .. coding, folder[name]]);
            seeds.Add(await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
        }

        return seeds;
    }
}
