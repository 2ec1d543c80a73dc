using System.Text;

namespace Sensorium.Tests;

public sealed class FeelTextTests
{
    [Theory]
    [InlineData("I am glad.", 0.7)]
    [InlineData("\ufeffI am sad.\r\n", -0.7)]
    [InlineData("ID3 is how my sad diary begins", -0.7)]
    public async Task RunAsync_ATextFile_IsItsWords(string words, double valence)
    {
        FeelResult result = await FeelAsync(Encoding.UTF8.GetBytes(words));

        Assert.Equal(("text", "text", valence), (result.Kind, result.Percept.Source, result.Percept.Affect.Valence.Mean));
        Assert.Null(result.Length);
    }

    [Fact]
    public async Task RunAsync_WordsAlone_AreAnInput()
    {
        FeelResult result = await new FeelFlow(new FeelWorld()).RunAsync(FeelInput.OfWords("glad"), new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(("--text", "text", 4), (result.Input, result.Kind, (int)result.Bytes));
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "is not UTF-8 text (line 2)", [.. "one\n"u8, 0xC3, 0x28, .. "\nthree"u8] },
        { "is not UTF-8 text (line 1)", [0xFF, 0xFE, (byte)'h', 0, (byte)'i', 0] },
        { "holds no words", [.. " \n\t "u8] },
        { "at most 1,048,576", [.. Enumerable.Repeat((byte)'a', (1 << 20) + 1)] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task RunAsync_AnUnfitText_IsExplained(string sentence, byte[] bytes) =>
        Assert.Contains(sentence, (await Assert.ThrowsAnyAsync<SensoriumException>(() => FeelAsync(bytes))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task RunAsync_AMegabyteOfText_IsFelt() => Assert.Equal("text", (await FeelAsync([.. Enumerable.Repeat((byte)'a', 1 << 20)])).Kind);

    [Fact]
    public async Task RunAsync_AsText_RefusesAPictureByItsBytes()
    {
        using Folder folder = new();

        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() =>
            new FeelFlow(new FeelWorld()).RunAsync(folder.Store("a.png", new Picture(8, 8)), new FeelOptions { Subject = FeelSubject.Text }, TestContext.Current.CancellationToken));

        Assert.Contains("'a.png' is not UTF-8 text", error.Message, StringComparison.Ordinal);
    }

    private static Task<FeelResult> FeelAsync(byte[] bytes) => new FeelFlow(new FeelWorld()).RunAsync(bytes, "words.txt", new FeelOptions(), TestContext.Current.CancellationToken);
}
