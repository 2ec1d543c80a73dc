using System.Diagnostics;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Voices;
using Sensorium.Media;

namespace Sensorium.Lab.Tests;

/// <summary>Import of a clip that ffmpeg makes: silence, and a tone from 1.5 s to 2.25 s.</summary>
public sealed class AiHubImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_ToneAtAKnownPlace_IsCutWithin20Milliseconds()
    {
        using TemporaryFolder folder = new();
        await MakeClipAsync(folder, "in/day/one.mp4");
        folder.Write("in/day/one.json", """
            {"utterances": [
              {"start": 1.5, "end": 2.25, "speaker": "A", "emotion": "기쁨", "valence": 4, "arousal": 3, "text": "\"응\", 좋아"},
              {"start": 1.0, "end": 2.0, "speaker": "B", "emotion": "경멸"},
              {"start": 3.5, "end": 9, "speaker": "B", "emotion": "슬픔"}]}
            """);
        folder.Write("in/lost.json", "[]");
        folder.Write("in/torn.json", "{");
        folder.Write("in/torn.mp4", "no film");

        AiHubResult result = await AiHubImport.RunAsync(folder["in"], folder["out"], spectrograms: true, null, Cancel);

        Assert.Equal((1, 2), (result.Clips, result.Utterances.Count));
        Assert.Equal(["day/one.json, 3", "lost.json", "torn.json"], result.Faults.Select(fault => fault.Name));
        Assert.Equal(["day_one-0001.wav", "day_one-0002.wav"], Directory.GetFiles(folder["out/clips"]).Select(Path.GetFileName).Order());
        (double from, double to, double length) = await ToneAsync(folder["out/clips/day_one-0001.wav"]);
        Assert.Equal((0, .75, .75), (from, to, length), (a, b) => Math.Abs(a.Item1 - b.Item1) < .02 && Math.Abs(a.Item2 - b.Item2) < .02 && Math.Abs(a.Item3 - b.Item3) < .001);
        (from, to, length) = await ToneAsync(folder["out/clips/day_one-0002.wav"]);
        Assert.InRange(from, .48, .52);
        Assert.InRange(length, .999, 1.001);
        Assert.Equal(
            "file,speaker,emotion,valence,arousal,start,end,text\nday_one-0002.wav,B,contempt,,,1.000,2.000,\nday_one-0001.wav,A,happy,4,3,1.500,2.250,\"\"\"응\"\", 좋아\"\n",
            File.ReadAllText(folder["out/clips.csv"]));

        // 440 Hz is low of 128 bands up to 8 kHz: bright near the bottom, dark at the top.
        using FileStream file = File.OpenRead(folder["out/spectrograms/day_one-0001.png"]);
        Picture picture = PngFile.Read(file, null, Cancel).Picture;
        Assert.Equal((76, 128), (picture.Width, picture.Height));
        int[] light = [.. Enumerable.Range(0, 128).Select(y => picture.Row(y)[(38 * 3) + 1] + 0)];
        Assert.InRange(Array.IndexOf(light, light.Max()), 90, 118);
        Assert.True(light[5] < light.Max() / 3);

        List<DatasetFault> left = [];
        VoiceClip clip = Assert.Single(VoiceClips.Read(folder["out"], left.Add));
        Assert.Equal(new VoiceClip("clips/day_one-0001.wav", "A", 2, string.Empty, false), clip);
        Assert.True(clip.IsImported);
        Assert.Contains("contempt", Assert.Single(left).Reason.English, StringComparison.Ordinal);
        Assert.Contains("기쁨", result.ToReport().ToMarkdown(Language.Korean), StringComparison.Ordinal);
        Assert.Contains("\"emotions\":{\"joy\":1,", result.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NothingUsable_WritesNothing()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/lost.json", "[]");

        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => AiHubImport.RunAsync(folder["in"], folder["out"], false, null, Cancel));

        Assert.Contains("lost.json", error.Text.English, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    private static async Task<(double From, double To, double Length)> ToneAsync(string path)
    {
        SoundBuffer sound = await new SoundReader().ReadAsync(path, new SoundReadOptions(), Cancel);
        float[] samples = sound.Channel(0).ToArray();
        Assert.Equal((16_000, 1), (sound.SampleRate, sound.ChannelCount));
        return (Array.FindIndex(samples, x => Math.Abs(x) > .05f) / 16_000.0, Array.FindLastIndex(samples, x => Math.Abs(x) > .05f) / 16_000.0, samples.Length / 16_000.0);
    }

    private static async Task MakeClipAsync(TemporaryFolder folder, string name)
    {
        string? program = new FFmpegLocator().FindFFmpeg();
        Assert.SkipWhen(program is null, "ffmpeg is not installed.");
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        string[] arguments =
        [
            "-v", "error", "-f", "lavfi", "-i", "color=c=gray:s=64x48:r=25:d=4", "-f", "lavfi", "-i", "aevalsrc=0.4*sin(2*PI*440*t)*between(t\\,1.5\\,2.25):s=44100:d=4",
            "-c:v", "mpeg4", "-c:a", "aac", "-shortest", folder[name],
        ];
        using Process process = Process.Start(new ProcessStartInfo(program!, arguments))!;
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }
}
