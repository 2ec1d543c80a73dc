using System.Text.Json;
using Sensorium.Audio;
using Sensorium.Expression;
using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Tests;

public sealed class OutsideFlowTests
{
    private static readonly ComposeOptions Short = new() { Length = TimeSpan.FromSeconds(10), Candidates = 1, Goal = ComposeGoal.Named[0] };

    [Fact]
    public async Task RunAsync_AnOutsideGenerator_WritesItsSoundAsLoudAsComposedPieces()
    {
        using Folder folder = new();
        await using FakeServer server = MusicWorld.Suno().Answer(200, MusicWorld.Wav(20, 0.01), "audio/wav");

        ComposeResult result = await Run(new SunoGenerator(MusicWorld.At(server)), folder, Short with { Formats = ["html", "mid", "json", "wav"] });

        OutsidePiece piece = result.Outside!;
        Assert.Empty(result.Pieces);
        Assert.Equal(["me.wav", "me.json"], piece.Files.Select(Path.GetFileName));
        Assert.False(File.Exists(folder["me.mid"]));
        Assert.Contains("no MIDI", result.Note!.Value.English, StringComparison.Ordinal);
        await using FileStream file = File.OpenRead(folder["me.wav"]);
        SoundBuffer sound = WavFile.Read(file);
        Assert.Equal(10, sound.Duration.TotalSeconds, 3);
        Assert.InRange(LoudnessMeter.Measure(sound).Integrated, -17, -15);
        Assert.True(TruePeakMeter.Measure(sound) <= -0.9);
        Assert.True(Math.Abs(sound.Channel(0)[^1]) < 0.001);
        JsonElement json = JsonElement.Parse(await File.ReadAllTextAsync(folder["me.json"], MusicWorld.Cancel));
        Assert.Empty(JsonSchema.Read("composition").Faults(json.GetRawText()));
        Assert.Equal("suno", json.GetProperty("outside").GetProperty("generator").GetString());
        Assert.Equal(result.Note.Value.English, json.GetProperty("note").GetString());
        Assert.DoesNotContain(server.Requests, request => request.Body.Contains("\"me\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_NoSoundWanted_AsksNobody()
    {
        using Folder folder = new();
        await using FakeServer server = new FakeServer().Answer(500, "{}");

        ComposeResult result = await Run(new SunoGenerator(MusicWorld.At(server)), folder, Short with { Formats = ["mid"] });

        Assert.Empty(server.Requests);
        Assert.True(File.Exists(folder["me.mid"]));
        Assert.Contains("No sound file was asked for", result.Note!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AGeneratorThatFails_LeavesItToTheBuiltInComposerAndSaysSo()
    {
        using Folder folder = new();
        await using FakeServer server = new FakeServer().Answer(500, "{}");

        ComposeResult result = await Run(new MusicGenGenerator(MusicWorld.At(server)), folder, Short with { Formats = ["mid", "json", "wav"] });

        Assert.Null(result.Outside);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("HTTP status 500", result.Note!.Value.English, StringComparison.Ordinal);
        Assert.EndsWith("So the piece is by the built-in composer.", result.Note.Value.English, StringComparison.Ordinal);
        Assert.Contains("내장 작곡기", result.Note.Value.Korean, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["me.mid"]) && File.Exists(folder["me.wav"]));
        string json = await File.ReadAllTextAsync(folder["me.json"], MusicWorld.Cancel);
        Assert.Contains("HTTP status 500", json, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Read("composition").Faults(json));
    }

    [Fact]
    public async Task Fallback_SilentSound_IsNoPiece()
    {
        await using FakeServer server = new FakeServer().Answer(200, MusicWorld.Wav(level: 0), "audio/wav");

        GeneratedMusic music = await new FallbackGenerator(new MusicGenGenerator(MusicWorld.At(server)), new BuiltInGenerator()).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel);

        Assert.NotNull(music.Composition);
        Assert.Contains("is silent", music.Note!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_Cancelled_DoesNotCompose()
    {
        await using FakeServer server = new FakeServer().Answer(200, "{}", TimeSpan.FromHours(1));
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new FallbackGenerator(new MusicGenGenerator(MusicWorld.At(server)), new BuiltInGenerator()).GenerateAsync(MusicWorld.Request(), null, stop.Token));
    }

    [Fact]
    public void Prompt_AnyPathAndStyle_IsShort()
    {
        double[] places = [-1, -0.4, 0, 0.4, 1];
        foreach (CompositionStyle style in CompositionStyles.All)
        {
            foreach (double valence in places)
            {
                foreach (double arousal in places)
                {
                    MusicPrompt prompt = MusicPrompt.Of(AffectPath.Iso((valence, arousal), (-valence, -arousal), TimeSpan.FromSeconds(60)), style, valence, FeelWorld.Of(valence, arousal));
                    Assert.True(prompt.Sentence.Length <= MusicPrompt.MostLetters, prompt.Sentence);
                    Assert.True(string.Join(", ", prompt.Tags).Length <= 120, string.Join(", ", prompt.Tags));
                    Assert.DoesNotContain("wall", prompt.Sentence, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Prompt_FromTenseToCalm_SaysBoth()
    {
        MusicPrompt prompt = MusicPrompt.Of(AffectPath.Iso((-0.8, 0.8), (0.6, -0.6), TimeSpan.FromSeconds(60)), CompositionStyles.Find("strings")!, 0.5);

        Assert.Contains("strings music with a warm sound", prompt.Sentence, StringComparison.Ordinal);
        Assert.Contains("begins tense and restless and gradually becomes serene", prompt.Sentence, StringComparison.Ordinal);
        Assert.Equal("Serene strings", prompt.Title);
    }

    [Fact]
    public void Create_WhatIsNotSetUp_SaysWhatToDo()
    {
        ModelCatalogue none = new([]);

        Assert.Contains(GeneratorSettings.UrlName, Assert.Throws<MissingComponentException>(() => MusicGenerators.Create("suno", _ => null, none)).Message, StringComparison.Ordinal);
        Assert.Contains("docs/generators.md", Assert.Throws<MissingComponentException>(() => MusicGenerators.Create("onnx", _ => null, none)).Message, StringComparison.Ordinal);
        Assert.Throws<MalformedInputException>(() => MusicGenerators.Create("suno", name => name == GeneratorSettings.UrlName ? "ftp://x" : null, none));
        Assert.Contains("ace-step", Assert.Throws<MalformedInputException>(() => MusicGenerators.Create("suno", name => name == GeneratorSettings.UrlName ? "http://localhost" : name == GeneratorSettings.KindName ? "ace-step" : null, none)).Message, StringComparison.Ordinal);
        Assert.Equal(MusicGenerators.Ids[0], MusicGenerators.Create(MusicGenerators.Ids[0], _ => null, none).Id);
    }

    private static Task<ComposeResult> Run(IMusicGenerator generator, Folder folder, ComposeOptions options) =>
        new ComposeFlow(ranker: null, sounds: null, generator).RunAsync("me", new AffectPoint(TimeSpan.Zero, -0.5, 0.5), 0.2, folder.Path, options, progress: null, MusicWorld.Cancel);
}
