namespace Sensorium.Inference.Tests;

/// <summary>Tensors that do not fit a model are refused in a sentence that says what the model takes and what came.</summary>
public sealed class MismatchTests
{
    private const int Float32 = 1;

    [Fact]
    public void Run_UnknownName_SaysWhatThereIs()
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, 2));
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(
            () => session.Run(new Dictionary<string, Tensor> { ["x"] = Tensor.Of([1f, 2], 2), ["z"] = Tensor.Of([1f, 2], 2) }, Cancel));
        Assert.Equal("The model tiny.onnx has no input \"z\"; it takes x: float32 [2].", error.Text.English);
        Assert.Equal("tiny.onnx 모델에는 \"z\" 입력이 없습니다. 받는 입력: x: float32 [2].", error.Text.Korean);
    }

    [Fact]
    public void Run_MissingName_NamesIt()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(
            () => session.Run(new Dictionary<string, Tensor> { ["x"] = Tensor.Of([1f, 2], 2) }, Cancel));
        Assert.Contains("needs the input state: float32 [2]", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Run_WrongCount_SaysHowMany(int count)
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, 1));
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(
            () => session.Run([.. Enumerable.Repeat(Tensor.Of([1f], 1), count)], Cancel));
        Assert.Contains($"takes 1 inputs, but {count} came; it takes x: float32 [1]", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Tensor, string> Unfit => new()
    {
        { Tensor.Of([1, 2, 3], 1, 3), "int32 [1, 3]" },
        { Tensor.Of([1f, 2, 3], 3), "float32 [3]" },
        { Tensor.Of([1f, 2], 1, 2), "float32 [1, 2]" },
        { Tensor.Of([1f]), "float32 []" },
        { Tensor.Of([1f, 2, 3], 1, 3, 1), "float32 [1, 3, 1]" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Run_WrongTypeRankOrSize_SaysBoth(Tensor tensor, string came)
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, -1, 3));
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => session.Run([tensor], Cancel));
        Assert.Equal($"The model tiny.onnx takes x: float32 [?, 3], but {came} came.", error.Text.English);
        Assert.Contains("float32 [?, 3]", error.Text.Korean, StringComparison.Ordinal);
        Assert.Contains(came, error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ModelWithoutStatedShape_TakesAnyRank()
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, null));
        Assert.Equal([2L, 1, 2], session.Run([Tensor.Of([1f, 2, 3, 4], 2, 1, 2)], Cancel)[0].Shape.ToArray());
        Assert.Equal([], session.Run([Tensor.Of([7f])], Cancel)[0].Shape.ToArray());
    }

    [Fact]
    public void Run_SizesThatOnlyTheGraphForbids_IsRefusedInTheRuntimesWords()
    {
        using InferenceSession session = Open(new TinyModel()
            .Input("x", Float32, -1).Input("z", Float32, -1).Output("y", Float32, -1).Node("Add", ["x", "z"], ["y"]).Build());
        SensoriumException error = Assert.ThrowsAny<SensoriumException>(
            () => session.Run([Tensor.Of([1f, 2], 2), Tensor.Of([1f, 2, 3], 3)], Cancel));
        Assert.Contains("ONNX Runtime", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".cc:", error.Message, StringComparison.Ordinal);
        Assert.Equal([5f], session.Run([Tensor.Of([2f], 1), Tensor.Of([3f], 1)], Cancel)[0].Values<float>().ToArray());
    }

    [Fact]
    public void Run_RoomOfAWrongShape_IsRefused()
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, -1, 3));
        Assert.Throws<UnsupportedInputException>(() => session.Run([Tensor.Of([1f, 2, 3], 1, 3)], (Span<Tensor?>)[Tensor.Of(new float[2], 1, 2)], Cancel));
        Assert.Throws<UnsupportedInputException>(() => session.Run([Tensor.Of([1f, 2, 3], 1, 3)], (Span<Tensor?>)[Tensor.Of(new long[3], 1, 3)], Cancel));

        // Only the graph knows that two rows do not fit.
        Assert.ThrowsAny<SensoriumException>(() => session.Run([Tensor.Of([1f, 2, 3], 1, 3)], (Span<Tensor?>)[Tensor.Of(new float[6], 2, 3)], Cancel));
        Assert.Throws<ArgumentException>(() => session.Run([Tensor.Of([1f, 2, 3], 1, 3)], [], Cancel));
    }
}
