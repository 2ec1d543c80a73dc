using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Voices;
using Sensorium.Media;

namespace Sensorium.Lab.Tests;

/// <summary>The evaluation on clips made by hand, with the shipped model in place of fold models.</summary>
public sealed class VoiceEvaluationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Read_Folder_NamesWhatIsLeftOut()
    {
        using TemporaryFolder folder = new();
        folder.Write("ravdess.csv", "file,speaker,emotion,text\na.wav,one,happy,Kids\nb.wav,one,jolly,Kids\nc.wav,one,sad,Kids\n");
        folder.Write("ravdess/a.wav", "x");
        List<DatasetFault> faults = [];

        VoiceClip clip = Assert.Single(VoiceClips.Read(folder.FullPath, faults.Add));

        Assert.Equal(new VoiceClip("ravdess/a.wav", "one", 2, "Kids", true), clip);
        Assert.Equal(["ravdess/b.wav", "ravdess/c.wav"], faults.Select(fault => fault.Name));
    }

    [Fact]
    public void Read_NoTable_SaysWhatIsWanted()
    {
        using TemporaryFolder folder = new();

        Assert.Contains("ravdess.csv", Assert.Throws<MalformedInputException>(() => VoiceClips.Read(folder.FullPath, _ => { })).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableWithoutSpeaker_NamesTheColumn()
    {
        using TemporaryFolder folder = new();
        folder.Write("korean.csv", "file,emotion\na.wav,happy\n");

        Assert.Contains("speaker", Assert.Throws<MalformedInputException>(() => VoiceClips.Read(folder.FullPath, _ => { })).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FoldsWithoutList_SaysHowToMakeThem()
    {
        using TemporaryFolder folder = new();
        Draw(folder, 2);

        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(
            () => VoiceEvaluation.RunAsync(folder.FullPath, new ModelCatalogue([]), new VoiceEvaluationOptions { Folds = folder["nothing"] }, null, Cancel));

        Assert.Contains("training/voice.py", error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FewClips_GivesFiguresOfTheStatedShape()
    {
        using TemporaryFolder folder = new();
        Draw(folder, 12);
        string shipped = Path.Combine(Root(), "models", "voice-emotion");
        foreach (int fold in (int[])[0, 1])
        {
            Directory.CreateDirectory(folder[$"work/fold{fold}"]);
            File.Copy(Path.Combine(shipped, "emotion.onnx"), folder[$"work/fold{fold}/emotion.onnx"]);
            File.Copy(Path.Combine(shipped, "calibrated.onnx"), folder[$"work/fold{fold}/calibrated.onnx"]);
        }

        folder.Write("work/folds.json", "[" + string.Join(",", Enumerable.Range(0, 11).Select(i => $$"""{"file": "ravdess/{{i}}.wav", "fold": {{i % 2}}}""")) + "]");
        VoiceEvaluationResult result;
        try
        {
            result = await VoiceEvaluation.RunAsync(folder.FullPath, new ModelCatalogue([]), new VoiceEvaluationOptions { Folds = folder["work"], Timing = false }, null, Cancel);
        }
        catch (MissingComponentException exception)
        {
            Assert.Skip(exception.Text.English);
            throw;
        }

        Assert.Equal(12, result.Clips);
        Assert.Equal("ravdess/11.wav", Assert.Single(result.Faults).Name);
        Assert.Equal(["seven", "eight"], result.Emotions.Select(scores => scores.Id));
        Assert.Equal(11, result.Emotions[0].Clips);
        Assert.Equal(["neutral-one-seven", "neutral-all-seven", "five-seven", "ten-seven", "twenty-seven", "all-seven"], result.Known.Select(scores => scores.Id));
        Assert.All(result.Known, scores => Assert.Equal(11, scores.Clips));
        Assert.All(result.Emotions, scores => Assert.InRange(scores.CalibrationNoise, 0.001, 0.5));
        Assert.Equal(["noise20", "noise10", "noise5", "telephone"], result.Robustness.Select(scores => scores.Id));
        Assert.Empty(JsonSchema.Read("evaluate-voice").Faults(result.ToJson()));
        Assert.Contains("unseen", result.ToReport("x").ToMarkdown(Language.English), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("재현율", result.ToReport("x").ToHtml(Language.Korean), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_NoiseAtARatio_IsAsLoudAsStated()
    {
        float[] tone = [.. Enumerable.Range(0, 32_000).Select(i => 0.3f * MathF.Sin(i * 0.2f))];
        float[] noisy = VoiceNoise.Add(tone, 6, new Pcg32(3));
        double noise = noisy.Zip(tone, (a, b) => (double)(a - b) * (a - b)).Average();

        Assert.Equal(6, 10 * Math.Log10(VoiceNoise.VoicePower(tone) / noise), 0.01);
    }

    [Fact]
    public void Telephone_ToneBelowItsBand_IsGone()
    {
        double Gain(float step) => Math.Sqrt(VoiceNoise.VoicePower(VoiceNoise.Telephone([.. Enumerable.Range(0, 16_000).Select(i => 0.5f * MathF.Sin(i * step))])) / 0.125);

        Assert.InRange(Gain(2 * MathF.PI * 1000 / 16_000), 0.85, 1.1);
        Assert.True(Gain(2 * MathF.PI * 60 / 16_000) < 0.1);
    }

    // Buzzes of different height; every speaker begins with two neutral ones.
    private static void Draw(TemporaryFolder folder, int count)
    {
        string[] labels = ["neutral", "neutral", "neutral", "happy", "sad", "angry"];
        List<string> rows = ["file,speaker,emotion,text"];
        Directory.CreateDirectory(folder["ravdess"]);
        for (int i = 0; i < count; i++)
        {
            SoundBuffer sound = new(16_000, 1, 16_000);
            for (int t = 0; t < sound.Length; t++)
            {
                sound.Channel(0)[t] = 0.3f * MathF.Sin((0.05f + (0.003f * i)) * t) * MathF.Abs(MathF.Sin(t * 0.0008f));
            }

            using FileStream file = File.Create(folder[$"ravdess/{i}.wav"]);
            WavFile.Write(file, sound);
            rows.Add($"{i}.wav,s{i / 6},{labels[i % 6]},text");
        }

        folder.Write("ravdess.csv", string.Join('\n', rows) + "\n");
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sensorium.slnx")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
