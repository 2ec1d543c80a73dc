global using static Sensorium.Inference.Tests.Shorthand;

namespace Sensorium.Inference.Tests;

/// <summary>What nearly every test here begins with.</summary>
internal static class Shorthand
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static InferenceSession Open(byte[] model) => InferenceSession.Open(model, "tiny.onnx");
}
