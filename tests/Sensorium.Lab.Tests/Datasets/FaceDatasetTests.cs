using Sensorium.Lab.Tests;

namespace Sensorium.Lab.Datasets.Tests;

public sealed class FaceDatasetTests
{
    private const string Header = "tile,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";

    private static async Task<(List<FaceSample> Samples, List<DatasetFault> Faults)> ReadAsync(FaceDataset data)
    {
        List<FaceSample> samples = [];
        List<DatasetFault> faults = [];
        await foreach (FaceSample sample in data.ReadAsync(faults.Add, null, TestContext.Current.CancellationToken))
        {
            samples.Add(sample);
        }

        return (samples, faults);
    }

    /// <summary>Two rows of tiles; tile i is filled with the value i.</summary>
    private static Picture Sheet(int tiles)
    {
        Picture sheet = new(40 * 48, ((tiles + 39) / 40) * 48);
        for (int tile = 0; tile < tiles; tile++)
        {
            for (int y = 0; y < 48; y++)
            {
                sheet.Row((tile / 40 * 48) + y).Slice(tile % 40 * 48 * 3, 48 * 3).Fill((byte)tile);
            }
        }

        return sheet;
    }

    [Fact]
    public async Task Sheets_TwoRowsOfTiles_GiveEachTileWithItsVotes()
    {
        using TemporaryFolder folder = new();
        folder.Write("valid-00.jpg", Sheet(60));
        folder.Write("valid.csv", Header + "\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},1,{i % 8},0,0,0,0,0,2,3,4\n")));
        FaceDataset data = FaceDataset.Open(folder.FullPath);
        (List<FaceSample> samples, List<DatasetFault> faults) = await ReadAsync(data);

        Assert.Equal((FaceLayout.Sheets, "valid", true), (data.Layout, data.Split, data.IsCutOut));
        Assert.Empty(faults);
        Assert.Equal(Enumerable.Range(0, 60), samples.Select(sample => (int)sample.Picture.Pixels[1000]));
        Assert.All(samples, sample => Assert.Equal((48, 48), (sample.Picture.Width, sample.Picture.Height)));

        // In the order of Emotion: joy sadness anger surprise fear contempt disgust neutral, unknown, not a face.
        Assert.Equal([5, 0, 0, 0, 0, 2, 0, 1, 3, 4], samples[45].Votes!.All.ToArray());
        Assert.Equal("valid-00.jpg#45", samples[45].Name);
    }

    [Fact]
    public async Task Sheets_BrokenRows_AreNamedAndLeftOut()
    {
        using TemporaryFolder folder = new();
        folder.Write("valid-00.jpg", Sheet(40));
        folder.Write("valid.csv", $"{Header}\n0,9,0,0,0,0,0,0,0,1,0\n1,x,0,0,0,0,0,0,0,1,0\n2,0,0,0,0,0,0,0,0,0,0\n40,9,0,0,0,0,0,0,0,1,0\n9999,9,0,0,0,0,0,0,0,1,0\n4,9,0\nz,9,0,0,0,0,0,0,0,1,0\n3,1,2,3,0,0,0,0,0,1,0\n");
        (List<FaceSample> samples, List<DatasetFault> faults) = await ReadAsync(FaceDataset.Open(folder.FullPath));

        Assert.Equal(["valid-00.jpg#0", "valid-00.jpg#3"], samples.Select(sample => sample.Name));
        Assert.Equal(["valid.csv:3", "valid.csv:4", "valid.csv:5", "valid.csv:6", "valid.csv:7", "valid.csv:8"], faults.Select(fault => fault.Name).Where(name => name.StartsWith("valid.csv", StringComparison.Ordinal)));
        Assert.All(faults, fault => Assert.True(fault.Reason.English.Length > 0 && fault.Reason.Korean.Length > 0));
    }

    [Fact]
    public async Task Folders_EnglishAndKoreanNames_AreEmotions()
    {
        using TemporaryFolder folder = new();
        folder.Write("Happy/a.png", TemporaryFolder.Grey(8, 8, 10));
        folder.Write("슬픔/deep/b.png", TemporaryFolder.Grey(8, 8, 20));
        folder.Write("3_anger/c.png", TemporaryFolder.Grey(8, 8, 30));
        folder.Write("3_anger/broken.png", "this is no picture");
        folder.Write("misc/d.png", TemporaryFolder.Grey(8, 8, 40));
        FaceDataset data = FaceDataset.Open(folder.FullPath);
        (List<FaceSample> samples, List<DatasetFault> faults) = await ReadAsync(data);

        Assert.Equal((FaceLayout.Folders, null, false), (data.Layout, data.Split, data.IsCutOut));
        Assert.Equal(
            [("3_anger/c.png", Emotion.Anger), ("Happy/a.png", Emotion.Joy), ("슬픔/deep/b.png", Emotion.Sadness)],
            samples.Select(sample => (sample.Name, sample.Label!.Value)));
        Assert.Equal(["3_anger/broken.png", "misc"], faults.Select(fault => fault.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Folders_WithSplits_TakeTheOneAskedFor()
    {
        using TemporaryFolder folder = new();
        foreach (string split in (string[])["train", "test"])
        {
            folder.Write($"{split}/joy/{split}.png", TemporaryFolder.Grey(8, 8, 10));
            folder.Write($"{split}/fear/{split}.png", TemporaryFolder.Grey(8, 8, 10));
        }

        Assert.Equal("test", FaceDataset.Open(folder.FullPath).Split);
        Assert.Equal(["fear/train.png", "joy/train.png"], (await ReadAsync(FaceDataset.Open(folder.FullPath, split: "train"))).Samples.Select(sample => sample.Name));
        Assert.Contains("test, train", Assert.Throws<MalformedInputException>(() => FaceDataset.Open(folder.FullPath, split: "dev")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_QuotesSemicolonsAndASplitColumn_AreRead()
    {
        using TemporaryFolder folder = new();
        folder.Write("pics/a, b.png", TemporaryFolder.Grey(8, 8, 10));
        folder.Write("pics/c.png", TemporaryFolder.Grey(8, 8, 10));
        folder.Write("faces.csv", "Usage;Filename;Emotion\nvalid;\"pics/a, b.png\";행복\ntrain;pics/c.png;joy\nvalid;pics/gone.png;fear\nvalid;pics/c.png;puzzled\nvalid\n\nVALID;pics/c.png;\"NEUTRAL\"\n");
        (List<FaceSample> samples, List<DatasetFault> faults) = await ReadAsync(FaceDataset.Open(folder["faces.csv"]));

        Assert.Equal([("pics/a, b.png", Emotion.Joy), ("pics/c.png", Emotion.Neutral)], samples.Select(sample => (sample.Name, sample.Label!.Value)));
        Assert.Equal(["faces.csv:5", "faces.csv:6", "pics/gone.png"], faults.Select(fault => fault.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Open_NoKnownLayout_SaysWhichThereAre()
    {
        using TemporaryFolder folder = new();
        folder.Write("notes.txt", "nothing here");

        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => FaceDataset.Open(folder.FullPath));
        Assert.Contains("sheets, folders, table", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("sheets, folders, table", error.Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaceLayout.Sheets)]
    [InlineData(FaceLayout.Folders)]
    [InlineData(FaceLayout.Table)]
    public void Open_LayoutThatDoesNotFit_SaysSo(FaceLayout layout)
    {
        using TemporaryFolder folder = new();

        Assert.Throws<MalformedInputException>(() => FaceDataset.Open(folder.FullPath, layout));
    }

    [Fact]
    public void Open_Nowhere_SaysSo() => Assert.Throws<MalformedInputException>(() => FaceDataset.Open("/nowhere/at/all"));

    [Fact]
    public async Task Table_QuoteNeverClosed_IsNoTable()
    {
        using TemporaryFolder folder = new();
        folder.Write("faces.csv", "path,label\n\"a.png,joy\n");

        await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(FaceDataset.Open(folder["faces.csv"])));
    }

    [Theory]
    [InlineData("happiness", Emotion.Joy)]
    [InlineData("Angry", Emotion.Anger)]
    [InlineData(" 중립 ", Emotion.Neutral)]
    [InlineData("04-surprise", Emotion.Surprise)]
    public void EmotionWords_Synonym_IsFound(string word, Emotion emotion) => Assert.Equal(emotion, EmotionWords.Find(word));

    [Theory]
    [InlineData("")]
    [InlineData("bored")]
    [InlineData("3")]
    public void EmotionWords_OtherWord_IsNone(string word) => Assert.Null(EmotionWords.Find(word));

    /// <summary>The set that the documentation's figures are measured on.</summary>
    [Fact]
    public async Task Sheets_OfFerPlus_HoldWhatTheirTableSays()
    {
        string? path = SharedDataPath("data/faces/ferplus");
        Assert.SkipWhen(path is null, "The FER+ sheets are not on this machine (shared/data/faces/ferplus).");
        (List<FaceSample> samples, List<DatasetFault> faults) = await ReadAsync(FaceDataset.Open(path!));

        Assert.Equal(3274, samples.Count);
        Assert.Empty(faults);
        Assert.All(samples, sample => Assert.Equal(10, sample.Votes!.All.ToArray().Sum()));
    }

    private static string? SharedDataPath(string path) => SharedData.Find(path);
}
