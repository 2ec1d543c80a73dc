using System.Text.Json;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Tests;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces.Tests;

public sealed class FaceEvaluationTests
{
    private static readonly string[] Folders = ["joy", "sadness", "anger", "surprise", "fear", "contempt", "disgust", "neutral"];

    /// <summary>Emotion k is a flat picture of grey 10 + 30 k; 5 of joy, 3 of each other.</summary>
    private static TemporaryFolder Faces(int broken = 0)
    {
        TemporaryFolder folder = new();
        for (int k = 0; k < Folders.Length; k++)
        {
            for (int i = 0; i < (k == 0 ? 5 : 3); i++)
            {
                folder.Write($"{Folders[k]}/{i}.png", TemporaryFolder.Grey(48, 48, (byte)(10 + (30 * k))));
            }
        }

        for (int i = 0; i < broken; i++)
        {
            folder.Write($"joy/broken{i}.png", "no picture");
        }

        return folder;
    }

    private static Task<FaceEvaluationResult> RunAsync(TemporaryFolder folder, FaceEvaluationOptions options, params IFaceExpressionModel[] models) =>
        FaceEvaluation.RunAsync(FaceDataset.Open(folder.FullPath), models, options, cancellationToken: TestContext.Current.CancellationToken);

    private static FaceEvaluationOptions Quick => new() { Resamples = 50, Timing = false, Crops = [FaceCropChoice.Tile] };

    [Fact]
    public async Task Run_PerfectModel_IsAlwaysRight()
    {
        using TemporaryFolder folder = Faces();
        FaceModelResult model = (await RunAsync(folder, Quick, new GreyModel("perfect@1", level => 1))).Models[0];
        FaceScores scores = model.Scores[0];

        Assert.Equal((1.0, 1.0, 1.0), (scores.Accuracy.Value, scores.UnweightedAverageRecall.Value, scores.MacroF1.Value));
        Assert.Equal((1.0, 1.0), (scores.Accuracy.Lowest, scores.Accuracy.Highest));
        Assert.Equal(0, scores.Loss.Value, 1e-6);
        Assert.Equal(0, scores.Brier.Value, 1e-6);
        Assert.Equal(0, scores.CalibrationError.Value, 1e-6);
        Assert.Equal([48, 32, 24], model.Sizes.Select(size => size.Side));
        Assert.All(model.Sizes, size => Assert.Equal(1, size.Accuracy.Value));
        Assert.Equal(5, model.Confusion[0, 0]);
    }

    /// <summary>26 faces, 5 of joy: accuracy 5/26, recall 1 of 8, F1 of joy 2 x 5 / (5 + 26).</summary>
    [Fact]
    public async Task Run_ConstantModel_IsTheBaseline()
    {
        using TemporaryFolder folder = Faces();
        double[] frequencies = [5.0 / 26, .. Enumerable.Repeat(3.0 / 26, 7)];
        FaceEvaluationResult result = await RunAsync(folder, Quick, new ConstantModel(frequencies));
        FaceScores scores = result.Models[0].Scores[0];

        Assert.Equal(5.0 / 26, scores.Accuracy.Value, 1e-9);
        Assert.Equal(1.0 / 8, scores.UnweightedAverageRecall.Value, 1e-9);
        Assert.Equal(10.0 / 31 / 8, scores.MacroF1.Value, 1e-9);
        Assert.Equal(-frequencies.Sum(p => p * Math.Log(p)), scores.Loss.Value, 1e-6);
        Assert.Equal(0, scores.CalibrationError.Value, 1e-6);
        Assert.Equal(result.Baseline[0].Accuracy, scores.Accuracy);
        Assert.Equal(result.Baseline[0].Loss.Value, scores.Loss.Value, 1e-6);
        Assert.Equal(0, result.LeastLoss[0], 1e-12);
    }

    /// <summary>Right half the time and 75 % sure: the calibration error is a quarter.</summary>
    [Fact]
    public async Task Run_TooSureModel_IsFarFromCalibrated()
    {
        using TemporaryFolder folder = Faces();
        FaceScores scores = (await RunAsync(folder, Quick, new GreyModel("sure@1", level => .75, wrongFrom: 4))).Models[0].Scores[0];

        // Joy to surprise are 14 of 26 faces.
        Assert.Equal(14.0 / 26, scores.Accuracy.Value, 1e-9);
        Assert.Equal(.75 - (14.0 / 26), scores.CalibrationError.Value, 1e-6);
    }

    [Fact]
    public async Task Run_OneThreadOrFour_GivesTheSameBytes()
    {
        using TemporaryFolder folder = Faces(broken: 2);
        GreyModel model = new("grey@1", level => .6 + (level / 1000.0), wrongFrom: 6);
        string one = (await RunAsync(folder, Quick with { Threads = 1 }, model)).ToJson();
        string four = (await RunAsync(folder, Quick with { Threads = 4 }, model)).ToJson();

        Assert.Equal(one, four);
    }

