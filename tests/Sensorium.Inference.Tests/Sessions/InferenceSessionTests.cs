namespace Sensorium.Inference.Tests;

/// <summary>Sessions over models made here: what goes in, what comes out, and what is refused in which words.</summary>
public sealed class InferenceSessionTests
{
    private const int Float32 = 1;
    private const int Int64 = 7;

    public static TheoryData<int, Array> Elements => new()
    {
        { 1, new[] { 1.5f, -2, float.MaxValue } },
        { 10, new[] { (Half)1.5, (Half)(-2), Half.MaxValue } },
        { 7, new[] { 1L, long.MinValue, long.MaxValue } },
        { 6, new[] { 1, int.MinValue, int.MaxValue } },
        { 2, new byte[] { 0, 127, 255 } },
        { 9, new[] { true, false, true } },
    };

    [Theory]
    [MemberData(nameof(Elements))]
    public void Run_EveryElementType_GivesBackWhatCame(int type, Array values)
    {
        switch (values)
        {
            case float[] numbers: Check(numbers, TensorType.Float32); break;
            case Half[] numbers: Check(numbers, TensorType.Float16); break;
            case long[] numbers: Check(numbers, TensorType.Int64); break;
            case int[] numbers: Check(numbers, TensorType.Int32); break;
            case byte[] numbers: Check(numbers, TensorType.UInt8); break;
            default: Check((bool[])values, TensorType.Bool); break;
        }

        void Check<T>(T[] numbers, TensorType expected)
            where T : unmanaged
        {
            using InferenceSession session = Open(TinyModel.Identity(type, 3));
            Assert.Equal(expected, Assert.Single(session.Inputs).Type);
            Tensor output = Assert.Single(session.Run([Tensor.Of(numbers, 3)], Cancel));
            Assert.Equal(expected, output.Type);
            Assert.Equal(numbers, output.Values<T>().ToArray());
            Assert.NotSame(numbers, output.Memory);
        }
    }

    [Theory]
    [InlineData(new long[] { })]
    [InlineData(new long[] { 2 })]
    [InlineData(new long[] { 2, 3 })]
    [InlineData(new long[] { 1, 2, 3, 1, 2, 1, 3, 1 })]
    [InlineData(new long[] { 0 })]
    [InlineData(new long[] { 4, 0, 3 })]
    public void Run_EveryRank_KeepsShapeAndOrder(long[] shape)
    {
        float[] values = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => (float)i)];
        using InferenceSession session = Open(TinyModel.Identity(Float32, [.. shape.Select(_ => -1L)]));
        Tensor output = session.Run([Tensor.Of(values, shape)], Cancel)[0];
        Assert.Equal(shape, output.Shape.ToArray());
        Assert.Equal(values, output.Values<float>().ToArray());
    }

    [Fact]
    public void Inputs_DynamicModel_TellNamesTypesAndShapes()
    {
        using InferenceSession session = Open(new TinyModel()
            .Input("pixels", Float32, -1, 3, -1, 320).Input("how many", Int64, []).Output("둘", Float32, -1, 3, -1, 320).Output("count", Int64, [])
            .Node("Identity", ["pixels"], ["둘"]).Node("Identity", ["how many"], ["count"]).Build());
        Assert.Equal(["pixels: float32 [?, 3, ?, 320]", "how many: int64 []"], session.Inputs.Select(spec => spec.ToString()));
        Assert.Equal([-1L, 3, -1, 320], session.Inputs[0].Shape);
        Assert.Equal(["둘", "count"], session.Outputs.Select(spec => spec.Name));
    }
}
