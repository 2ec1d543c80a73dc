using System.Text;

namespace Sensorium.Media.Tests;

public sealed class PictureReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PictureReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_Jpeg_IsCloseToThePictureEncoded()
    {
        Tool.NeedTurboJpeg();
        Picture picture = Pictures.Make(120, 90, grain: 3);
        DecodedPicture decoded = await ReadAsync("a.jpg", JpegCodec.Encode(picture, 95));
        Assert.Equal("jpeg", decoded.Format);
        Assert.Null(decoded.Warning);
        Assert.InRange(Pictures.MeanDifference(picture.Pixels, decoded.Picture.Pixels), 0, 2);
    }

    [Fact]
    public async Task ReadAsync_LargeJpeg_IsScaledToTheTarget()
    {
        Tool.NeedTurboJpeg();
        Picture picture = Pictures.Make(1200, 800, grain: 3);
        DecodedPicture decoded = await ReadAsync("a.jpg", JpegCodec.Encode(picture, 95), new PictureReadOptions { TargetLongSide = 250 });
        Assert.Equal((250, 167, 1200, 800), (decoded.Picture.Width, decoded.Picture.Height, decoded.SourceWidth, decoded.SourceHeight));
        Assert.InRange(Pictures.MeanDifference(AreaReducer.Reduce(picture, 250).Pixels, decoded.Picture.Pixels), 0, 2);
    }

    [Fact]
    public void Encode_TwiceTheSame_GivesTheSameBytes()
    {
        Tool.NeedTurboJpeg();
        Assert.Equal(JpegCodec.Encode(Pictures.Make(99, 77)), JpegCodec.Encode(Pictures.Make(99, 77)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task ReadAsync_JpegWithExif_IsUpright(int orientation)
    {
        Tool.NeedTurboJpeg();
        byte[] plain = JpegCodec.Encode(Pictures.Make(48, 32, grain: 3));
        Picture stored = (await ReadAsync("plain.jpg", plain)).Picture;
        DecodedPicture decoded = await ReadAsync("exif.jpg", Exif.Insert(plain, Exif.Tiff(orientation)));
        Picture upright = Orientation.Apply(stored, orientation);
        Assert.Equal((upright.Width, upright.Height, upright.Width, upright.Height), (decoded.Picture.Width, decoded.Picture.Height, decoded.SourceWidth, decoded.SourceHeight));
        Assert.True(upright.Pixels.SequenceEqual(decoded.Picture.Pixels));
    }

    [Fact]
    public async Task ReadAsync_JpegWithoutTurboJpeg_IsLeftToFFmpegWithTheSameOrientation()
    {
        Tool.NeedTurboJpeg();
        _ = Tool.FFmpeg;
        byte[] jpeg = Exif.Insert(JpegCodec.Encode(Pictures.Make(48, 32, grain: 3), 95), Exif.Tiff(6));
        DecodedPicture ours = await ReadAsync("a.jpg", jpeg);
        var input = new PictureInput("a.jpg", _folder["a.jpg"], "jpeg", new PictureReadOptions());
        DecodedPicture theirs = await new FFmpegDecoder(new FFmpegLocator(), new ChildProcess())
            .DecodeAsync(jpeg, input, JpegHeader.Parse(jpeg)!.Orientation, TestContext.Current.CancellationToken);
        Assert.Equal((32, 48), (theirs.Picture.Width, theirs.Picture.Height));
        Assert.InRange(Pictures.MeanDifference(ours.Picture.Pixels, theirs.Picture.Pixels), 0, 1);
    }

    [Theory]
    [InlineData("-colorspace CMYK", 3.0)]
    [InlineData("-interlace JPEG -sampling-factor 4:2:0", 2.0)]
    public async Task ReadAsync_JpegFromImageMagick_LooksLikeItsSource(string options, double most)
    {
        Tool.NeedTurboJpeg();
        Picture picture = Pictures.Make(64, 48, grain: 2);
        string source = _folder.Write("source.png", Pictures.Png(picture));
        await Tool.RunAsync(Tool.Convert, [source, .. options.Split(' '), "-quality", "97", _folder["a.jpg"]]);
        DecodedPicture decoded = await _reader.ReadAsync(_folder["a.jpg"], new PictureReadOptions(), TestContext.Current.CancellationToken);
        Assert.InRange(Pictures.MeanDifference(picture.Pixels, decoded.Picture.Pixels), 0, most);
    }

    [Fact]
    public async Task ReadAsync_GreyJpeg_IsGrey()
    {
        Tool.NeedTurboJpeg();
        string source = _folder.Write("source.png", Pictures.Png(Pictures.Make(64, 48)));
        await Tool.RunAsync(Tool.Convert, source, "-colorspace", "Gray", _folder["a.jpg"]);
        Picture picture = (await _reader.ReadAsync(_folder["a.jpg"], new PictureReadOptions(), TestContext.Current.CancellationToken)).Picture;
        for (int i = 0; i < picture.Pixels.Length; i += 3)
        {
            Assert.Equal((picture.Pixels[i], picture.Pixels[i]), (picture.Pixels[i + 1], picture.Pixels[i + 2]));
        }
    }

    [Theory]
    [InlineData("a.bmp", "bmp", 0.0)]
    [InlineData("a.tiff", "tiff", 0.0)]
    [InlineData("a.webp", "webp", 0.0, "-lossless", "1")]
    [InlineData("a.gif", "gif", 20.0)]
    [InlineData("a.avif", "avif", 8.0, "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "10", "-cpu-used", "8")]
    public async Task ReadAsync_OtherFormats_LookLikeTheirSource(string name, string format, double most, params string[] options)
    {
        Picture picture = Pictures.Make(64, 48, grain: 2);
        string source = _folder.Write("source.png", Pictures.Png(picture));
        await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", "-i", source, .. options, _folder[name]]);

        // The name says nothing: the content decides.
        File.Move(_folder[name], _folder["picture.jpg"]);
        DecodedPicture decoded = await _reader.ReadAsync(_folder["picture.jpg"], new PictureReadOptions(), TestContext.Current.CancellationToken);
        Assert.Equal((format, 64, 48), (decoded.Format, decoded.SourceWidth, decoded.SourceHeight));
        Assert.Null(decoded.Warning);
        Assert.InRange(Pictures.MeanDifference(picture.Pixels, decoded.Picture.Pixels), 0, most);
    }

    [Theory]
    [InlineData("a.webp", "-lossless", "1")]
    [InlineData("a.tiff")]
    public async Task ReadAsync_AlphaThroughFFmpeg_LiesOverWhite(string name, params string[] options)
    {
        PngMaker maker = PngFileTests.Make(6, 8, false, false, 32, 24);
        string source = _folder.Write("source.png", maker.File());
        await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", "-i", source, .. options, "-pix_fmt", name.EndsWith("webp", StringComparison.Ordinal) ? "bgra" : "rgba", _folder[name]]);
        DecodedPicture decoded = await _reader.ReadAsync(_folder[name], new PictureReadOptions(), TestContext.Current.CancellationToken);
        Assert.InRange(Pictures.MostDifference(maker.Expected(), decoded.Picture.Pixels), 0, 1);
    }

    [Fact]
    public async Task ReadAsync_SixteenBitTiff_ReducesTo8BitsByRounding()
    {
        PngMaker maker = PngFileTests.Make(2, 16, false, false, 32, 24);
        string source = _folder.Write("source.png", maker.File());
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", source, "-pix_fmt", "rgb48le", _folder["a.tiff"]);
        DecodedPicture decoded = await _reader.ReadAsync(_folder["a.tiff"], new PictureReadOptions(), TestContext.Current.CancellationToken);
        Assert.InRange(Pictures.MostDifference(maker.Expected(), decoded.Picture.Pixels), 0, 1);
    }

    [Fact]
    public async Task ReadAsync_MovingPictures_GiveTheirFirstFrame()
    {
        string first = _folder.Write("1.png", Pictures.Png(Pictures.Make(40, 30, grain: 1)));
        _folder.Write("2.png", Pictures.Png(new Picture(40, 30)));
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", _folder["%d.png"], _folder["a.gif"]);
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", _folder["%d.png"], "-f", "apng", _folder["a.png"]);
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", _folder["%d.png"], "-c:v", "libwebp_anim", "-lossless", "1", _folder["a.webp"]);
        byte[] expected = await Tool.DecodeRgbAsync(first);
        foreach ((string name, double most) in ((string, double)[])[("a.gif", 20), ("a.png", 0), ("a.webp", 1)])
        {
            DecodedPicture decoded = await _reader.ReadAsync(_folder[name], new PictureReadOptions(), TestContext.Current.CancellationToken);
            Assert.InRange(Pictures.MeanDifference(expected, decoded.Picture.Pixels), 0, most);
        }
    }

    [Fact]
    public async Task ReadAsync_JpegCutInTheMiddle_GivesWhatIsThereWithAWarning()
    {
        Tool.NeedTurboJpeg();
        byte[] whole = JpegCodec.Encode(Pictures.Make(200, 150));
        DecodedPicture decoded = await ReadAsync("a.jpg", whole[..(whole.Length / 2)]);
        Assert.NotNull(decoded.Warning);
        Assert.Equal((200, 150), (decoded.Picture.Width, decoded.Picture.Height));
    }

    [Fact]
    public async Task ReadAsync_JpegCutBeforeItsSamples_IsRefused()
    {
        Tool.NeedTurboJpeg();
        byte[] whole = JpegCodec.Encode(Pictures.Make(200, 150));
        int scan = whole.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync("a.jpg", whole[..(scan + 14)]));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "SVG")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("just some words\n", "text")]
    [InlineData("#EXTM3U\nfile:///etc/passwd\n", "playlist")]
    [InlineData("ffconcat version 1.0\nfile a.png\n", "playlist")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp42", "video")]
    public async Task ReadAsync_SomethingElse_SaysWhatItLooksLike(string content, string word)
    {
        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => ReadAsync("a.png", Encoding.Latin1.GetBytes(content)));
        Assert.Contains(word, error.Text.English, StringComparison.Ordinal);
        Assert.NotEqual(error.Text.English, error.Text.Korean);
    }

    [Fact]
    public async Task ReadAsync_EmptyMissingOrFolder_SaysSo()
    {
        Assert.Contains("empty", (await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync("a.png", []))).Message, StringComparison.Ordinal);
        Assert.Contains("no file", (await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(_folder["none.png"]))).Message, StringComparison.Ordinal);
        Assert.Contains("folder", (await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(_folder.Path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NoPermission_SaysSo()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix permissions are needed.");
            return;
        }

        Assert.SkipWhen(Environment.UserName == "root", "root may read everything.");
        string path = _folder.Write("a.png", [1]);
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Contains("may not be read", (await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_OverTheLimits_SaysWhichOne()
    {
        string path = _folder.Write("a.png", Pictures.Png(Pictures.Make(300, 200)));
        foreach (PictureLimits limits in (PictureLimits[])[new() { MostPixels = 59_999 }, new() { MostSide = 299 }, new() { MostBytes = 1000 }])
        {
            await Assert.ThrowsAsync<LimitReachedException>(() => _reader.ReadAsync(path, new PictureReadOptions { Limits = limits }, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task ReadAsync_TimeIsUp_IsALimitAndNoCancellation()
    {
        var reader = new PictureReader(timeProvider: new HastyTime());
        string path = _folder.Write("a.png", Pictures.Png(Pictures.Make(30, 20)));
        LimitReachedException error = await Assert.ThrowsAsync<LimitReachedException>(() => reader.ReadAsync(path, new PictureReadOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("20 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gif", "R0lGODlh//////AAAAAAACwAAAAA//////AAAg==")]
    [InlineData("webp", "UklGRhIAAABXRUJQVlA4WAoAAAAQAAAA////////")]
    public async Task ReadAsync_OtherFormatsOverTheLimits_AreRefusedByTheirHeader(string format, string content)
    {
        // Without ffmpeg in reach: nothing may be started for them.
        var reader = new PictureReader(new FFmpegLocator(_ => null));
        LimitReachedException error = await Assert.ThrowsAsync<LimitReachedException>(
            () => reader.ReadAsync(_folder.Write("a." + format, Convert.FromBase64String(content)), new PictureReadOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("pixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_FormatThatNeedsFFmpegWithoutIt_SaysHowToGetIt()
    {
        var reader = new PictureReader(new FFmpegLocator(_ => null));
        string path = _folder.Write("a.bmp", [.. "BM"u8, .. new byte[12], 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, .. new byte[40]]);
        MissingComponentException error = await Assert.ThrowsAsync<MissingComponentException>(() => reader.ReadAsync(path, new PictureReadOptions(), TestContext.Current.CancellationToken));
        Assert.Equal("ffmpeg", error.Component);
        Assert.All(["apt", "dnf", "pacman", "brew", "winget"], manager => Assert.Contains(manager, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_ThrowsCancellationAndNoLimit()
    {
        string path = _folder.Write("a.png", Pictures.Png(Pictures.Make(30, 20)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reader.ReadAsync(path, new PictureReadOptions(), new CancellationToken(canceled: true)));
    }

    private Task<DecodedPicture> ReadAsync(string name, byte[] content, PictureReadOptions? options = null) =>
        _reader.ReadAsync(_folder.Write(name, content), options ?? new PictureReadOptions(), TestContext.Current.CancellationToken);

    private Task<DecodedPicture> ReadAsync(string path) => _reader.ReadAsync(path, new PictureReadOptions(), TestContext.Current.CancellationToken);
}
