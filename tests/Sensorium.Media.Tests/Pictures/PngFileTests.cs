using System.Buffers.Binary;
using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Media.Tests;

public sealed class PngFileTests
{
    private static readonly PictureReadOptions Whole = new() { TargetLongSide = 4096 };

    public static TheoryData<int, int, bool, bool> Kinds()
    {
        var data = new TheoryData<int, int, bool, bool>();
        foreach ((int type, int[] depths) in ((int, int[])[])[(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16])])
        {
            foreach (int depth in depths)
            {
                foreach (bool interlaced in (bool[])[false, true])
                {
                    data.Add(type, depth, interlaced, false);
                    if (type is 0 or 2 or 3)
                    {
                        data.Add(type, depth, interlaced, true);
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_EveryKind_GivesTheSamplesOverWhite(int type, int depth, bool interlaced, bool transparent)
    {
        foreach ((int width, int height) in ((int, int)[])[(37, 23), (1, 1), (3, 5), (8, 8)])
        {
            PngMaker maker = Make(type, depth, interlaced, transparent, width, height);
            Picture picture = Read(maker.File()).Picture;
            Assert.Equal((width, height), (picture.Width, picture.Height));

            // 16-bit alpha is rounded once to 16 and once to 8 bits.
            int allowed = depth == 16 && type is 4 or 6 ? 1 : 0;
            Assert.InRange(Pictures.MostDifference(maker.Expected(), picture.Pixels), 0, allowed);
        }
    }

    // ffmpeg does not lay alpha over white by itself, so that it is asked about opaque kinds only.
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 2, true)]
    [InlineData(0, 8, true)]
    [InlineData(0, 16, false)]
    [InlineData(2, 8, true)]
    [InlineData(2, 16, true)]
    [InlineData(3, 4, false)]
    [InlineData(3, 8, true)]
    public async Task Read_OpaqueKinds_AgreesWithFFmpeg(int type, int depth, bool interlaced)
    {
        using var folder = new TempFolder();
        byte[] file = Make(type, depth, interlaced, false, 40, 24).File();
        byte[] theirs = await Tool.DecodeRgbAsync(folder.Write("a.png", file));

        // ffmpeg drops the lower byte of 16-bit samples, possibly with dither.
        Assert.InRange(Pictures.MostDifference(theirs, Read(file).Picture.Pixels), 0, depth == 16 ? 2 : 0);
    }

    [Theory]
    [InlineData("png:color-type=6", "16")]
    [InlineData("png:color-type=4", "8")]
    public async Task Read_AlphaFromImageMagick_AgreesWithItsFlattening(string kind, string depth)
    {
        string convert = Tool.Convert;
        using var folder = new TempFolder();
        string path = folder["a.png"];
        string[] grey = kind.EndsWith('4') ? ["-colorspace", "Gray"] : [];
        await Tool.RunAsync(
            convert,
            ["-size", "64x48", "gradient:red-blue", .. grey, "(", "-size", "64x48", "radial-gradient:white-black", ")", "-alpha", "off", "-compose", "copy_opacity", "-composite",
            "-interlace", "PNG", "-depth", depth, "-define", kind, path]);
        byte[] theirs = await Tool.RunAsync(convert, path, "-background", "white", "-flatten", "-depth", "8", "rgb:-");
        byte[] file = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.InRange(Pictures.MostDifference(theirs, Read(file).Picture.Pixels), 0, 1);
    }

    [Fact]
    public void Write_AnyPicture_ReadsBackTheSame() => Prop.ForAll(
        Gen.Choose(1, 40).Two().Zip(Gen.Choose(0, 3)).ToArbitrary(),
        c =>
        {
            ((int width, int height), int kind) = c;
            Picture picture = Pictures.Make(width, height, (ulong)kind, grain: kind == 0 ? 1 : 50);
            if (kind == 3)
            {
                for (int i = 0; i < picture.Pixels.Length; i += 3)
                {
                    picture.Pixels.Slice(i, 3).Fill(picture.Pixels[i]);
                }
            }

            return Read(Pictures.Png(picture)).Picture.Pixels.SequenceEqual(picture.Pixels);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Write_Picture_IsWhatFFmpegReads()
    {
        using var folder = new TempFolder();
        Picture picture = Pictures.Make(61, 47);
        byte[] theirs = await Tool.DecodeRgbAsync(folder.Write("a.png", Pictures.Png(picture)));
        Assert.Equal(0, Pictures.MostDifference(picture.Pixels, theirs));
    }

    [Fact]
    public void Write_TwiceTheSame_GivesTheSameBytes() =>
        Assert.Equal(Pictures.Png(Pictures.Make(90, 70)), Pictures.Png(Pictures.Make(90, 70)));

    [Fact]
    public void Write_FewColours_IsAPaletteWellBelowTrueColour()
    {
        Picture picture = Pictures.Make(128, 128, grain: 1);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] &= 0xE0;
        }

        byte[] file = Pictures.Png(picture);
        Assert.Equal(3, file[25]);
        Assert.InRange(file.Length, 1, 128 * 128 / 4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_LargerThanTheTarget_AveragesAreas(bool interlaced)
    {
        PngMaker maker = Make(2, 8, interlaced, false, 90, 50);
        var source = new Picture(90, 50, maker.Expected());
        DecodedPicture decoded = Read(maker.File(), new PictureReadOptions { TargetLongSide = 33 });
        Assert.Equal((33, 18, 90, 50), (decoded.Picture.Width, decoded.Picture.Height, decoded.SourceWidth, decoded.SourceHeight));
        Assert.True(AreaReducer.Reduce(source, 33).Pixels.SequenceEqual(decoded.Picture.Pixels));
    }

    [Fact]
    public void Read_ExifOrientation_TurnsThePicture()
    {
        PngMaker maker = Make(2, 8, false, false, 20, 10);
        maker.ExtraChunks.Add(("eXIf", Exif.Tiff(6)));
        DecodedPicture decoded = Read(maker.File());
        Assert.Equal((10, 20, 10, 20), (decoded.Picture.Width, decoded.Picture.Height, decoded.SourceWidth, decoded.SourceHeight));
    }

    [Fact]
    public void Read_AnyByteOfTheSamplesFlipped_IsRefused()
    {
        byte[] file = Make(2, 8, false, false, 12, 9).File();
        for (int at = 8; at < file.Length - 12; at++)
        {
            byte[] broken = [.. file];
            broken[at] ^= 0x10;
            Assert.ThrowsAny<SensoriumException>(() => Read(broken));
        }
    }

    [Fact]
    public void Read_CutAnywhereBeforeTheEndChunk_IsRefused()
    {
        byte[] file = Make(3, 4, true, true, 12, 9).File();
        for (int length = 0; length < file.Length - 12; length++)
        {
            Assert.Throws<MalformedInputException>(() => Read(file[..length]));
        }
    }

    [Fact]
    public void Read_WithoutItsEndChunk_IsWhole()
    {
        PngMaker maker = Make(2, 8, false, false, 12, 9);
        Assert.True(Read(maker.File()[..^12]).Picture.Pixels.SequenceEqual(maker.Expected()));
    }

    [Fact]
    public void Read_HugeTextChunk_IsPassedOver()
    {
        PngMaker maker = Make(2, 8, false, false, 12, 9);
        maker.ExtraChunks.Add(("tEXt", new byte[5_000_000]));
        Assert.True(Read(maker.File()).Picture.Pixels.SequenceEqual(maker.Expected()));
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(65_536, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Read_HeaderOverTheLimits_IsRefusedBeforeMemoryIsSpent(int width, int height)
    {
        byte[] file = WithSize(Make(2, 8, false, false, 4, 4).File(), width, height);
        long before = GC.GetAllocatedBytesForCurrentThread();
        LimitReachedException error = Assert.Throws<LimitReachedException>(() => Read(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains($"{width:N0} x {height:N0}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipBombUnderAHonestHeader_TakesFlatMemory()
    {
        // 8,000 x 8,000 pixels of one colour: 192 MB of samples in a file of some 200 kB.
        var file = new MemoryStream();
        file.Write(Make(2, 8, false, false, 1, 1).File().AsSpan(0, 33));
        byte[] head = WithSize(file.ToArray(), 8000, 8000);
        file = new MemoryStream();
        file.Write(head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[24001];
            for (int y = 0; y < 8000; y++)
            {
                zlib.Write(row);
            }
        }

        PngMaker.Chunk(file, "IDAT", packed.ToArray());
        PngMaker.Chunk(file, "IEND", []);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DecodedPicture decoded = Read(file.ToArray(), new PictureReadOptions { TargetLongSide = 64 });
        Assert.Equal(8000, decoded.SourceWidth);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    internal static byte[] WithSize(byte[] png, int width, int height)
    {
        byte[] changed = [.. png];
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(29), PngMaker.PlainCrc(changed[12..29]));
        return changed;
    }

    internal static PngMaker Make(int type, int depth, bool interlaced, bool transparent, int width, int height)
    {
        var random = new Pcg32(7, (ulong)((type * 100) + depth));
        byte[] palette = [.. Enumerable.Range(0, 3 * Math.Min(1 << depth, 200)).Select(_ => (byte)random.Next(256))];
        byte[] key = type == 3
            ? [.. Enumerable.Range(0, Math.Min(1 << depth, 200) - 1).Select(_ => (byte)random.Next(256))]
            : new byte[type == 0 ? 2 : 6];
        PngMaker maker = new PngMaker
        {
            Width = width,
            Height = height,
            Depth = depth,
            ColourType = type,
            Interlaced = interlaced,
            Palette = type == 3 ? palette : null,
            Transparency = transparent ? key : null,
        }.Fill((ulong)(width + depth));
        if (transparent && type != 3)
        {
            // The colour of the first pixel is the transparent one.
            for (int i = 0; i < maker.Samples; i++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(key.AsSpan(i * 2), (ushort)maker.Values[i]);
            }
        }

        return maker;
    }

    private static DecodedPicture Read(byte[] file, PictureReadOptions? options = null) =>
        PngFile.Read(new MemoryStream(file), options ?? Whole, TestContext.Current.CancellationToken);
}
