using System.IO.Pipes;
using System.Text;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class FeelLiveTests
{
    private const int Rate = 8000;

    private readonly List<VoiceSegment> _heard = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task ListenAsync_APipeThatStaysOpen_TellsTheFirstStretchBeforeItsEnd()
    {
        SkipWithoutFFmpeg();
        await using AnonymousPipeServerStream microphone = new(PipeDirection.Out);
        await using AnonymousPipeClientStream ear = new(PipeDirection.In, microphone.ClientSafePipeHandle);

        Task<FeelResult> listening = ListenAsync(ear, new RawSound(Rate, 1), TestContext.Current.CancellationToken);
        await microphone.WriteAsync(Tone(6), TestContext.Current.CancellationToken);
        await microphone.FlushAsync(TestContext.Current.CancellationToken);
        await _first.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(listening.IsCompleted);
        await microphone.DisposeAsync();
        FeelResult result = await listening;
        Assert.Equal(("-", "sound", 6 * Rate * 2L), (result.Input, result.Kind, result.Bytes));
        Assert.Equal(6, result.Length!.Value.TotalSeconds, 0.1);
        Assert.Equal(result.Segments, _heard);
        Assert.Equal("voice", result.Percept.Source);
    }

    [Fact]
    public async Task ListenAsync_Stopped_IsWhatWasHeardUntilThen()
    {
        SkipWithoutFFmpeg();
        using CancellationTokenSource stop = new();
        await using AnonymousPipeServerStream microphone = new(PipeDirection.Out);
        await using AnonymousPipeClientStream ear = new(PipeDirection.In, microphone.ClientSafePipeHandle);

        Task<FeelResult> listening = ListenAsync(ear, new RawSound(Rate, 1), stop.Token);
        await microphone.WriteAsync(Tone(6), TestContext.Current.CancellationToken);
        await _first.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        FeelResult result = await listening;
        Assert.NotEmpty(result.Segments);
        Assert.InRange(result.Length!.Value.TotalSeconds, 0.5, 6.1);
    }

    [Theory]
    [InlineData(WavSampleFormat.Pcm16)]
    [InlineData(WavSampleFormat.Floating)]
    public async Task ListenAsync_AWavStream_NeedsNoWordOnWhatItIs(WavSampleFormat format)
    {
        SkipWithoutFFmpeg();
        using MemoryStream file = new();
        SoundBuffer sound = new(44_100, 2, 88_200);
        sound.Channel(0).Fill(0.3f);
        sound.Channel(1).Fill(0.3f);
        WavFile.Write(file, sound, format);
        file.Position = 0;

        FeelResult result = await ListenAsync(file, null, TestContext.Current.CancellationToken);

        Assert.Equal(2, result.Length!.Value.TotalSeconds, 0.1);
        Assert.Equal(4, _heard.Count);
    }

    [Fact]
    public async Task ListenAsync_SilenceOrSomethingElse_IsRefused()
    {
        SkipWithoutFFmpeg();

        UnsupportedInputException silence = await Assert.ThrowsAsync<UnsupportedInputException>(() => ListenAsync(new MemoryStream(new byte[Rate * 2]), new RawSound(Rate, 1), TestContext.Current.CancellationToken));
        Assert.Contains("no voice to feel: 0:01.0 without voice or music", silence.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnsupportedInputException>(() => ListenAsync(new MemoryStream(Encoding.ASCII.GetBytes("a diary of a day without sound")), null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<MalformedInputException>(() => ListenAsync(new MemoryStream(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void WriteHeard_AStretch_FitsTheSchema()
    {
        using MemoryStream stream = new();
        using (System.Text.Json.Utf8JsonWriter json = new(stream))
        {
            PerceptJson.WriteHeard(json, "-", new VoiceSegment(TimeSpan.FromSeconds(1.25), TimeSpan.FromSeconds(2), SoundClass.Speech, FeelWorld.Of(0.5, 0)));
        }

        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("{\"input\":\"-\",\"heard\":{\"start\":1.25,\"end\":2,\"class\":\"speech\",\"valence\":", text, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Read("heard").Faults(text));
    }

    private static void SkipWithoutFFmpeg() => Assert.SkipWhen(new FFmpegLocator().FindFFmpeg() is null, "ffmpeg is not installed.");

    private static byte[] Tone(int seconds)
    {
        byte[] bytes = new byte[seconds * Rate * 2];
        for (int i = 0; i < bytes.Length / 2; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), (short)(8000 * Math.Sin(i * 0.3)));
        }

        return bytes;
    }

    private Task<FeelResult> ListenAsync(Stream stream, RawSound? raw, CancellationToken cancellationToken) =>
        new FeelFlow(new FeelWorld()).ListenAsync(stream, "-", raw, new FeelOptions { Subject = FeelSubject.Voice }, Hear, cancellationToken);

    private void Hear(VoiceSegment segment)
    {
        _heard.Add(segment);
        _first.TrySetResult();
    }
}
