using System.Text;

namespace Sensorium.Tests;

public sealed class FeelTogetherTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunTogetherAsync_APhotoAVoiceAndWords_AreOneFeeling()
    {
        FeelWorld world = new() { Found = [new(0.2, 0.2, 0.4, 0.6)], WrittenDown = "never asked" };
        FeelInput[] inputs = [Photo(), FeelInput.OfFile(await VoiceAsync()), FeelInput.OfWords("so glad")];

        FeelResult result = await FeelAsync(world, inputs);

        Assert.Equal(["face", "scene", "text", "voice"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.Equal(("mix", 80, 1), (result.Kind, result.Width, result.Faces.Count));
        Assert.Equal(inputs.Select(input => input.Name), result.Inputs);
        Assert.Equal(["so glad"], world.Read);
        Assert.Null(result.Transcript);
        Assert.Empty(JsonSchema.Read("percept").Faults(Encoding.UTF8.GetString(FeelVideoTests.Json(result))));
    }

    [Fact]
    public async Task RunTogetherAsync_WordsWithOneFile_KeepItsKind()
    {
        FeelResult result = await FeelAsync(new FeelWorld(), [Photo(), FeelInput.OfWords("glad")]);

        Assert.Equal("picture", result.Kind);
        Assert.Equal($"{_folder["a.png"]} + --text", result.Input);
    }

    [Fact]
    public async Task RunTogetherAsync_AnySubset_IsEnough()
    {
        FeelWorld world = new();
        string silence = await Clip.MakeAsync(_folder["silence.wav"], "-f lavfi -i anullsrc=d=1");

        FeelResult result = await FeelAsync(world, [FeelInput.OfFile(silence), FeelInput.OfWords("glad")]);
        FeelResult alone = await FeelAsync(world, [FeelInput.OfWords("glad")]);

        Assert.Equal("text", Assert.Single(result.Percept.Parts).Percept.Source);
        Assert.Contains(result.Notes, note => note.English.Contains("no voice", StringComparison.Ordinal));
        Assert.Empty(alone.Inputs);
    }

    [Fact]
    public async Task RunTogetherAsync_GladWordsInAnAngryVoice_AreToldNotAveraged()
    {
        FeelWorld angry = new() { VoiceFeeling = FeelWorld.Of(-0.7, 0.7, 0.25) with { Source = "voice", Evidence = [] } };

        FeelResult result = await FeelAsync(angry, [FeelInput.OfFile(await VoiceAsync()), FeelInput.OfWords("glad")]);

        Assert.StartsWith("a contradiction, as in irony: the words are more pleasant", result.Percept.Evidence[0].English, StringComparison.Ordinal);
        Assert.True(result.Percept.Affect.Valence.Sd > 0.5);
        Assert.True(result.Percept.IsUnsure);
    }

    [Fact]
    public async Task RunTogetherAsync_OneBrokenFile_FailsByName()
    {
        await File.WriteAllTextAsync(_folder["b.pdf"], "%PDF-1.4", TestContext.Current.CancellationToken);

        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => FeelAsync(new FeelWorld(), [Photo(), FeelInput.OfFile(_folder["b.pdf"])]));

        Assert.Contains("b.pdf", error.Message, StringComparison.Ordinal);
    }

    private FeelInput Photo() => FeelInput.OfFile(_folder.Store("a.png", new Picture(80, 50)));

    private Task<string> VoiceAsync() => Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=1");

    private static Task<FeelResult> FeelAsync(FeelWorld world, IReadOnlyList<FeelInput> inputs) =>
        new FeelFlow(world).RunTogetherAsync(inputs, new FeelOptions(), TestContext.Current.CancellationToken);
}
