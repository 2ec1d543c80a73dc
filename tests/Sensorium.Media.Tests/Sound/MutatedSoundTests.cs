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
            byte[] mutated = Mutate(seeds[round % seeds.Count], random);
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

    private static byte[] Mutate(byte[] seed, Pcg32 random)
    {
        byte[] result = [.. seed];
        switch (random.Next(6))
        {
            case 0:
                return result[..random.Next(result.Length)];
            case 1:
                // One bit in the header, where it does most.
                result[random.Next(Math.Min(result.Length, 64))] ^= (byte)(1 << random.Next(8));
                return result;
            case 2:
                for (int i = 0; i < 50; i++)
                {
                    result[random.Next(result.Length)] ^= (byte)(1 << random.Next(8));
                }

                return result;
            case 3:
                // A stretch of one value, often a length or a rate.
                int at = random.Next(Math.Max(1, Math.Min(result.Length, 400) - 8));
                result.AsSpan(at, Math.Min(8, result.Length - at)).Fill((byte)(random.Next(2) * 255));
                return result;
            case 4:
                // A piece missing.
                int cut = random.Next(result.Length);
                return [.. result.AsSpan(0, cut), .. result.AsSpan(Math.Min(result.Length, cut + 1 + random.Next(500)))];
            default:
                // The file twice, the second time from somewhere.
                return [.. result, .. result.AsSpan(random.Next(result.Length))];
        }
    }
}
