using System.Text;

namespace Sensorium.Library.Tests;

/// <summary>Broken and hostile tags: each ends with clean texts, soon and without an error. 20 by default, 200 with SENSORIUM_TEST_FULL=1.</summary>
public sealed class HostileTagTests
{
    [Fact]
    public async Task Read_MutatedTags_GivesCleanTextsOrNone()
    {
        List<byte[]> seeds = await SeedsAsync();
        int count = Repository.IsFull ? 200 : 20;
        var random = new Pcg32(5);
        int some = 0, none = 0;
        for (int round = 0; round < count; round++)
        {
            byte[] file = Mutate(seeds[round % seeds.Count], random);
            var fields = new TagFields();
            using var bytes = new TagBytes(file);
            try
            {
                TagReader.Read(bytes, fields);
            }
            catch (Exception error)
            {
                Assert.Fail($"Round {round}: {error}\n{Convert.ToBase64String(file.AsSpan(0, Math.Min(file.Length, 3000)))}");
            }

            SongTags tags = fields.ToTags();
            foreach (string? text in tags.Genres.Append(tags.Title).Append(tags.Artist).Append(tags.Album).Append(tags.Mood))
            {
                AssertClean(text);
            }

            some += fields.IsEmpty ? 0 : 1;
            none += fields.IsEmpty ? 1 : 0;
        }

        Assert.True(some > 0 && none > 0, $"{some} with tags, {none} without");
    }

    private static void AssertClean(string? text)
    {
        Assert.True(text is null or { Length: > 0 and <= SongTags.LongestText });
        Assert.True(text is null || !text.Any(char.IsControl));
        Assert.True(text is null || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);
    }

    private static async Task<List<byte[]>> SeedsAsync()
    {
        using var folder = new TempFolder();
        List<byte[]> seeds = [];
        foreach (string name in (string[])["a.mp3", "a.flac", "a.ogg", "a.m4a", "a.wav", "b.mp3"])
        {
            string[] version = name == "b.mp3" ? ["-id3v2_version", "3"] : [];
            await Tool.RunAsync(
                Tool.FFmpeg,
                ["-v", "error", "-f", "lavfi", "-i", "sine=d=0.2", .. version, "-metadata", "title=노래 \U0001F3B5 \u0007\u202E", "-metadata", "artist=" + new string('é', 2000), "-metadata", "genre=Rock;Pop", folder[name]]);
            seeds.Add(await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
        }

        return seeds;
    }

    private static byte[] Mutate(byte[] seed, Pcg32 random)
    {
        byte[] file = [.. seed];
        int head = Math.Min(file.Length, 6000);
        switch (random.Next(6))
        {
            case 0:
                return file[..random.Next(head)];
            case 1:
                // A length that promises everything, or one below zero.
                file.AsSpan(random.Next(head - 8), 4).Fill((byte)(random.Next(2) == 0 ? 0xFF : 0x7F));
                return file;
            case 2:
                for (int i = 0; i < 40; i++)
                {
                    file[random.Next(head)] ^= (byte)(1 << random.Next(8));
                }

                return file;
            case 3:
                file.AsSpan(12 + random.Next(head - 400), 300).Fill((byte)random.Next(256));
                return file;
            case 4:
                // A megabyte in the midst of a text.
                int at = 12 + random.Next(200);
                return [.. file.AsSpan(0, at), .. Enumerable.Repeat((byte)random.Next(256), 1 << 20), .. file.AsSpan(at)];
            default:
                // Pieces change places.
                int from = random.Next(head - 200), to = random.Next(head - 200);
                seed.AsSpan(from, 200).CopyTo(file.AsSpan(to));
                return file;
        }
    }
}
