using System.Diagnostics;

namespace Sensorium.Tests;

public sealed class HostileMediaTests : IDisposable
{
    // Four hundred in all with SENSORIUM_TEST_FULL=1, else a tenth.
    private static readonly int Each = Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1" ? 50 : 5;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.wav", "-f lavfi -i sine=440:d=1")]
    [InlineData("a.mp3", "-f lavfi -i sine=440:d=1 -c:a libmp3lame")]
    [InlineData("song.mp3", "-f lavfi -i sine=440:d=1 -c:a libmp3lame")]
    [InlineData("song.flac", "-f lavfi -i sine=440:d=1 -c:a flac")]
    [InlineData("a.m4a", "-f lavfi -i sine=440:d=1 -c:a aac")]
    [InlineData("a.mkv", "-f lavfi -i testsrc=s=64x48:d=1 -f lavfi -i sine=440:d=1 -c:v mpeg4 -c:a aac")]
    [InlineData("a.mp4", "-f lavfi -i testsrc=s=64x48:d=1 -f lavfi -i sine=440:d=1 -c:v mpeg4 -c:a aac")]
    [InlineData("a.txt", "")]
    public async Task RunAsync_MutatedFiles_GiveAResultOrASentence(string name, string arguments)
    {
        byte[] whole = arguments.Length > 0
            ? await File.ReadAllBytesAsync(await Clip.MakeAsync(_folder[name], arguments), TestContext.Current.CancellationToken)
            : [.. Enumerable.Range(0, 200).SelectMany(_ => "행복한 day, so glad.\n"u8.ToArray())];
        FeelFlow flow = new(new FeelWorld { Heard = name.StartsWith("song", StringComparison.Ordinal) ? Perception.SoundClass.Music : Perception.SoundClass.Speech });
        Pcg32 random = new(7);
        int felt = 0, refused = 0;
        for (int i = 0; i < Each; i++)
        {
            byte[] bytes = Mutation.Of(whole, random, head: int.MaxValue, flips: 8, hole: 64);
            try
            {
                FeelResult result = await flow.RunAsync(bytes, name, new FeelOptions(), TestContext.Current.CancellationToken);
                Assert.True(double.IsFinite(result.Percept.Affect.Valence.Mean));
                felt++;
            }
            catch (SensoriumException error)
            {
                Assert.NotEmpty(error.Text.Korean);
                refused++;
            }
        }

        Assert.Equal(Each, felt + refused);
        Assert.DoesNotContain(Process.GetProcessesByName("ffmpeg"), IsOurChild);
    }

    [Theory]
    [InlineData(0.0, "without voice")]
    [InlineData(2.0, null)]
    public async Task RunAsync_SilenceAndClipping_AreSoundsLikeAny(double level, string? refusal)
    {
        string path = await Clip.MakeAsync(_folder["a.wav"], FormattableString.Invariant($"-f lavfi -i sine=440:d=1,volume={level * 20}"));

        Exception? error = await Record.ExceptionAsync(() => new FeelFlow(new FeelWorld()).RunAsync(path, new FeelOptions(), TestContext.Current.CancellationToken));

        Assert.Equal(refusal is null, error is null);
        Assert.Contains(refusal ?? string.Empty, error?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OneSample_IsRefusedInWords()
    {
        using (FileStream file = File.Create(_folder["one.wav"]))
        {
            Media.WavFile.Write(file, new SoundBuffer(8000, 1, 1));
        }

        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => new FeelFlow(new FeelWorld()).RunAsync(_folder["one.wav"], new FeelOptions(), TestContext.Current.CancellationToken));

        Assert.Contains("no voice to feel", error.Message, StringComparison.Ordinal);
    }

    private bool IsOurChild(Process process)
    {
        using (process)
        {
            try
            {
                return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(_folder.Path, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
