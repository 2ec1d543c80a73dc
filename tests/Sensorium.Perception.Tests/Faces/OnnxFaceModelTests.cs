using Sensorium.Inference.Tests;

namespace Sensorium.Perception.Tests;

/// <summary>Readers of model folders, on networks made in memory whose answer is known.</summary>
public sealed class OnnxFaceModelTests
{
    private const int Float = 1;
    private const string Colour = """ "input": {"width": 8, "height": 8, "colour": "rgb", "layout": "NCHW", "mean": [0], "scale": [1]},""";
    private const string Genders = Colour + """ "labels": [{"id": "f", "en": "woman", "ko": "여성"}, {"id": "m", "en": "man", "ko": "남성"}],""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Detect_NetworkWithThreeCandidates_KeepsTwoInThePicturesPixels()
    {
        using TinyPack pack = new(FaceDetectors.Task, Detector(), parameters: """{"decoder": "sensorium", "longSide": 64, "coarseSide": 0, "minScore": 0.5, "nmsIou": 0.4}""");
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());

        IReadOnlyList<DetectedFace> faces = detector.Detect(new Picture(128, 96), Cancel);

        // Reduced to 64 x 48: everything comes back twice as large.
        Assert.Equal("tiny@2", detector.Model);
        Assert.Equal([0.9, 0.6], faces.Select(face => Math.Round(face.Confidence, 4)));
        Assert.Equal(new FaceBox(20, 16, 40, 48), faces[0].Box);
        Assert.Equal(new FacePoint(2, 4), faces[0].Landmarks!.RightEye);
        Assert.Equal(new FaceBox(80, 16, 40, 48), faces[1].Box);
        Assert.Equal([0.9], NamesOf(pack, new FaceDetectorOptions { MinScore = 0.7 }));
        Assert.Equal([0.9, 0.8, 0.6], NamesOf(pack, new FaceDetectorOptions { Overlap = 0.95 }));
    }

    [Fact]
    public void Detect_LargePicture_AnswersForLargeFacesByTheSecondLook()
    {
        using TinyPack pack = new(FaceDetectors.Task, Detector(), parameters: """{"decoder": "sensorium", "longSide": 128, "coarseSide": 32}""");
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load());

        // The network always proposes faces 24 pixels high: 24 of 128 in the first look, too small a face for the second, where it is 24 of 32.
        double[] heights = [.. detector.Detect(new Picture(256, 256), Cancel).Select(face => face.Box.Height).Distinct().Order()];

        Assert.Equal([48, 192], heights);
    }

    [Fact]
    public void Open_WrongTaskOrDecoder_SaysWhatIsAllowed()
    {
        using TinyPack task = new("scene", Detector());
        using TinyPack decoder = new(FaceDetectors.Task, Detector(), parameters: """{"decoder": "mtcnn"}""");
        using TinyPack score = new(FaceDetectors.Task, Detector(), parameters: """{"decoder": "sensorium", "minScore": "high"}""");

        Assert.Contains("face-detection", Assert.Throws<UnsupportedInputException>(() => FaceDetectors.Open(task.Load())).Message, StringComparison.Ordinal);
        Assert.Contains("yunet", Assert.Throws<UnsupportedInputException>(() => FaceDetectors.Open(decoder.Load())).Message, StringComparison.Ordinal);
        Assert.Contains("minScore", Assert.Throws<MalformedInputException>(() => FaceDetectors.Open(score.Load())).Message, StringComparison.Ordinal);
        Assert.Throws<UnsupportedInputException>(() => OnnxFaceExpressionModel.Open(task.Load()));
        Assert.Throws<UnsupportedInputException>(() => OnnxFaceAttributesModel.Open(task.Load()));
    }

    [Fact]
    public void Open_DetectorThatTakesNoOnePicture_SaysWhatItTakes()
    {
        const string Parameters = """{"decoder": "sensorium"}""";
        using TinyPack none = new(FaceDetectors.Task, Detector(new TinyModel()), parameters: Parameters);
        using TinyPack two = new(FaceDetectors.Task, Detector(new TinyModel().Input("pixels", Float, 1, 3, -1, -1).Input("scale", Float, 1)), parameters: Parameters);
        using TinyPack flat = new(FaceDetectors.Task, Detector(new TinyModel().Input("pixels", Float, 1, 3)), parameters: Parameters);
        using TinyPack grey = new(FaceDetectors.Task, Detector(new TinyModel().Input("pixels", Float, 1, 1, -1, -1)), parameters: Parameters);

        Assert.Contains("tiny@2 takes 0 inputs", Refused(none), StringComparison.Ordinal);
        Assert.Contains("2 inputs", Refused(two), StringComparison.Ordinal);
        Assert.Contains("[1, 3, height, width]", Refused(flat), StringComparison.Ordinal);
        Assert.Contains("[1, 3, height, width]", Refused(grey), StringComparison.Ordinal);

        static string Refused(TinyPack pack) => Assert.Throws<UnsupportedInputException>(() => FaceDetectors.Open(pack.Load())).Text.English;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(70)]
    public void Perceive_AnyNumberOfTiles_GivesEachItsOwnInOrder(int count)
    {
        using TinyPack pack = new(OnnxFaceExpressionModel.Task, Expression());
        using OnnxFaceExpressionModel model = OnnxFaceExpressionModel.Open(pack.Load());
        GreyTile[] tiles = [.. Enumerable.Range(0, count).Select(i => Flat(i % 2 == 0 ? 48 : 30, (byte)i))];

        IReadOnlyList<EmotionScores> scores = model.Perceive(tiles, Cancel);

        // Its logits are the tile's mean grey for joy and 0 for the rest, over 10.
        Assert.Equal(count, scores.Count);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(Math.Exp(i / 10.0) / (Math.Exp(i / 10.0) + 7), scores[i][Emotion.Joy], 1e-5);
        }
    }

    [Fact]
    public void Perceive_NetworkThatGivesNoNumbers_IsNamedRatherThanBelieved()
    {
        using TinyPack pack = new(OnnxFaceExpressionModel.Task, Expression(weight: float.NaN));
        using OnnxFaceExpressionModel model = OnnxFaceExpressionModel.Open(pack.Load());

        Assert.Contains("tiny@2", Assert.Throws<MalformedInputException>(() => model.Perceive([Flat(48, 7)], Cancel)).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Perceive_NetworkOfOneTile_SeesThemOneByOne()
    {
        using TinyPack pack = new(OnnxFaceExpressionModel.Task, Expression(batch: 1));
        using OnnxFaceExpressionModel model = OnnxFaceExpressionModel.Open(pack.Load());

        IReadOnlyList<EmotionScores> scores = model.Perceive([Flat(48, 0), Flat(48, 20), Flat(48, 40)], Cancel);

        Assert.Equal([Share(0), Share(2), Share(4)], scores.Select(score => score[Emotion.Joy]), (a, b) => Math.Abs(a - b) < 1e-5);

        static double Share(double logit) => Math.Exp(logit) / (Math.Exp(logit) + 7);
    }

    [Fact]
    public void Open_NetworkOfSeveralTiles_IsRefused()
    {
        using TinyPack pack = new(OnnxFaceExpressionModel.Task, Expression(batch: 4));

        Assert.Contains("N free or 1", Assert.Throws<UnsupportedInputException>(() => OnnxFaceExpressionModel.Open(pack.Load())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NetworkWithoutInputs_IsRefused()
    {
        byte[] network = new TinyModel().Output("age", Float, 1, 1).Constant("a", Float, [30f], [1, 1]).Node("Identity", ["a"], ["age"]).Build();
        using TinyPack attributes = new(OnnxFaceAttributesModel.Task, network, Colour);
        using TinyPack expression = new(OnnxFaceExpressionModel.Task, network);

        Assert.Contains("0 inputs", Assert.Throws<UnsupportedInputException>(() => OnnxFaceAttributesModel.Open(attributes.Load())).Message, StringComparison.Ordinal);
        Assert.Contains("0 inputs", Assert.Throws<UnsupportedInputException>(() => OnnxFaceExpressionModel.Open(expression.Load())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 0)]
    [InlineData(1, float.NaN)]
    public void Estimate_NetworkThatGivesNoNumbers_IsNamedRatherThanBelieved(float age, float logit)
    {
        using TinyPack pack = new(OnnxFaceAttributesModel.Task, Attributes(age, logit), Genders);
        using OnnxFaceAttributesModel model = OnnxFaceAttributesModel.Open(pack.Load());
        DetectedFace face = new() { Box = new(10, 10, 40, 50), Confidence = 1 };

        Assert.Contains("tiny@2", Assert.Throws<MalformedInputException>(() => model.Estimate(Pictures.Flat(34, 34, 34), [face], Cancel)).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NetworkThatTakesSomethingElse_IsRefused()
    {
        using TinyPack pack = new(OnnxFaceExpressionModel.Task, TinyModel.Identity(Float, 1, 3, 8, 8));

        Assert.Contains("[N, 8]", Assert.Throws<UnsupportedInputException>(() => OnnxFaceExpressionModel.Open(pack.Load())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_PackWithAgeAndGender_GivesBoth()
    {
        using TinyPack pack = new(OnnxFaceAttributesModel.Task, Attributes(), Genders);
        using OnnxFaceAttributesModel model = OnnxFaceAttributesModel.Open(pack.Load());
        DetectedFace face = new() { Box = new(10, 10, 40, 50), Confidence = 1 };

        FaceAttributes guess = Assert.Single(model.Estimate(Pictures.Flat(34, 34, 34), [face], Cancel));

        // Its age is the mean of the crop; its logits are 0 and ln 3.
        Assert.Equal(34, guess.Age!.Value, 1e-3);
        Assert.Equal("man", guess.Gender!.Value.English);
        Assert.Equal("남성", guess.Gender.Value.Korean);
        Assert.Equal(0.75, guess.GenderShare, 1e-6);
        Assert.Equal("tiny@2", guess.Model);
    }

    [Fact]
    public void Open_AttributesWithoutLabels_IsRefused()
    {
        using TinyPack pack = new(OnnxFaceAttributesModel.Task, Attributes(), Colour);

        Assert.Contains("labels", Assert.Throws<UnsupportedInputException>(() => OnnxFaceAttributesModel.Open(pack.Load())).Message, StringComparison.Ordinal);
    }

    private static double[] NamesOf(TinyPack pack, FaceDetectorOptions options)
    {
        using OnnxFaceDetector detector = FaceDetectors.Open(pack.Load(), options);
        return [.. detector.Detect(new Picture(128, 96), Cancel).Select(face => Math.Round(face.Confidence, 4))];
    }

    /// <summary>Proposes three faces of 20 x 24 whatever it is shown: two over each other, one beside them.</summary>
    private static byte[] Detector() => Detector(new TinyModel().Input("pixels", Float, 1, 3, -1, -1));

    private static byte[] Detector(TinyModel model)
    {
        float[] landmarks = [.. Enumerable.Range(0, 30).Select(i => (float)((i % 10) + 1))];
        return model
            .Output("boxes", Float, 3, 4).Output("scores", Float, 3).Output("landmarks", Float, 3, 10)
            .Constant("b", Float, [10f, 8, 20, 24, 12, 8, 20, 24, 40, 8, 20, 24], [3, 4])
            .Constant("s", Float, [0.9f, 0.8f, 0.6f], [3])
            .Constant("l", Float, landmarks, [3, 10])
            .Node("Identity", ["b"], ["boxes"]).Node("Identity", ["s"], ["scores"]).Node("Identity", ["l"], ["landmarks"])
            .Build();
    }

    private static byte[] Expression(float weight = 0.1f, int batch = -1) => new TinyModel { Opset = 18 }
        .Input("pixels", Float, batch, 1, 48, 48).Output("logits", Float, batch, 8)
        .Constant<long>("axes", 7, [2, 3], [2])
        .Constant("weights", Float, [weight, 0, 0, 0, 0, 0, 0, 0], [1, 8])
        .Node("ReduceMean", ["pixels", "axes"], ["mean"], TinyModel.Whole("keepdims", 0))
        .Node("Mul", ["mean", "weights"], ["logits"])
        .Build();

    private static byte[] Attributes(float scale = 1, float logit = 0) => new TinyModel { Opset = 18 }
        .Input("pixels", Float, -1, 3, 8, 8).Output("age", Float, -1, 1).Output("gender", Float, 1, 2)
        .Constant<long>("axes", 7, [2, 3], [2]).Constant<long>("colours", 7, [1], [1])
        .Constant("logits", Float, [logit, MathF.Log(3)], [1, 2]).Constant("scale", Float, [scale], [1, 1])
        .Node("ReduceMean", ["pixels", "axes"], ["mean"], TinyModel.Whole("keepdims", 0))
        .Node("ReduceMean", ["mean", "colours"], ["level"], TinyModel.Whole("keepdims", 1))
        .Node("Mul", ["level", "scale"], ["age"])
        .Node("Identity", ["logits"], ["gender"])
        .Build();

    private static GreyTile Flat(int side, byte grey) => new(side, [.. Enumerable.Repeat(grey, side * side)]);
}
