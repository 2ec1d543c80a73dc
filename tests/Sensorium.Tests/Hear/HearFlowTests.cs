using System.Text.Json.Nodes;
using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium.Tests;

public sealed class HearFlowTests
{
    private static readonly string[] All = ["html", "json", "wav", "mp3", "ogg", "mid"];

    [Fact]
    public async Task RunAsync_EveryFormat_WritesThemAllAndNothingElse()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        HearResult result = await Run(picture, folder["out"], new HearOptions { Formats = All });
        string[] expected = [.. All.Select(format => folder[$"out/beach.{format}"])];
        Assert.Equal(expected, result.Files);
        Assert.Equal(expected.Order(), Directory.GetFileSystemEntries(folder["out"]).Order());
        Assert.All(result.Files, file => Assert.True(new FileInfo(file).Length > 500, file));
        Assert.InRange(result.LoudnessLufs!.Value, -17, -15);
        Assert.True(result.TruePeakDbtp <= -1);
    }

    [Fact]
    public async Task RunAsync_Twice_WritesTheSameBytes()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        HearOptions options = new() { Formats = All, Seed = 5 };
        HearResult first = await Run(picture, folder["a"], options);
        HearResult second = await Run(picture, folder["b"], options);
        foreach ((string a, string b) in first.Files.Zip(second.Files))
        {
            Assert.True(File.ReadAllBytes(a).AsSpan().SequenceEqual(File.ReadAllBytes(b)), $"{Path.GetFileName(a)} differs between two runs.");
        }
    }

    [Fact]
    public async Task RunAsync_TwoPictures_SoundDifferent()
    {
        using Folder folder = new();
        HearOptions options = new() { Formats = ["mid"] };
        HearResult meadow = await Run(Sample("meadow.png"), folder["out"], options);
        HearResult storm = await Run(Sample("storm.png"), folder["out"], options);
        Assert.NotEqual(File.ReadAllBytes(meadow.Files[0]), File.ReadAllBytes(storm.Files[0]));
        Assert.True(meadow.Map.Tonality.Key.Mode < storm.Map.Tonality.Key.Mode, "The bright picture should have the brighter mode.");

        // The samples rather than pictures of a few strokes: the scene model knows photographs, and these are near enough to them.
        static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);
    }

    [Fact]
    public async Task RunAsync_Wav_HasTheLoudnessAndLengthPromised()
    {
        using Folder folder = new();
        HearResult result = await Run(folder.Store("beach.png", Painting.Beach()), folder["out"], new HearOptions { Formats = ["wav"] });
        using FileStream stream = File.OpenRead(result.Files[0]);
        SoundBuffer sound = WavFile.Read(stream);
        Assert.InRange(sound.Duration.TotalSeconds, 20, 42);
        Assert.InRange(Audio.LoudnessMeter.Measure(sound).Integrated, -17, -15);
        Assert.True(Audio.TruePeakMeter.Measure(sound) <= -1);
    }

    [Fact]
    public async Task RunAsync_Midi_IsReadBack()
    {
        using Folder folder = new();
        HearResult result = await Run(folder.Store("beach.png", Painting.Beach()), folder["out"], new HearOptions { Formats = ["mid"] });
        using FileStream stream = File.OpenRead(result.Files[0]);
        Assert.NotNull(StandardMidiFile.Read(stream));
    }

    [Fact]
    public async Task RunAsync_NoFolder_ReturnsTheMapAndNeedsNoSound()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        HearResult result = await Run(picture, null, new HearOptions { SoundFont = folder["missing.sf2"] });
        Assert.Empty(result.Files);
        Assert.Equal("sensorium-soundmap-1", JsonNode.Parse(result.Json)!["schema"]!.GetValue<string>());
        Assert.Contains(result.Map.Regions.Regions, region => region.Name.Basic == "red");
    }

    [Fact]
    public async Task RunAsync_Label_IsInTheMap()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        HearResult result = await Run(picture, null, new HearOptions { Labels = new Dictionary<int, string> { [1] = "the \"sky\" </script>" } });
        Assert.Equal("the \"sky\" </script>", JsonNode.Parse(result.Json)!["regions"]![1]!["label"]!.GetValue<string>());
    }

    [Fact]
    public async Task RunAsync_LabelOfNoRegion_NamesTheRegionsThereAre()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() =>
            Run(picture, null, new HearOptions { Labels = new Dictionary<int, string> { [99] = "x" } }));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BadOptions_AreReportedTogether()
    {
        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => Run("x.png", null, new HearOptions
        {
            Formats = ["doc"],
            LowestHz = 300,
            HighestHz = 400,
            Regions = new RegionOptions { ClusterCount = 1 },
        }));
        Assert.Contains("doc", error.Message, StringComparison.Ordinal);
        Assert.Contains("octave", error.Message, StringComparison.Ordinal);
        Assert.Contains("k takes 2 to 32", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(error.Text.English, error.Text.Korean);
    }

    [Theory]
    [InlineData(300, null, false)]
    [InlineData(165, null, true)]
    [InlineData(null, 220, true)]
    [InlineData(500, 1000, true)]
    public void Require_OneEndOfThePitchRange_IsMeasuredAgainstTheMapping(int? lowest, int? highest, bool fits)
    {
        PitchMapping low = new() { From = ColourQuality.Lightness, LowestHz = 82.4, HighestHz = 330 };
        Mapping mapping = MappingFile.BuiltIn("perceptual")!;
        mapping = mapping with { Point = mapping.Point with { Pitch = low }, Scan = mapping.Scan with { Pitch = low } };
        HearOptions options = new() { LowestHz = lowest, HighestHz = highest };
        if (fits)
        {
            HearOptionsCheck.Require(options, mapping);
        }
        else
        {
            Assert.Contains("300 to 330 Hz", Assert.Throws<MalformedInputException>(() => HearOptionsCheck.Require(options, mapping)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RunAsync_MissingSoundFont_LeavesNothingBehind()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        await Assert.ThrowsAnyAsync<SensoriumException>(() => Run(picture, folder["out"], new HearOptions { SoundFont = folder["missing.sf2"] }));
        Assert.False(Directory.Exists(folder["out"]) && Directory.GetFileSystemEntries(folder["out"]).Length > 0);
    }

    [Fact]
    public async Task RunAsync_Cancelled_LeavesNothingBehind()
    {
        using Folder folder = new();
        string picture = folder.Store("beach.png", Painting.Beach());
        using CancellationTokenSource cancel = new();
        Progress after = new(step => step.Fraction > .5, cancel.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new HearFlow().RunAsync(picture, folder["out"], new HearOptions(), after, cancel.Token));
        Assert.Empty(Directory.Exists(folder["out"]) ? Directory.GetFileSystemEntries(folder["out"]) : []);
    }

    [Fact]
    public async Task RunAsync_Progress_NeverGoesBack()
    {
        using Folder folder = new();
        List<double> seen = [];
        Progress progress = new(step => { seen.Add(step.Fraction); return false; }, () => { });
        await new HearFlow().RunAsync(folder.Store("beach.png", Painting.Beach()), folder["out"], new HearOptions(), progress, TestContext.Current.CancellationToken);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
    }

    [Theory]
    [InlineData("hsv")]
    [InlineData("perceptual")]
    public async Task RunAsync_BuiltInMapping_IsWritten(string id)
    {
        using Folder folder = new();
        HearResult result = await Run(folder.Store("beach.png", Painting.Beach()), null, new HearOptions { Mapping = id });
        Assert.Equal(id, JsonNode.Parse(result.Json)!["mapping"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task RunAsync_UnknownMapping_NamesTheBuiltInOnes()
    {
        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => Run("x.png", null, new HearOptions { Mapping = "nonsense" }));
        Assert.Contains("hsv, perceptual", error.Message, StringComparison.Ordinal);
    }

    private static Task<HearResult> Run(string picture, string? folder, HearOptions options) =>
        new HearFlow().RunAsync(picture, folder, options, null, TestContext.Current.CancellationToken);

    /// <summary>Reports at once, on the flow's own thread.</summary>
    private sealed class Progress(Func<WorkProgress, bool> trigger, Action act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (trigger(value))
            {
                act();
            }
        }
    }
}
