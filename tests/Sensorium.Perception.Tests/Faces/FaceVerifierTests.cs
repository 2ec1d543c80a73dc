using System.Globalization;
using Sensorium.Inference.Tests;

namespace Sensorium.Perception.Tests;

/// <summary>The second stage of a detector, on networks made in memory whose answer is known, and in the model that comes with the program.</summary>
public sealed class FaceVerifierTests
{
    private const int Float = 1;
    private const string Parameters = """{"decoder": "sensorium", "longSide": 64, "coarseSide": 0, "minScore": 0.5, "nmsIou": 0.4, "second": "second.onnx", "secondFrom": 0.3, "secondGroup": 0.3, "secondRoom": 2, "secondMost": 3}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Detect_TwoStages_BelievesTheSecond()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters, second: Second(0, 0, 1, 1));
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());

        // Proposals at .9 on black and at .4 on white, in a picture twice as large as the first stage sees; half of a score is how bright the crop is.
        IReadOnlyList<DetectedFace> found = detector.Detect(BlackAndWhite(128, 96), Cancel);

        Assert.Equal([0.7, 0.45], Confidences(pack, new FaceDetectorOptions { MinScore = 0.1 }));
        DetectedFace face = Assert.Single(found);
        Assert.Equal(0.7, face.Confidence, 1e-5);
        AssertBox(new(88, 32, 16, 16), face.Box);
        Assert.NotNull(face.Landmarks);
    }

    [Fact]
    public void Detect_SecondStageMovesTheBox_InSizesOfTheOldOne()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters, second: Second(0.5f, -0.25f, 2, 0.5f));
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());

        DetectedFace face = Assert.Single(detector.Detect(BlackAndWhite(128, 96), Cancel));

        // The middle (96, 40) moves by 8 and -4; the box of 16 becomes 32 wide and 8 high.
        AssertBox(new(88, 32, 32, 8), face.Box);
    }

    [Fact]
    public void Detect_SmallFaceInALargePicture_IsCutFromTheLargePicture()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters.Replace("\"secondRoom\": 2", "\"secondRoom\": 1", StringComparison.Ordinal), second: Second(0, 0, 1, 1, 40, isCorner: true));
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());
        Picture picture = new(640, 480);
        for (int y = 0; y < picture.Height; y++)
        {
            picture.Row(y).Slice(440 * 3, 5 * 3).Fill(255);
        }

        // The box at .4 begins with the bright stripe and is 80 wide. What is reduced to 64 has 8 pixels of it, the first of them grey; the crop has 40.
        Assert.Equal(0.7, Assert.Single(detector.Detect(picture, Cancel)).Confidence, 1e-3);
    }

    [Fact]
    public void Detect_MoreProposalsThanAllowed_DropsTheLeastSure()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters.Replace("\"secondMost\": 3", "\"secondMost\": 1", StringComparison.Ordinal), second: Second(0, 0, 1, 1));

        Assert.Equal([0.45], Confidences(pack, new FaceDetectorOptions { MinScore = 0.1 }));
    }

    [Fact]
    public void Detect_ProposalsUnderTheFirstThreshold_AreNotJudged()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters.Replace("0.3", "0.5", StringComparison.Ordinal), second: Second(0, 0, 1, 1));

        Assert.Equal([0.45], Confidences(pack, new FaceDetectorOptions { MinScore = 0.1 }));
    }

    [Theory]
    [InlineData(0.95, 0.5, new[] { 0.45 })]
    [InlineData(0.95, 0.35, new[] { 0.7, 0.45 })]
    [InlineData(0.85, 0.5, new[] { 0.7, 0.45 })]
    public void Detect_FaintProposals_AreJudgedOnlyBesideAClearOne(double clear, double alone, double[] confidences)
    {
        string parameters = Parameters.Replace("\"second\":", string.Create(CultureInfo.InvariantCulture, $"\"secondClear\": {clear}, \"secondAlone\": {alone}, \"second\":"), StringComparison.Ordinal);
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: parameters, second: Second(0, 0, 1, 1));

        // Its proposals have .9 and .4.
        Assert.Equal(confidences, Confidences(pack, new FaceDetectorOptions { MinScore = 0.1 }));
    }

    [Theory]
    [InlineData(0.85, new[] { 0.45 })]
    [InlineData(0.35, new[] { 0.7, 0.45 })]
    public void Detect_FainterProposals_AreJudgedOnlyInAGroup(double clear, double[] confidences)
    {
        string parameters = Parameters.Replace("\"secondFrom\": 0.3", string.Create(CultureInfo.InvariantCulture, $"\"secondFrom\": 0.5, \"secondClear\": {clear}"), StringComparison.Ordinal);
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: parameters, second: Second(0, 0, 1, 1));

        // One of .9 and .4 is clear, or both are.
        Assert.Equal(confidences, Confidences(pack, new FaceDetectorOptions { MinScore = 0.1 }));
    }

    [Fact]
    public void Open_SecondStageThatIsNone_IsRefused()
    {
        using TinyPack wrong = new(FaceDetectors.Task, First(), parameters: Parameters, second: TinyModel.Identity(Float, 1, 3, 8, 8));
        using TinyPack missing = new(FaceDetectors.Task, First(), parameters: Parameters);
        using TinyPack range = new(FaceDetectors.Task, First(), parameters: Parameters.Replace("\"secondRoom\": 2", "\"secondRoom\": 0", StringComparison.Ordinal), second: Second(0, 0, 1, 1));

        Assert.Contains("[N, 5]", Assert.Throws<UnsupportedInputException>(() => FaceDetectors.Open(wrong.Load())).Message, StringComparison.Ordinal);
        Assert.Contains("second.onnx", Assert.Throws<MalformedInputException>(() => FaceDetectors.Open(missing.Load())).Message, StringComparison.Ordinal);
        Assert.Contains("secondRoom", Assert.Throws<MalformedInputException>(() => FaceDetectors.Open(range.Load())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_SecondStageGivesNoNumbers_IsNamedRatherThanBelieved()
    {
        using TinyPack pack = new(FaceDetectors.Task, First(), parameters: Parameters, second: Second(float.NaN, 0, 1, 1));
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());

        Assert.Contains("second.onnx", Assert.Throws<MalformedInputException>(() => detector.Detect(BlackAndWhite(128, 96), Cancel)).Text.English, StringComparison.Ordinal);
    }

    private static void AssertBox(FaceBox expected, FaceBox box)
    {
        Assert.Equal(expected.X, box.X, 1e-3);
        Assert.Equal(expected.Y, box.Y, 1e-3);
        Assert.Equal(expected.Width, box.Width, 1e-3);
        Assert.Equal(expected.Height, box.Height, 1e-3);
    }

    private static double[] Confidences(TinyPack pack, FaceDetectorOptions options)
    {
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load(), options);
        return [.. detector.Detect(BlackAndWhite(128, 96), Cancel).Select(face => Math.Round(face.Confidence, 4))];
    }

    private static Picture BlackAndWhite(int width, int height) =>
        Pictures.Paint(width, height, (x, _) => x < width / 2 ? new(0, 0, 0) : new(255, 255, 255));

    /// <summary>Proposes three boxes of 8 x 8 in 64 x 48 whatever it is shown: at .9 on the left, at .4 and at .2 on the right.</summary>
    private static byte[] First() => new TinyModel()
        .Input("pixels", Float, 1, 3, -1, -1)
        .Output("boxes", Float, 3, 4).Output("scores", Float, 3).Output("landmarks", Float, 3, 10)
        .Constant("b", Float, [8f, 16, 8, 8, 44, 16, 8, 8, 44, 32, 8, 8], [3, 4])
        .Constant("s", Float, [0.9f, 0.4f, 0.2f], [3])
        .Constant("l", Float, [.. Enumerable.Range(0, 30).Select(i => (float)i)], [3, 10])
        .Node("Identity", ["b"], ["boxes"]).Node("Identity", ["s"], ["scores"]).Node("Identity", ["l"], ["landmarks"])
        .Build();

    /// <summary>The confidence is half the score and half the brightness of the crop, or of its upper left pixel; the box is moved as told.</summary>
    private static byte[] Second(float across, float down, float width, float height, int side = 8, bool isCorner = false)
    {
        int plane = side * side;
        float[] weights = [.. Enumerable.Range(0, 3 * plane).Select(i => !isCorner ? 1f / (3 * plane) : i % plane == 0 ? 1f / 3 : 0)];
        return new TinyModel()
            .Input("crops", Float, -1, 3, side, side).Input("scores", Float, -1).Output("faces", Float, -1, 5)
            .Constant("mean", Float, [.. weights.SelectMany(weight => new[] { weight / 255 / 2, 0, 0, 0, 0 })], [3 * plane, 5])
            .Constant<long>("column", 7, [-1, 1], [2])
            .Constant("share", Float, [0.5f, 0, 0, 0, 0], [1, 5])
            .Constant("move", Float, [0, across, down, width, height], [1, 5])
            .Node("Flatten", ["crops"], ["flat"]).Node("MatMul", ["flat", "mean"], ["bright"])
            .Node("Reshape", ["scores", "column"], ["score"]).Node("MatMul", ["score", "share"], ["half"])
            .Node("Add", ["bright", "half"], ["both"]).Node("Add", ["both", "move"], ["faces"])
            .Build();
    }
}
