using Sensorium.Inference;
using Sensorium.Lab.Songs;
using Sensorium.Media;
using Sensorium.Perception;

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
        Assert.Equal(result.Scores[0].Confusion!.Accuracy, result.Scores[0].Quadrant.Value);
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
    public void Of_PlacesThatAreKnown_AreCountedByQuadrantAndSide()
    {
        HeardSong[] songs = [Song(0, 0.4, 0.4, false), Song(1, 0.4, 0.4, true), Song(2, -0.4, -0.4, true), Song(3, 0.4, -0.4, true)];

        SongScores[] scores = [.. SongMethods.Of("set", new("set", "묶음"), songs)];

        Assert.Equal((0.75, 1, 0.75), (scores[0].Quadrant.Value, scores[0].Arousal.Value, scores[0].Valence.Value));
        Assert.Equal(1, scores[0].Confusion![1, 0]);
        Assert.Equal((1 - (0.4 / 0.55)) / 2, scores[0].ArousalError, 1e-9);
        Assert.Equal(0.75, scores[2].Valence.Value);
        Assert.Equal((0.25, 0.5), (scores[3].Quadrant.Value, scores[3].Arousal.Value));
    }

    [Fact]
    public void Share_OfTwoFolds_HasTheirSpread()
    {
        HeardSong[] songs = [.. Enumerable.Range(0, 8).Select(i => new HeardSong(new SongClip($"{i}", 0), i / 4, null!, default))];
        SongShare share = SongShare.Of(songs, song => song.Fold == 0 || song.Clip.Name == "4");
        Assert.Equal((0.625, 0.375), (share.Value, share.Spread));
    }

    private static HeardSong Song(int quadrant, double valence, double arousal, bool minor) => new(
        new SongClip("clip", quadrant),
        0,
        new SongMeasures
        {
            Tempo = 100,
            TempoStrength = 0.5,
            Key = new(0, minor, 0.8f, 0.1f),
            Loudness = -16,
            Dynamics = 4,
            Amplitude = 0.1,
            Brightness = 1000,
            Noise = 0.04,
            Density = 3,
            VocalShare = 0,
        },
        new Affect { Valence = new(valence, 0.3), Arousal = new(arousal, 0.3) });

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
