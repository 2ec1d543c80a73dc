using Sensorium.Inference;
using Sensorium.Lab.Songs;
using Sensorium.Media;
using Sensorium.Testing;

namespace Sensorium.Lab.Tests;

public sealed class SongEvaluationTests
{
    [Fact]
    public async Task RunAsync_Recordings_AreCountedForEveryMethodAndFitTheSchema()
    {
        using TemporaryFolder data = new();
        data.Write("quadrants.csv", "file,quadrant,original\nfast.wav,Q1,a\nslow.wav,Q3,b\nlost.wav,Q2,c\nodd.wav,Q7,d\n");
        Tune(data["quadrants/fast.wav"], 0.15, [72, 76, 79, 84]);
        Tune(data["quadrants/slow.wav"], 1.2, [45, 48, 52]);

        SongEvaluationResult result = await SongEvaluation.RunAsync(
            data.FullPath, ModelCatalogue.Default(data.FullPath), new SongEvaluationOptions { Timing = false }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["recordings", "recordings-plain", "recordings-key", "recordings-commonest"], result.Scores.Select(scores => scores.Id));
        Assert.All(result.Scores, scores => Assert.Equal(2, scores.Clips));
        Assert.Equal(2, result.Faults.Count);
        Assert.Equal(0.5, result.Scores[3].Quadrant.Value);
        Assert.Equal(2, result.Scores[0].Confusion!.Total);
        Assert.Equal(1, result.Scores[0].Arousal.Value);
        Assert.True(double.IsNaN(result.Scores[2].Arousal.Value) && double.IsNaN(result.Milliseconds));
        Assert.Empty(JsonSchema.Read("evaluate-song").Faults(result.ToJson()));
        Assert.Contains("<svg", result.ToReport("evaluate song DATA").ToHtml(Language.Korean), StringComparison.Ordinal);
        Assert.Contains("plain formula", result.ToReport().ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FolderWithoutSongs_SaysWhatIsWanted()
    {
        using TemporaryFolder data = new();
        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => SongEvaluation.RunAsync(
            data.FullPath, ModelCatalogue.Default(data.FullPath), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("quadrants.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldOf_ClipsOfOneSong_IsTheSame()
    {
        Assert.Equal(SongSets.FoldOf(new("emopia/Q1_abc-_x_0.mid", 0)), SongSets.FoldOf(new("emopia/Q3_abc-_x_12.mid", 2)));
        Assert.Equal(SongSets.Folds, Enumerable.Range(0, 60).Select(i => SongSets.FoldOf(new($"emopia/Q1_song{i}_0.mid", 0))).Distinct().Count());
    }

    [Fact]
    public void Share_OfTwoFolds_HasTheirSpread()
    {
        HeardSong[] songs = [.. Enumerable.Range(0, 8).Select(i => new HeardSong(new SongClip($"{i}", 0), i / 4, null!, default))];
        SongShare share = SongShare.Of(songs, song => song.Fold == 0 || song.Clip.Name == "4");
        Assert.Equal((0.625, 0.375), (share.Value, share.Spread));
    }

    // Chords that fade, one after the other.
    private static void Tune(string path, double gap, int[] pitches)
    {
        const int Rate = 22_050;
        SoundBuffer sound = new(Rate, 1, 10 * Rate);
        for (double start = 0; start < 9.5; start += gap)
        {
            foreach (int pitch in pitches)
            {
                double hertz = 440 * Math.Pow(2, (pitch - 69) / 12.0);
                for (int i = (int)(start * Rate), n = 0; i < sound.Length && n < gap * Rate; i++, n++)
                {
                    double t = (double)n / Rate;
                    sound.Channel(0)[i] += (float)(0.1 * Math.Exp(-3 * t / gap) * (Math.Sin(2 * Math.PI * hertz * t) + (0.4 * Math.Sin(4 * Math.PI * hertz * t))));
                }
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = File.Create(path);
        WavFile.Write(file, sound);
    }
}
