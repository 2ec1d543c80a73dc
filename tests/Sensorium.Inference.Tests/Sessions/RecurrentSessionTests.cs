namespace Sensorium.Inference.Tests;

/// <summary>A running sum shows what is carried from call to call.</summary>
public sealed class RecurrentSessionTests
{
    private static readonly StateLink Link = new("next", "state");

    [Fact]
    public void Run_ManyCalls_CarryTheState()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        RecurrentSession stream = new(session, [Link]);
        Assert.Equal([1f, 10], Step(stream, 1, 10));
        Assert.Equal([3f, 30], Step(stream, 2, 20));
        Assert.Equal([6f, 60], Step(stream, 3, 30));
    }

    [Fact]
    public void Reset_AfterCalls_BeginsAnew()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        RecurrentSession stream = new(session, [Link with { Initial = Tensor.Of([100f, 200], 2) }]);
        float[] first = Step(stream, 1, 2);
        Step(stream, 5, 5);
        stream.Reset();
        Assert.Equal([101f, 202], first);
        Assert.Equal(first, Step(stream, 1, 2));
    }

    [Fact]
    public void Run_TwoStreamsOfOneModel_AreApart()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        RecurrentSession one = new(session, [Link]);
        RecurrentSession other = new(session, [Link]);
        Step(one, 1, 1);
        Assert.Equal([5f, 5], Step(other, 5, 5));
        Assert.Equal([2f, 2], Step(one, 1, 1));
    }

    [Fact]
    public void Run_Failing_KeepsTheState()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        RecurrentSession stream = new(session, [Link]);
        Step(stream, 1, 1);
        Assert.Throws<UnsupportedInputException>(() => Run(stream, Tensor.Of([1f], 1)));
        Assert.Throws<OperationCanceledException>(() => stream.Run(new Dictionary<string, Tensor> { ["x"] = Tensor.Of([1f, 1], 2) }, new CancellationToken(true)));
        Assert.Equal([2f, 2], Step(stream, 1, 1));
    }

    [Fact]
    public void Run_StateGiven_IsRefused()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        RecurrentSession stream = new(session, [Link]);
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(
            () => stream.Run(new Dictionary<string, Tensor> { ["x"] = Tensor.Of([1f, 1], 2), ["state"] = Tensor.Of([1f, 1], 2) }, Cancel));
        Assert.Contains("\"state\" of the model tiny.onnx is a state", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_LinkThatDoesNotFit_IsRefused()
    {
        using InferenceSession fixedSize = Open(TinyModel.RunningSum(2));
        Assert.Throws<UnsupportedInputException>(() => new RecurrentSession(fixedSize, [new("none", "state")]));
        Assert.Throws<UnsupportedInputException>(() => new RecurrentSession(fixedSize, [new("next", "none")]));
        using InferenceSession anySize = Open(TinyModel.RunningSum(-1));
        Assert.Throws<UnsupportedInputException>(() => new RecurrentSession(anySize, [Link]));
        RecurrentSession stream = new(anySize, [Link with { Initial = Tensor.Of([1f, 2], 2) }]);
        Assert.Equal([2f, 3], Step(stream, 1, 1));
        using InferenceSession types = Open(new TinyModel()
            .Input("x", 1, 1).Input("state", 7, 1).Output("y", 1, 1).Node("Identity", ["x"], ["y"]).Build());
        Assert.Throws<UnsupportedInputException>(() => new RecurrentSession(types, [new("y", "state")]));
    }

    private static float[] Step(RecurrentSession stream, float first, float second) => Run(stream, Tensor.Of([first, second], 2));

    private static float[] Run(RecurrentSession stream, Tensor x) =>
        stream.Run(new Dictionary<string, Tensor> { ["x"] = x }, Cancel)["y"].Values<float>().ToArray();
}
