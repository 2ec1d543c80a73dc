namespace Sensorium.Media.Tests;

/// <summary>
/// Broken and hostile pictures: each ends, by the reader's own limit of 20 s at the latest, with a picture or a sentence.
/// 30 by default, 330 with SENSORIUM_TEST_FULL=1.
/// </summary>
public sealed class MutatedPictureTests
{
    private static readonly string[] Endings = [".jpg", ".png", ".gif", ".webp", ".txt", ""];

    [Fact]
    public async Task ReadAsync_MutatedPictures_EndWithAPictureOrASentence()
    {
        using var folder = new TempFolder();
        List<byte[]> seeds = await SeedsAsync(folder);
        int count = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1" ? 330 : 30;
        var reader = new PictureReader();
        var random = new Pcg32(20);
        for (int round = 0; round < count; round++)
        {
            byte[] mutated = Mutation.Of(seeds[round % seeds.Count], random, head: int.MaxValue, flips: 20, hole: 50);
            string path = folder.Write($"m{round}{Endings[random.Next(Endings.Length)]}", mutated);
            await EndsWellAsync(reader, path);
        }
    }

    [Fact]
    public async Task ReadAsync_ExtremeShapes_AreRead()
    {
        using var folder = new TempFolder();
        var reader = new PictureReader();
        foreach ((int width, int height) in ((int, int)[])[(1, 1), (1, 20_000), (20_000, 1)])
        {
            var picture = new Picture(width, height);
            List<byte[]> files = [Pictures.Png(picture)];
            if (JpegCodec.IsAvailable)
            {
                files.Add(JpegCodec.Encode(picture));
            }

            foreach (byte[] file in files)
            {
                DecodedPicture decoded = await reader.ReadAsync(folder.Write("a", file), new PictureReadOptions(), TestContext.Current.CancellationToken);
                Assert.Equal((width, height), (decoded.SourceWidth, decoded.SourceHeight));
                Assert.Equal((Math.Min(width, 1024), Math.Min(height, 1024)), (decoded.Picture.Width, decoded.Picture.Height));
            }
        }
    }

    [Fact]
    public async Task ReadAsync_JpegHeaderClaiming30000Squared_IsRefused()
    {
        Tool.NeedTurboJpeg();
        using var folder = new TempFolder();
        byte[] jpeg = JpegCodec.Encode(Pictures.Make(16, 16));
        int frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = (0x75, 0x30, 0x75, 0x30);
        LimitReachedException error = await Assert.ThrowsAsync<LimitReachedException>(
            () => new PictureReader().ReadAsync(folder.Write("a.jpg", jpeg), new PictureReadOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("30,000 x 30,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_JpegWithAThumbnail_GivesThePictureItself()
    {
        Tool.NeedTurboJpeg();
        using var folder = new TempFolder();
        byte[] thumbnail = JpegCodec.Encode(new Picture(16, 12));
        byte[] jpeg = Exif.Insert(JpegCodec.Encode(Pictures.Make(80, 60)), [.. Exif.Tiff(3), .. thumbnail]);
        DecodedPicture decoded = await new PictureReader().ReadAsync(folder.Write("a.jpg", jpeg), new PictureReadOptions(), TestContext.Current.CancellationToken);
        Assert.Equal((80, 60), (decoded.SourceWidth, decoded.SourceHeight));
    }

    private static async Task EndsWellAsync(PictureReader reader, string path)
    {
        try
        {
            DecodedPicture decoded = await reader.ReadAsync(path, new PictureReadOptions { TargetLongSide = 256 }, TestContext.Current.CancellationToken);
            Assert.InRange(Math.Max(decoded.Picture.Width, decoded.Picture.Height), 1, 256);
        }
        catch (SensoriumException error)
        {
            Assert.NotEmpty(error.Text.English);
            Assert.NotEmpty(error.Text.Korean);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.Fail($"{error}\n{Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 4000)))}");
        }
    }

    private static async Task<List<byte[]>> SeedsAsync(TempFolder folder)
    {
        Picture picture = Pictures.Make(96, 72);
        List<byte[]> seeds = [Pictures.Png(picture)];
        foreach ((int type, int depth, bool interlaced) in ((int, int, bool)[])[(0, 16, true), (3, 4, false), (6, 8, true), (4, 8, false)])
        {
            seeds.Add(PngFileTests.Make(type, depth, interlaced, type == 3, 40, 30).File());
        }

        if (JpegCodec.IsAvailable)
        {
            byte[] jpeg = JpegCodec.Encode(picture);
            seeds.AddRange([jpeg, Exif.Insert(jpeg, Exif.Tiff(6)), Exif.Insert(jpeg, [.. Exif.Tiff(1), .. JpegCodec.Encode(new Picture(8, 8))])]);
        }

        seeds.Add("<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:9/a.png'/></svg>"u8.ToArray());
        if (new FFmpegLocator().FindFFmpeg() is { } ffmpeg)
        {
            folder.Write("s1.png", seeds[0]);
            folder.Write("s2.png", Pictures.Png(new Picture(96, 72)));
            foreach ((string name, string[] options) in ((string, string[])[])
                [("s.bmp", ["-frames:v", "1"]), ("s.tiff", ["-frames:v", "1"]), ("s.webp", ["-frames:v", "1"]), ("s.gif", []), ("a.webp", ["-c:v", "libwebp_anim"]),
                 ("s.apng", []), ("s.avif", ["-frames:v", "1", "-c:v", "libaom-av1", "-still-picture", "1", "-cpu-used", "8"]), ("p.jpg", ["-frames:v", "1"])])
            {
                await Tool.RunAsync(ffmpeg, ["-v", "error", "-i", folder["s%d.png"], .. options, folder[name]]);
                seeds.Add(await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken));
            }
        }

        return seeds;
    }
}
