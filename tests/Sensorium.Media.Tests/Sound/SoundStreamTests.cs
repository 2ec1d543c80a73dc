using System.IO.Pipelines;

namespace Sensorium.Media.Tests;

public sealed class SoundStreamTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly TempFolder _folder = new();
    private readonly SoundReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(WavSampleFormat.Pcm16)]
    [InlineData(WavSampleFormat.Floating)]
    public async Task ReadAsync_Wav_GivesTheSamplesOfTheWholeFile(WavSampleFormat format)
    {
        string path = Wav(Sounds.Noise(2, 30_001, 44_100), format);
        SoundBuffer whole = await _reader.ReadAsync(path, new SoundReadOptions(), Token);
        (float[] samples, SoundStream sound) = await ReadAsync(path, new SoundStreamOptions { ChannelCount = null });
        Assert.Equal((44_100, 2, 30_001L), (sound.SampleRate, sound.ChannelCount, sound.Position));
        Assert.Equal(Sounds.Interleaved(whole), samples);
    }

    [Fact]
    public async Task ReadAsync_AtAnotherRate_EqualsTheWholeFile()
    {
        _ = Tool.FFmpeg;
        string path = Wav(Sounds.Noise(2, 50_001, 44_100));
        SoundBuffer whole = await _reader.ReadAsync(path, new SoundReadOptions { SampleRate = 16_000, ChannelCount = 1 }, Token);
        (float[] samples, SoundStream sound) = await ReadAsync(path, new SoundStreamOptions { SampleRate = 16_000 });
        Assert.Equal((16_000, 1), (sound.SampleRate, sound.ChannelCount));
        Assert.Equal(Sounds.Interleaved(whole).Length, samples.Length);
        Assert.All(Sounds.Interleaved(whole).Zip(samples), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Theory]
    [InlineData("a.mp4", "mpeg4", "aac")]
    [InlineData("a.mkv", "mpeg4", "flac")]
    [InlineData("a.avi", "mpeg4", "pcm_s16le")]
    [InlineData("a.ts", "mpeg2video", "mp2")]
    [InlineData("a.mpg", "mpeg2video", "mp2")]
    [InlineData("a.flv", "flv", "adpcm_swf")]
    public async Task OpenAsync_FilmAsFileAndAsStream_GivesItsSoundTrack(string name, string video, string audio)
    {
        string path = _folder[name];
        await Tool.RunAsync(
            Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=f=440:r=44100:d=1",
            "-c:v", video, "-c:a", audio, "-shortest", path);
        foreach (bool asStream in (bool[])[false, true])
        {
            (float[] samples, SoundStream sound) = asStream
                ? await ReadAllAsync(await _reader.OpenAsync(new OneWayStream(File.ReadAllBytes(path)), "-", new SoundStreamOptions { SampleRate = 16_000 }, Token))
                : await ReadAsync(path, new SoundStreamOptions { SampleRate = 16_000 });
            Assert.InRange(samples.Length, 14_000, 18_500);
            Assert.InRange(Crossings(samples.AsSpan(4000, 8000)), 438, 442);
            Assert.Equal(1, sound.ChannelCount);
        }
    }

    [Fact]
    public async Task OpenAsync_FilmWithoutSound_IsRefusedOrNull()
    {
        string path = _folder["a.mp4"];
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=1", "-c:v", "mpeg4", path);
        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => _reader.OpenAsync(path, cancellationToken: Token));
        Assert.Contains("no sound track", error.Message, StringComparison.Ordinal);
        Assert.Null(await _reader.TryOpenAsync(path, cancellationToken: Token));
    }

    [Fact]
    public async Task OpenAsync_MicrophoneThatIsStillSpeaking_GivesWhatCame()
    {
        _ = Tool.FFmpeg;
        var microphone = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await microphone.Writer.WriteAsync(WavHeader.Build(16_000, 1, WavSampleFormat.Pcm16, uint.MaxValue - 100), Token);
        await microphone.Writer.WriteAsync(new byte[160_000], Token);

        // The microphone never ends; disposing does not wait for it.
        await using SoundStream sound = await _reader.OpenAsync(microphone.Reader.AsStream(), "-", cancellationToken: Token);
        var block = new float[1000];
        for (int i = 0; i < 8; i++)
        {
            Assert.True(await sound.ReadAsync(block, Token) > 0);
        }
    }

    [Fact]
    public async Task ReadAsync_MicrophoneThatFallsSilent_EndsWithASentence()
    {
        _ = Tool.FFmpeg;
        var microphone = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await microphone.Writer.WriteAsync(WavHeader.Build(16_000, 1, WavSampleFormat.Pcm16, uint.MaxValue - 100), Token);
        await microphone.Writer.WriteAsync(new byte[64_000], Token);
        var options = new SoundStreamOptions { Limits = new SoundStreamLimits { MostWait = TimeSpan.FromSeconds(2) } };
        await Assert.ThrowsAsync<LimitReachedException>(async () => await ReadAllAsync(await _reader.OpenAsync(microphone.Reader.AsStream(), "-", options, Token)));
    }

    [Theory]
    [InlineData("7.1", 8, 2)]
    [InlineData("7.1", 8, 1)]
    [InlineData("5.1", 6, 1)]
    public async Task ReadAsync_Surround_IsMixedByWeightsThatAddUpToOne(string layout, int channels, int wanted)
    {
        // Channel c carries (c + 1) / 10.
        string source = string.Join('|', Enumerable.Range(1, channels).Select(c => $"0.{c}"));
        string path = _folder["a.wav"];
        await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", $"aevalsrc={source}:c={layout}:s=8000:d=1", "-c:a", "pcm_f32le", path);
        (float[] samples, SoundStream sound) = await ReadAsync(path, new SoundStreamOptions { ChannelCount = wanted });
        double h = Math.Sqrt(0.5);
        double left = channels == 8 ? (0.1 + (h * (0.3 + 0.5 + 0.7))) / (1 + (3 * h)) : (0.1 + (h * (0.3 + 0.5))) / (1 + (2 * h));
        double right = channels == 8 ? (0.2 + (h * (0.3 + 0.6 + 0.8))) / (1 + (3 * h)) : (0.2 + (h * (0.3 + 0.6))) / (1 + (2 * h));
        Assert.Equal(8000 * wanted, samples.Length);
        Assert.Equal(wanted == 2 ? left : (left + right) / 2, samples[0], 1e-6);
        Assert.Equal(wanted == 2 ? right : (left + right) / 2, samples[^1], 1e-6);
        Assert.Equal(8000, sound.SampleRate);
    }

    [Fact]
    public async Task ReadAsync_ExtremeSounds_AreRead()
    {
        _ = Tool.FFmpeg;
        foreach (int? rate in (int?[])[null, 16_000])
        {
            var options = new SoundStreamOptions { SampleRate = rate };
            // One sample is too little for ffmpeg's resampler, which gives nothing.
            Task<(float[] Samples, SoundStream Sound)> one = ReadAsync(Wav(Sounds.Noise(1, 1, 8000)), options);
            Assert.Equal(1, rate is null ? (await one).Samples.Length : (await Assert.ThrowsAsync<MalformedInputException>(() => one)).Text.English.Length > 0 ? 1 : 0);
            (float[] silence, _) = await ReadAsync(Wav(new SoundBuffer(8000, 1, 8000)), options);
            Assert.Equal(rate is null ? 8000 : 16_000, silence.Length);
            Assert.All(silence, x => Assert.Equal(0, x));
            SoundBuffer clipping = Sounds.Noise(2, 8000, 8000);
            foreach (ref float x in clipping.Channel(0))
            {
                x = x > 0 ? 1 : -1;
            }

            (float[] clipped, _) = await ReadAsync(Wav(clipping), options);
            Assert.All(clipped, x => Assert.InRange(x, -2, 2));
        }
    }

    [Fact]
    public async Task ReadAsync_LongerThanAllowed_IsRefused()
    {
        string path = Wav(Sounds.Noise(1, 8001, 8000));
        foreach (int? rate in (int?[])[null, 16_000])
        {
            _ = rate is null ? null : Tool.FFmpeg;
            var options = new SoundStreamOptions { SampleRate = rate, Limits = new SoundStreamLimits { MostDuration = TimeSpan.FromSeconds(1) } };
            await Assert.ThrowsAsync<LimitReachedException>(() => ReadAsync(path, options));
        }
    }

    [Fact]
    public async Task OpenAsync_WhatIsNoSound_IsRefused()
    {
        await Assert.ThrowsAsync<UnsupportedInputException>(() => _reader.OpenAsync(_folder.Write("a.wav", "plain words, nothing else"u8.ToArray()), cancellationToken: Token));
        await Assert.ThrowsAsync<UnsupportedInputException>(() => _reader.OpenAsync(new OneWayStream("#EXTM3U\nfile:///etc/passwd"u8.ToArray()), "-", cancellationToken: Token));
        await Assert.ThrowsAsync<MalformedInputException>(() => _reader.OpenAsync(_folder.Write("b.wav", []), cancellationToken: Token));
        await Assert.ThrowsAsync<MalformedInputException>(() => _reader.OpenAsync(_folder["none.wav"], cancellationToken: Token));
        await Assert.ThrowsAsync<MalformedInputException>(() => _reader.OpenAsync(new OneWayStream([]), "-", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _reader.OpenAsync("a", new SoundStreamOptions { SampleRate = 10 }, Token));
    }

    [Fact]
    public async Task OpenAsync_WithoutFFmpeg_StillReadsPlainWav()
    {
        string path = Wav(Sounds.Noise(1, 500, 8000));
        var reader = new SoundReader(new FFmpegLocator(_ => null));
        (float[] samples, _) = await ReadAllAsync(await reader.OpenAsync(path, cancellationToken: Token));
        Assert.Equal(500, samples.Length);
        await Assert.ThrowsAsync<MissingComponentException>(() => reader.OpenAsync(path, new SoundStreamOptions { SampleRate = 16_000 }, Token));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_StopsAndLeavesNothingRunning()
    {
        _ = Tool.FFmpeg;
        string path = Wav(Sounds.Noise(1, 800_000, 8000));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using SoundStream sound = await _reader.OpenAsync(path, new SoundStreamOptions { SampleRate = 48_000 }, stop.Token);
        var block = new float[1000];
        Assert.True(await sound.ReadAsync(block, stop.Token) > 0);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await sound.ReadAsync(block, stop.Token) > 0)
            {
            }
        });
    }

    private static int Crossings(ReadOnlySpan<float> samples)
    {
        int count = 0;
        for (int i = 1; i < samples.Length; i++)
        {
            count += (samples[i] < 0) != (samples[i - 1] < 0) ? 1 : 0;
        }

        return count;
    }

    private static async Task<(float[] Samples, SoundStream Sound)> ReadAllAsync(SoundStream sound)
    {
        await using SoundStream open = sound;
        var samples = new List<float>();
        var block = new float[4999];
        for (int read; (read = await open.ReadAsync(block, Token)) > 0;)
        {
            samples.AddRange(block.AsSpan(0, read));
        }

        return ([.. samples], open);
    }

    private async Task<(float[] Samples, SoundStream Sound)> ReadAsync(string path, SoundStreamOptions options) =>
        await ReadAllAsync(await _reader.OpenAsync(path, options, Token));

    private string Wav(SoundBuffer sound, WavSampleFormat format = WavSampleFormat.Pcm16)
    {
        using var file = new MemoryStream();
        WavFile.Write(file, sound, format);
        return _folder.Write($"{Guid.NewGuid():N}.wav", file.ToArray());
    }
}
