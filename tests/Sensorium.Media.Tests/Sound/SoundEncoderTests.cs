using System.Text;

namespace Sensorium.Media.Tests;

public sealed class SoundEncoderTests : IDisposable
{
    private static readonly SoundTags Tags = new() { Title = "항구의 저녁 = a \"harbour\"", Artist = "Sensorium" };
    private readonly TempFolder _folder = new();
    private readonly SoundEncoder _encoder = new();
    private readonly SoundReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SoundFormat.Wav)]
    [InlineData(SoundFormat.Mp3)]
    [InlineData(SoundFormat.Ogg)]
    [InlineData(SoundFormat.Flac)]
    public async Task EncodeAsync_Twice_GivesTheSameBytes(SoundFormat format)
    {
        byte[] first = await EncodeAsync(Sounds.Noise(2, 30_000, 44_100), format);
        Assert.Equal(first, await EncodeAsync(Sounds.Noise(2, 30_000, 44_100), format));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task EncodeAsync_Flac_DecodesToTheSamplesOfTheWav(int channels)
    {
        SoundBuffer sound = Sounds.Noise(channels, 25_001, 44_100);
        SoundBuffer wav = WavFile.Read(new MemoryStream(await EncodeAsync(sound, SoundFormat.Wav)));
        SoundBuffer flac = await DecodeAsync(await EncodeAsync(sound, SoundFormat.Flac));
        Assert.Equal(Sounds.Interleaved(wav), Sounds.Interleaved(flac));
    }

    [Theory]
    [InlineData(SoundFormat.Mp3)]
    [InlineData(SoundFormat.Ogg)]
    public async Task EncodeAsync_Lossy_KeepsLevelAndLength(SoundFormat format)
    {
        SoundBuffer sound = Sounds.Sine(440, 2, 44_100, 44_100);
        byte[] file = await EncodeAsync(sound, format);
        SoundBuffer back = await DecodeAsync(file);
        Assert.Equal((44_100, 2), (back.SampleRate, back.ChannelCount));
        Assert.InRange(back.Length, 44_100 - 256, 44_100 + 2400);
        Assert.InRange(Sounds.Rms(back.Channel(0)[4000..40_000]), 0.5 / Math.Sqrt(2) * 0.96, 0.5 / Math.Sqrt(2) * 1.02);
    }

    [Fact]
    public async Task EncodeAsync_Mp3_IsConstant192()
    {
        // 10 s at 192 kbit/s, within the frames that padding and tags add.
        byte[] file = await EncodeAsync(Sounds.Noise(2, 441_000, 44_100), SoundFormat.Mp3);
        Assert.InRange(file.Length, 240_000, 243_000);
    }

    [Theory]
    [InlineData(SoundFormat.Mp3)]
    [InlineData(SoundFormat.Ogg)]
    [InlineData(SoundFormat.Flac)]
    public async Task EncodeAsync_Tags_AreInTheFileAndNothingElseIs(SoundFormat format)
    {
        byte[] file = await EncodeAsync(Sounds.Sine(440, 1, 10_000, 44_100), format);
        string text = Encoding.UTF8.GetString(await Tool.RunAsync(Tool.FFprobe, "-v", "error", "-show_entries", "format_tags:stream_tags", _folder.Write("a", file)));
        Assert.Contains("title=항구의 저녁 = a \"harbour\"", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("artist=Sensorium", text, StringComparison.OrdinalIgnoreCase);

        // Versions of the encoder would change the bytes.
        Assert.DoesNotMatch("Lav[fc][0-9]", Encoding.Latin1.GetString(file));
    }

    [Fact]
    public async Task EncodeAsync_FolderThatIsNotThere_IsAnOutputFailure()
    {
        _ = Tool.FFmpeg;
        foreach (SoundFormat format in (SoundFormat[])[SoundFormat.Flac, SoundFormat.Wav])
        {
            await Assert.ThrowsAsync<OutputFailedException>(
                () => _encoder.EncodeAsync(Sounds.Noise(1, 10, 8000), format, _folder["none/a"], cancellationToken: TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task ReadAsync_AtAnotherRateAndOneChannel_Converts()
    {
        _ = Tool.FFmpeg;
        string path = _folder.Write("a.dat", await EncodeAsync(Sounds.Sine(440, 2, 48_000, 48_000), SoundFormat.Wav));
        SoundBuffer sound = await _reader.ReadAsync(path, new SoundReadOptions { SampleRate = 24_000, ChannelCount = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal((24_000, 1, 24_000), (sound.SampleRate, sound.ChannelCount, sound.Length));
        Assert.InRange(Sounds.Rms(sound.Channel(0)[1000..20_000]), 0.5 / Math.Sqrt(2) * 0.99, 0.5 / Math.Sqrt(2) * 1.01);
    }

    [Fact]
    public async Task ReadAsync_Playlist_IsRefused()
    {
        foreach (string content in (string[])["#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "ffconcat version 1.0\nfile 'a.wav'\n", "[playlist]\nFile1=a.wav\n"])
        {
            string path = _folder.Write("a.mp3", Encoding.ASCII.GetBytes(content));
            await Assert.ThrowsAsync<UnsupportedInputException>(() => _reader.ReadAsync(path, new SoundReadOptions(), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task ReadAsync_LongerThanAllowed_IsRefused()
    {
        _ = Tool.FFmpeg;
        string path = _folder.Write("a", await EncodeAsync(Sounds.Noise(1, 20_000, 8000), SoundFormat.Flac));
        var options = new SoundReadOptions { Limits = new SoundLimits { MostSamples = 19_999 } };
        await Assert.ThrowsAsync<LimitReachedException>(() => _reader.ReadAsync(path, options, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAsync_BrokenFlac_EndsWithASoundOrASentence()
    {
        _ = Tool.FFmpeg;
        byte[] file = await EncodeAsync(Sounds.Sine(300, 1, 8000, 8000), SoundFormat.Flac);
        var random = new Pcg32(8);
        for (int round = 0; round < 8; round++)
        {
            byte[] broken = [.. file];
            broken[random.Next(60)] ^= (byte)(1 << random.Next(8));
            try
            {
                SoundBuffer sound = await _reader.ReadAsync(_folder.Write("b", broken[..(1 + random.Next(broken.Length))]), new SoundReadOptions(), TestContext.Current.CancellationToken);
                Assert.InRange(sound.Length, 1, 100_000);
            }
            catch (SensoriumException error)
            {
                Assert.NotEmpty(error.Text.Korean);
            }
        }
    }

    private async Task<byte[]> EncodeAsync(SoundBuffer sound, SoundFormat format)
    {
        if (format != SoundFormat.Wav)
        {
            _ = Tool.FFmpeg;
        }

        using var file = new MemoryStream();
        await _encoder.EncodeAsync(sound, format, file, Tags, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private Task<SoundBuffer> DecodeAsync(byte[] file) =>
        _reader.ReadAsync(_folder.Write("decode", file), new SoundReadOptions(), TestContext.Current.CancellationToken);
}
