using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>Each network's outputs, made by hand so that the face in them is known.</summary>
public sealed class FaceOutputsTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void YuNet_OneCell_IsOneFaceThere(int stride)
    {
        // Row 1, column 2 of a grid over 128 x 96: its middle a quarter cell right and half a cell down, 3 cells wide and 4 high.
        Dictionary<string, Tensor> outputs = EmptyYuNet(128, 96);
        int cell = (128 / stride) + 2;
        outputs[$"cls_{stride}"].Values<float>()[cell] = 0.81f;
        outputs[$"obj_{stride}"].Values<float>()[cell] = 1.4f;
        float[] box = [0.25f, 0.5f, MathF.Log(3), MathF.Log(4)];
        box.CopyTo(outputs[$"bbox_{stride}"].Values<float>()[(cell * 4)..]);
        float[] points = [0, 0, 1, 0, 0.5f, 0.5f, 0, 1, 1, 1];
        points.CopyTo(outputs[$"kps_{stride}"].Values<float>()[(cell * 10)..]);

        DetectedFace face = Assert.Single(Read(new YuNetOutputs(), outputs, 128, 96, 0.5));

        Assert.Equal(0.9, face.Confidence, 1e-6);
        Assert.Equal(2.25 * stride, face.Box.X + (face.Box.Width / 2), 1e-4);
        Assert.Equal(1.5 * stride, face.Box.Y + (face.Box.Height / 2), 1e-4);
        Assert.Equal(3 * stride, face.Box.Width, 1e-3);
        Assert.Equal(4 * stride, face.Box.Height, 1e-3);
        Assert.Equal(new FacePoint(2 * stride, stride), face.Landmarks!.RightEye);
        Assert.Equal(new FacePoint(3 * stride, stride), face.Landmarks.LeftEye);
        Assert.Equal(new FacePoint(2.5 * stride, 1.5 * stride), face.Landmarks.Nose);
        Assert.Equal(new FacePoint(2 * stride, 2 * stride), face.Landmarks.RightMouth);
        Assert.Equal(new FacePoint(3 * stride, 2 * stride), face.Landmarks.LeftMouth);
    }

    [Fact]
    public void YuNet_BothSharesNeeded_LowOneOfThemIsNoFace()
    {
        Dictionary<string, Tensor> outputs = EmptyYuNet(64, 64);
        outputs["cls_8"].Values<float>()[5] = 1;
        outputs["obj_8"].Values<float>()[5] = 0.2f;
        outputs["obj_16"].Values<float>()[5] = 1;

        Assert.Empty(Read(new YuNetOutputs(), outputs, 64, 64, 0.5));
        Assert.Single(Read(new YuNetOutputs(), outputs, 64, 64, 0.44));
    }

    [Fact]
    public void YuNet_OutputMissingOrShort_SaysWhich()
    {
        Dictionary<string, Tensor> missing = EmptyYuNet(64, 64);
        missing.Remove("kps_16");
        Dictionary<string, Tensor> shorter = EmptyYuNet(64, 64);
        shorter["bbox_32"] = Tensor.Of(new float[4], 1, 1, 4);

        Assert.Contains("kps_16", Assert.Throws<MalformedInputException>(() => Read(new YuNetOutputs(), missing, 64, 64, 0.5)).Message, StringComparison.Ordinal);
        Assert.Contains("bbox_32", Assert.Throws<MalformedInputException>(() => Read(new YuNetOutputs(), shorter, 64, 64, 0.5)).Message, StringComparison.Ordinal);
    }

    // 40 x 30 cells of three boxes, 20 x 15 of two, 10 x 8 of two, 5 x 4 of three: as many as the network gives.
    [Fact]
    public void UltraFace_Priors_AreThoseOfTheNetwork()
    {
        FaceBox[] priors = UltraFaceBoxes.Priors(320, 240);

        Assert.Equal(4420, priors.Length);
        Assert.Equal(new FaceBox(4 - 5, 4 - 5, 10, 10), priors[0]);
        Assert.Equal(new FaceBox(12 - 12, 4 - 12, 24, 24), priors[5]);
        Assert.Equal(new FaceBox(8 - 16, 8 - 16, 32, 32), priors[3600]);
        Assert.Equal(new FaceBox(16 - 32, 16 - 32, 64, 64), priors[4200]);
        Assert.Equal(new FaceBox(32 - 64, 32 - 64, 128, 128), priors[4360]);

        // The last row begins at 192 and has its middle at 224; 256 is more than the input's height.
        Assert.Equal(new FaceBox(288 - 128, 224 - 120, 256, 240), priors[4419]);
    }

    [Fact]
    public void UltraFace_Offsets_MoveAndScaleThePrior()
    {
        float[] scores = new float[4420 * 2], boxes = new float[4420 * 4];
        scores[(3600 * 2) + 1] = 0.9f;
        float[] offset = [2.5f, -5, 5 * MathF.Log(2), 5 * MathF.Log(1.5f)];
        offset.CopyTo(boxes, 3600 * 4);
        Dictionary<string, Tensor> outputs = new() { ["scores"] = Tensor.Of(scores, 1, 4420, 2), ["boxes"] = Tensor.Of(boxes, 1, 4420, 4) };

        DetectedFace face = Assert.Single(Read(new UltraFaceOutputs(corners: false), outputs, 320, 240, 0.7));

        // The prior is 32 wide about (8, 8): a quarter of it right, half of it up, twice as wide, one and a half times as high.
        Assert.Equal(8 + 8 - 32, face.Box.X, 1e-3);
        Assert.Equal(8 - 16 - 24, face.Box.Y, 1e-3);
        Assert.Equal(64, face.Box.Width, 1e-3);
        Assert.Equal(48, face.Box.Height, 1e-3);
        Assert.Null(face.Landmarks);
    }

    [Fact]
    public void UltraFace_Corners_AreSharesOfTheInput()
    {
        Dictionary<string, Tensor> outputs = new()
        {
            ["scores"] = Tensor.Of<float>([0.9f, 0.1f, 0.05f, 0.95f], 1, 2, 2),
            ["boxes"] = Tensor.Of<float>([0, 0, 1, 1, 0.25f, 0.5f, 0.5f, 0.75f], 1, 2, 4),
        };

        DetectedFace face = Assert.Single(Read(new UltraFaceOutputs(corners: true), outputs, 320, 240, 0.7));

        Assert.Equal(new FaceBox(80, 120, 80, 60), face.Box);
        Assert.Equal(0.95, face.Confidence, 1e-6);
    }

    [Fact]
    public void Sensorium_Candidates_AreTakenAsTheyAre()
    {
        Dictionary<string, Tensor> outputs = new()
        {
            ["scores"] = Tensor.Of<float>([0.4f, 0.8f], 2),
            ["boxes"] = Tensor.Of<float>([1, 2, 3, 4, 10, 20, 30, 40], 2, 4),
            ["landmarks"] = Tensor.Of([.. Enumerable.Range(0, 20).Select(i => (float)i)], 2, 10),
        };

        DetectedFace face = Assert.Single(Read(new SensoriumOutputs(), outputs, 64, 64, 0.5));

        Assert.Equal(new FaceBox(10, 20, 30, 40), face.Box);
        Assert.Equal(new FaceLandmarks(new(10, 11), new(12, 13), new(14, 15), new(16, 17), new(18, 19)), face.Landmarks);
    }

    private static List<DetectedFace> Read(IFaceOutputs reader, Dictionary<string, Tensor> outputs, int width, int height, double minScore)
    {
        List<DetectedFace> found = [];
        reader.Read(outputs, width, height, minScore, found);
        return found;
    }

    private static Dictionary<string, Tensor> EmptyYuNet(int width, int height)
    {
        Dictionary<string, Tensor> outputs = [];
        foreach (int stride in YuNetGrid.Strides)
        {
            int cells = width / stride * (height / stride);
            outputs[$"cls_{stride}"] = Tensor.Of(new float[cells], 1, cells, 1);
            outputs[$"obj_{stride}"] = Tensor.Of(new float[cells], 1, cells, 1);
            outputs[$"bbox_{stride}"] = Tensor.Of(new float[cells * 4], 1, cells, 4);
            outputs[$"kps_{stride}"] = Tensor.Of(new float[cells * 10], 1, cells, 10);
        }

        return outputs;
    }
}