    [Fact]
    public async Task ToJson_AnyResult_FitsItsSchema()
    {
        using TemporaryFolder folder = Faces(broken: 1);
        FaceEvaluationOptions options = Quick with { Timing = true, Crops = [FaceCropChoice.Tile, FaceCropChoice.BackgroundRemoved] };
        FaceEvaluationResult result = await RunAsync(folder, options, new GreyModel("a@1", _ => .9), new GreyModel("b@2", _ => .5));
        string json = result.ToJson();

        Assert.Empty(JsonSchema.Read("evaluate-face").Faults(json));
        using JsonDocument parsed = JsonDocument.Parse(json);
        Assert.Equal(1, parsed.RootElement.GetProperty("leftOut").GetInt32());
        Assert.Equal("joy/broken0.png", parsed.RootElement.GetProperty("leftOutFirst")[0].GetProperty("name").GetString());
        Assert.True(parsed.RootElement.GetProperty("models")[0].GetProperty("millisecondsAFace").GetProperty("oneByOne").GetDouble() >= 0);
    }

    [Fact]
    public async Task Run_Progress_NeverGoesBackAndEndsAtOne()
    {
        using TemporaryFolder folder = Faces();
        List<double> shares = [];
        await FaceEvaluation.RunAsync(
            FaceDataset.Open(folder.FullPath), [new GreyModel("a@1", _ => .9), new GreyModel("b@1", _ => .9)], Quick with { Timing = true }, null, new Collector(shares), TestContext.Current.CancellationToken);

        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1], 1e-9);
    }

    [Fact]
    public async Task Run_Cancelled_Stops()
    {
        using TemporaryFolder folder = Faces();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FaceEvaluation.RunAsync(
            FaceDataset.Open(folder.FullPath), [new GreyModel("a@1", _ => .9)], Quick, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task Run_NothingReadable_SaysWhy()
    {
        using TemporaryFolder folder = new();
        folder.Write("joy/a.png", "no picture");
        folder.Write("fear/a.png", "no picture");

        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => RunAsync(folder, Quick, new GreyModel("a@1", _ => .9)));
        Assert.Contains("2 were left out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MarginOfTiles_IsRefused()
    {
        using TemporaryFolder folder = new();
        folder.Write("valid-00.jpg", TemporaryFolder.Grey(1920, 48, 9));
        folder.Write("valid.csv", "tile,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n0,9,0,0,0,0,0,0,0,1,0\n");

        await Assert.ThrowsAsync<UnsupportedInputException>(() => RunAsync(folder, Quick with { Crops = [FaceCropChoice.Aligned] }, new GreyModel("a@1", _ => .9)));
    }

    /// <summary>A photograph with a face is cut, one without is shown whole and counted, a tile is taken as it is.</summary>
    [Fact]
    public async Task Run_Photographs_AreCutWhereAFaceIsFound()
    {
        using TemporaryFolder folder = new();
        Picture photograph = TemporaryFolder.Grey(200, 200, 250);
        for (int y = 110; y < 200; y++)
        {
            photograph.Row(y).Slice(330, 270).Fill(10);
        }

        folder.Write("joy/found.png", photograph);
        folder.Write("joy/none.png", TemporaryFolder.Grey(200, 200, 10));
        folder.Write("fear/tile.png", TemporaryFolder.Grey(48, 48, 130));
        CornerDetector detector = new();
        FaceEvaluationResult result = await RunAsync(
            folder, Quick with { Crops = [FaceCropChoice.Margin, FaceCropChoice.Tile], Detector = detector }, new GreyModel("a@1", _ => .9));

        Assert.Equal(1, result.WithoutFace);
        Assert.Equal(2, detector.Calls);
        Assert.Equal(1, result.Models[0].CropScores[0].Accuracy.Value);
        Assert.Equal(2.0 / 3, result.Models[0].CropScores[1].Accuracy.Value, 1e-9);
    }

    private sealed class Collector(List<double> shares) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => shares.Add(value.Fraction);
    }

    /// <summary>Reads the emotion off the grey; from <paramref name="wrongFrom"/> on it says the next one.</summary>
    private sealed class GreyModel(string name, Func<int, double> sure, int wrongFrom = 8) : IFaceExpressionModel
    {
        public string Model => name;

        public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) => [.. tiles.Select(tile =>
        {
            int grey = tile.Pixels[(24 * tile.Side) + 24];
            int emotion = Math.Clamp((grey - 10 + 15) / 30, 0, 7);
            double[] weights = [.. Enumerable.Repeat((1 - sure(grey)) / 7, 8)];
            weights[emotion >= wrongFrom ? (emotion + 1) % 8 : emotion] = sure(grey);
            return EmotionScores.FromWeights(weights);
        })];
    }

    private sealed class ConstantModel(double[] weights) : IFaceExpressionModel
    {
        public string Model => "constant@1";

        public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) =>
            [.. tiles.Select(_ => EmotionScores.FromWeights(weights))];
    }

    /// <summary>Finds one face in the lower right corner of pictures that are bright at the upper left.</summary>
    private sealed class CornerDetector : IFaceDetector
    {
        public string Model => "corner@1";

        public int Calls { get; private set; }

        public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default)
        {
            Calls++;
            return picture.Pixels[0] < 200 ? [] : [new DetectedFace { Box = new FaceBox(125, 125, 50, 50), Confidence = .9 }];
        }
    }
}
