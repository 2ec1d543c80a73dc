using Sensorium.Inference.Tests;

namespace Sensorium.Tests;

public sealed class OnnxMusicTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task GenerateAsync_ATinyPack_DrawsEachCodebookAStepLater(int guidance)
    {
        using MusicPackFixture pack = new();
        pack.Parameters["guidance"] = guidance;

        GeneratedMusic music = await new OnnxMusicGenerator(pack.Load()).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel);

        // Ten seconds were asked for; the pack makes four of them, at five frames a second, in three codebooks.
        float[] one = [.. Enumerable.Range(0, 20).Select(frame => frame % 8 / 8f)];
        Assert.Equal([.. one, .. one, .. one], music.Sound!.Channel(0).ToArray());
        Assert.Equal(("onnx", "tiny-musicgen@1", 8000), (music.Generator, music.Said, music.Sound.SampleRate));
    }

    [Fact]
    public void Open_AModelWithOtherInputs_NamesThem()
    {
        using MusicPackFixture pack = new() { First = TinyModel.Identity(1, 3) };

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => OnnxMusicPack.Open(pack.Load()));

        Assert.Contains("first.onnx of tiny-musicgen@1", error.Message, StringComparison.Ordinal);
        Assert.Contains("input encoder_hidden_states", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codebooks", 0)]
    [InlineData("mostSeconds", 1000)]
    [InlineData("tokenizer", 5)]
    public void Open_AParameterThatIsUnfit_IsNamed(string key, int value)
    {
        using MusicPackFixture pack = new();
        pack.Parameters[key] = value;

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => OnnxMusicPack.Open(pack.Load()));

        Assert.Contains($"parameters.{key}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_Cancelled_Stops()
    {
        using MusicPackFixture pack = new();
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new OnnxMusicGenerator(pack.Load()).GenerateAsync(MusicWorld.Request(), null, stop.Token));
    }

    [Theory]
    [InlineData("piano", new long[] { 4, 1 })]
    [InlineData("  piano  pi ", new long[] { 4, 5, 1 })]
    [InlineData("ano", new long[] { 3, 6, 1 })]
    [InlineData("z", new long[] { 3, 2, 1 })]
    public void Encode_AText_IsCutWhereTheScoresAreHighest(string text, long[] ids)
    {
        using MusicPackFixture pack = new();
        pack.Load();

        Assert.Equal(ids, UnigramTokenizer.Read(pack.Tokenizer).Encode(text));
    }

    [Fact]
    public void Draw_TwoOfThree_ComeAsOftenAsTheModelSays()
    {
        TokenSampler sampler = new(new Pcg32(3), 2);
        int[] counts = new int[3];
        for (int i = 0; i < 4000; i++)
        {
            counts[sampler.Draw([MathF.Log(3), -1, 0])]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 2880, 3120);
    }
}
