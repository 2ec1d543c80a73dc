using System.Diagnostics;
using System.Numerics.Tensors;
using Sensorium.Expression;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests.Compose;

public sealed class ComposeFlowTests
{
    private static readonly AffectPoint Start = new(TimeSpan.Zero, -0.5, 0.3);

    [Fact]
    public async Task RunAsync_EveryFormat_WritesThemTogetherAndExactlyAsLong()
    {
        using Folder folder = new();
        ComposeOptions options = new() { Formats = ComposeOptions.AllFormats, Length = TimeSpan.FromSeconds(15), Candidates = 1, Stems = true };
        ComposeResult result = await Flow().RunAsync("photo.jpg", Start, 0.5, folder["out"], options, null, TestContext.Current.CancellationToken);
        Assert.Equal(result.Pieces[0].Files.Order(StringComparer.Ordinal), Directory.GetFiles(folder["out"]).Order(StringComparer.Ordinal));
        Assert.Equal(ComposeOptions.AllFormats.Count + 3, result.Pieces[0].Files.Count);
        Assert.InRange(result.Pieces[0].LoudnessLufs!.Value, -17, -15);
        Assert.True(result.Pieces[0].TruePeakDbtp <= -1);
        foreach (string format in (string[])["mp3", "flac", "ogg"])
        {
            ProcessStartInfo start = new(new FFmpegLocator().RequireFFprobe(), ["-v", "error", "-show_streams", "-show_format", folder[$"out/photo.{format}"]]) { RedirectStandardOutput = true };
            using Process probe = Process.Start(start)!;
            string said = await probe.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("attached_pic=1", said, StringComparison.Ordinal);
            Assert.Contains("title=photo", said, StringComparison.OrdinalIgnoreCase);
        }

        using FileStream wav = File.OpenRead(folder["out/photo.wav"]);
        SoundBuffer sound = WavFile.Read(wav);
        Assert.Equal(15 * sound.SampleRate, sound.Length);
    }

    [Fact]
    public async Task RunAsync_EveryStyle_IsNeitherSilentNorClipped()
    {
        foreach (CompositionStyle style in CompositionStyles.All)
        {
            using Folder folder = new();
            ComposeOptions options = new() { Formats = ["wav"], Length = TimeSpan.FromSeconds(20), Candidates = 1, Style = style };
            await Flow().RunAsync("x", new AffectPoint(TimeSpan.Zero, 0.3, -0.8), null, folder["out"], options, null, TestContext.Current.CancellationToken);
            using FileStream wav = File.OpenRead(folder["out/x.wav"]);
            SoundBuffer sound = WavFile.Read(wav);
            Assert.True(TensorPrimitives.MaxMagnitude<float>(sound.Channel(0)) < 0.99f, style.Id);

            // No two seconds in a row below -55 dB, but for the end, which dies away.
            int window = 2 * sound.SampleRate;
            for (int at = 0; at + window <= sound.Length - sound.SampleRate; at += sound.SampleRate / 2)
            {
                Assert.True(Math.Abs(TensorPrimitives.MaxMagnitude<float>(sound.Channel(0).Slice(at, window))) > 0.0018f, $"{style.Id} is silent at {at / sound.SampleRate} s");
            }
        }
    }

    [Fact]
    public async Task RunAsync_Twice_WritesTheSameBytes()
    {
        using Folder folder = new();
        ComposeOptions options = new() { Formats = ["mid", "musicxml", "wav", "json"], Length = TimeSpan.FromSeconds(12), Seed = 4 };
        ComposeResult first = await Flow().RunAsync("x", Start, null, folder["a"], options, null, TestContext.Current.CancellationToken);
        ComposeResult second = await Flow().RunAsync("x", Start, null, folder["b"], options, null, TestContext.Current.CancellationToken);
        foreach ((string a, string b) in first.Pieces.SelectMany(piece => piece.Files).Zip(second.Pieces.SelectMany(piece => piece.Files)))
        {
            Assert.True(File.ReadAllBytes(a).AsSpan().SequenceEqual(File.ReadAllBytes(b)), Path.GetFileName(a));
        }
    }

    [Fact]
    public async Task RunAsync_Cancelled_LeavesNothingBehind()
    {
        using Folder folder = new();
        using CancellationTokenSource stop = new();
        Progress progress = new(stop);
        ComposeOptions options = new() { Formats = ["mid", "wav"], Length = TimeSpan.FromMinutes(3) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flow().RunAsync("x", Start, null, folder["out"], options, progress, stop.Token));
        Assert.False(Directory.Exists(folder["out"]) && Directory.EnumerateFileSystemEntries(folder["out"]).Any());
    }

    [Fact]
    public async Task RunAsync_Candidates_AreRankedByTheirDistance()
    {
        ComposeOptions options = new() { Length = TimeSpan.FromSeconds(40), Candidates = 6, Goal = ComposeGoal.Parse("bright")! };
        ComposeResult result = await Flow().RunAsync("x", Start, null, null, options, null, TestContext.Current.CancellationToken);
        double[] distances = [.. result.Pieces.Select(piece => piece.Distance!.Value)];
        Assert.Equal(distances.Order(), distances);
        Assert.True(distances[0] < distances[^1]);
        Assert.Equal(6, result.Pieces.Select(piece => piece.Composition.Request.Seed).Distinct().Count());
    }

    [Theory]
    [InlineData("steady", ComposeArc.Iso, -0.5, -0.5)]
    [InlineData("calm", ComposeArc.Iso, -0.5, 0.45)]
    [InlineData("calm", ComposeArc.Compensatory, 0.45, 0.45)]
    [InlineData("calm", ComposeArc.Hold, -0.5, -0.5)]
    [InlineData("0.2,-0.9", ComposeArc.Iso, -0.5, 0.2)]
    public void PathOf_GoalsAndArcs_BeginAndEndWhereTheyShould(string goal, ComposeArc arc, double first, double last)
    {
        AffectPath path = ComposeFlow.PathOf(Start, new ComposeOptions { Goal = ComposeGoal.Parse(goal)!, Arc = arc });
        Assert.Equal(first, path.At(TimeSpan.Zero).Valence, 9);
        Assert.Equal(last, path.At(path.Length).Valence, 9);
    }

    [Theory]
    [InlineData("1.1,0")]
    [InlineData("0")]
    [InlineData("a,b")]
    [InlineData("NaN,0")]
    [InlineData("happy")]
    public void Parse_WhatIsNoGoal_IsNull(string text) => Assert.Null(ComposeGoal.Parse(text));

    [Fact]
    public void Suggest_EveryPlace_HasThreeDifferentSuggestions()
    {
        for (double valence = -1; valence <= 1; valence += 0.25)
        {
            for (double arousal = -1; arousal <= 1; arousal += 0.25)
            {
                IReadOnlyList<ComposeSuggestion> suggestions = RuleSuggester.Suggest(valence, arousal, arousal);
                Assert.Equal(3, suggestions.Select(suggestion => suggestion.Style.Id).Distinct().Count());
                Assert.Equal(valence < -0.2 && arousal > 0.2 ? "calm" : suggestions[0].Goal.Id, suggestions[0].Goal.Id);
            }
        }
    }

    private static ComposeFlow Flow() => new(ScoreModel.Open(ModelFolder.Load(Path.Combine(Repository.Root, "models", "score-ranker"))));

    private sealed class Progress(CancellationTokenSource stop) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Fraction > 0)
            {
                stop.Cancel();
            }
        }
    }
}
