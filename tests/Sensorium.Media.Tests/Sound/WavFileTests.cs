using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Media.Tests;

public sealed class WavFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsWithinHalfAStep() => Prop.ForAll(
        Gen.Choose(1, 3).Zip(Gen.Choose(0, 9000)).Zip(Gen.Elements(WavSampleFormat.Pcm16, WavSampleFormat.Pcm24, WavSampleFormat.Floating)).ToArbitrary(),
        c =>
        {
            ((int channels, int length), WavSampleFormat format) = c;
            SoundBuffer sound = Sounds.Noise(channels, length, 44_100);
            SoundBuffer back = WavFile.Read(new MemoryStream(Write(sound, format)));
            Assert.Equal((44_100, channels, length), (back.SampleRate, back.ChannelCount, back.Length));
            float step = format switch { WavSampleFormat.Pcm16 => 1 / 65536f, WavSampleFormat.Pcm24 => 1 / 16777216f, _ => 0 };
            for (int channel = 0; channel < channels; channel++)
            {
                for (int i = 0; i < length; i++)
                {
                    Assert.InRange(Math.Abs(back.Channel(channel)[i] - sound.Channel(channel)[i]), 0, step);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(WavSampleFormat.Pcm16)]
    [InlineData(WavSampleFormat.Pcm24)]
    [InlineData(WavSampleFormat.Floating)]
    public void Write_WhatWasRead_GivesTheSameBytes(WavSampleFormat format)
    {
        byte[] file = Write(Sounds.Noise(2, 5000, 48_000), format);
        Assert.Equal(file, Write(WavFile.Read(new MemoryStream(file)), format));
    }

    [Fact]
    public void Write_AboveFullScale_Clips()
    {
        var sound = new SoundBuffer(8000, 1, 5);
        float[] samples = [2, 1, -1, -2, float.NaN];
        samples.CopyTo(sound.Channel(0));
        float[] expected = [32767 / 32768f, 32767 / 32768f, -1, -1, 0];
        Assert.Equal(expected, WavFile.Read(new MemoryStream(Write(sound, WavSampleFormat.Pcm16))).Channel(0).ToArray());
    }

    [Fact]
    public void Read_WhatIsNoNumber_IsSilence()
    {
        var sound = new SoundBuffer(8000, 1, 6);
        float[] samples = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 3, 1e38f, -1e38f];
        samples.CopyTo(sound.Channel(0));
        float[] expected = [0, 0, 0, 3, 1000, -1000];
        Assert.Equal(expected, WavFile.Read(new MemoryStream(Write(sound, WavSampleFormat.Floating))).Channel(0).ToArray());
    }

    [Theory]
    [InlineData(WavSampleFormat.Pcm16)]
    [InlineData(WavSampleFormat.Pcm24)]
    [InlineData(WavSampleFormat.Floating)]
    public async Task Write_AnyFormat_IsWhatFFmpegReads(WavSampleFormat format)
    {
        using var folder = new TempFolder();
        SoundBuffer sound = Sounds.Noise(2, 3000, 32_000);
        string path = folder.Write("a.wav", Write(sound, format));
        byte[] theirs = await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", path, "-f", "f32le", "-c:a", "pcm_f32le", "-");
        SoundBuffer ours = WavFile.Read(new MemoryStream(File.ReadAllBytes(path)));
        Assert.Equal(Sounds.Interleaved(ours), Sounds.FromBytes(theirs));
    }

    [Theory]
    [InlineData("pcm_u8")]
    [InlineData("pcm_s16le")]
    [InlineData("pcm_s24le")]
    [InlineData("pcm_s32le")]
    [InlineData("pcm_f32le")]
    [InlineData("pcm_f64le")]
    public async Task Read_AnyCodingFromFFmpeg_IsWhatFFmpegReads(string coding)
    {
        using var folder = new TempFolder();
        string source = folder.Write("a.wav", Write(Sounds.Noise(3, 2000, 22_050), WavSampleFormat.Floating));
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", source, "-c:a", coding, folder["b.wav"]);
        byte[] theirs = await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", folder["b.wav"], "-f", "f32le", "-c:a", "pcm_f32le", "-");
        Assert.Equal(Sounds.FromBytes(theirs), Sounds.Interleaved(WavFile.Read(new MemoryStream(File.ReadAllBytes(folder["b.wav"])))));
    }

    [Fact]
    public void Append_InPieces_GivesTheSameBytesAsAtOnce()
    {
        SoundBuffer sound = Sounds.Noise(2, 10_000, 44_100);
        using var pieces = new MemoryStream();
        var writer = new WavWriter(pieces, 44_100, 2);
        writer.Append(sound, 0, 1);
        writer.Append(sound, 1, 7000);
        writer.Append(sound, 7001);
        writer.Complete();
        Assert.Equal(Write(sound, WavSampleFormat.Pcm16), pieces.ToArray());
    }

    [Fact]
    public void Read_CutOff_GivesTheSamplesThatAreThere()
    {
        byte[] file = Write(Sounds.Noise(2, 1000, 8000), WavSampleFormat.Pcm16);
        Assert.Equal(900, WavFile.Read(new MemoryStream(file[..^401])).Length + 1);
    }

    [Fact]
    public void Read_LengthUnknownAsInAPipe_ReadsToTheEnd()
    {
        byte[] file = Write(Sounds.Noise(1, 1000, 8000), WavSampleFormat.Pcm16);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), uint.MaxValue);
        Assert.Equal(1000, WavFile.Read(new MemoryStream(file)).Length);
    }

    [Fact]
    public void Read_MoreSamplesThanAllowed_IsRefused() =>
        Assert.Throws<LimitReachedException>(() => WavFile.Read(new MemoryStream(Write(Sounds.Noise(1, 1000, 8000), WavSampleFormat.Pcm16)), new SoundLimits { MostSamples = 999 }));

    [Fact]
    public void Read_AnyByteChangedOrCut_EndsWithASoundOrASentence()
    {
        byte[] file = Write(Sounds.Noise(2, 50, 8000), WavSampleFormat.Pcm24);
        var random = new Pcg32(3);
        for (int round = 0; round < 3000; round++)
        {
            byte[] broken = [.. file];
            broken[random.Next(80)] = (byte)random.Next(256);
            broken[random.Next(80)] = (byte)random.Next(256);
            try
            {
                Assert.InRange(WavFile.Read(new MemoryStream(broken, 0, random.Next(broken.Length + 1))).Length, 0, 1000);
            }
            catch (SensoriumException error)
            {
                Assert.NotEmpty(error.Text.Korean);
            }
        }
    }

    internal static byte[] Write(SoundBuffer sound, WavSampleFormat format)
    {
        using var file = new MemoryStream();
        WavFile.Write(file, sound, format);
        return file.ToArray();
    }
}
