namespace Sensorium.Inference.Tests;

/// <summary>YuNet and UltraFace run and give what their makers document; what it means is decoded elsewhere.</summary>
public sealed class FaceDetectorTests
{
    [Theory]
    [InlineData("yunet_n_320_320.onnx", 320, 320)]
    [InlineData("yunet_n_dynamic.onnx", 320, 320)]
    [InlineData("yunet_n_dynamic.onnx", 384, 640)]
    public void Run_YuNet_GivesACellForEachStride(string file, int height, int width)
    {
        using InferenceSession session = InferenceSession.Open(SharedData.Require($"data/models/yunet/{file}"));
        IReadOnlyDictionary<string, Tensor> outputs = session.Run(
            new Dictionary<string, Tensor> { ["input"] = Gradient(height, width, 1, 0) }, Cancel);
        Assert.Equal(12, outputs.Count);
        foreach (int stride in (int[])[8, 16, 32])
        {
            long cells = height / stride * (width / stride);
            Check(outputs[$"cls_{stride}"], [1, cells, 1], 0, 1);
            Check(outputs[$"obj_{stride}"], [1, cells, 1], 0, 1);
            Check(outputs[$"bbox_{stride}"], [1, cells, 4], -1e4f, 1e4f);
            Check(outputs[$"kps_{stride}"], [1, cells, 10], -1e4f, 1e4f);
        }
    }

    [Fact]
    public void Run_UltraFace_GivesSharesAndBoxes()
    {
        using InferenceSession session = InferenceSession.Open(SharedData.Require("data/models/ultraface/version-RFB-320_simplified.onnx"));
        IReadOnlyDictionary<string, Tensor> outputs = session.Run(
            new Dictionary<string, Tensor> { ["input"] = Gradient(240, 320, 1 / 128f, -127 / 128f) }, Cancel);
        Check(outputs["scores"], [1, 4420, 2], 0, 1);
        Check(outputs["boxes"], [1, 4420, 4], -5, 5);
        ReadOnlySpan<float> scores = outputs["scores"].Values<float>();
        for (int i = 0; i < scores.Length; i += 2)
        {
            Assert.Equal(1, scores[i] + scores[i + 1], 1e-4f);
        }
    }

    private static Tensor Gradient(int height, int width, float scale, float offset)
    {
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (i % width * 255f / width * scale) + offset;
        }

        return Tensor.Of(values, 1, 3, height, width);
    }

    private static void Check(Tensor tensor, long[] shape, float least, float most)
    {
        Assert.Equal(shape, tensor.Shape.ToArray());
        foreach (float value in tensor.Values<float>())
        {
            Assert.InRange(value, least, most);
        }
    }
}
