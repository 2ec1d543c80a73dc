namespace Sensorium.Inference.Tests;

/// <summary>What can be opened, and what is said about the rest.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("모델 시험 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_FileWithUnusualName_IsTheSameAsFromMemory()
    {
        byte[] model = TinyModel.RunningSum(2);
        string path = Path.Combine(_folder, "합 #1.onnx");
        File.WriteAllBytes(path, model);
        using InferenceSession fromFile = InferenceSession.Open(path);
        using InferenceSession fromMemory = InferenceSession.Open(model, "합");
        Assert.Equal("합 #1.onnx", fromFile.Name);
        Tensor[] inputs = [Tensor.Of([1f, 2], 2), Tensor.Of([10f, 20], 2)];
        Assert.Equal([11f, 22], fromFile.Run(inputs, Cancel)[0].Values<float>().ToArray());
        Assert.Equal([11f, 22], fromMemory.Run(inputs, Cancel)[0].Values<float>().ToArray());
    }

    [Fact]
    public void Open_FromMemory_KeepsNothingOfIt()
    {
        byte[] model = TinyModel.RunningSum(2);
        using InferenceSession session = Open(model);
        Array.Clear(model);
        Assert.Equal([3f, 3], session.Run([Tensor.Of([1f, 2], 2), Tensor.Of([2f, 1], 2)], Cancel)[0].Values<float>().ToArray());
    }

    [Fact]
    public void Open_NoFile_SaysSo() => Refused<MalformedInputException>(Path.Combine(_folder, "none.onnx"), "There is no model file");

    [Fact]
    public void Open_Folder_SaysSo() => Refused<MalformedInputException>(_folder, "is a folder");

    [Fact]
    public void Open_EmptyFile_SaysSo() => Refused<MalformedInputException>(Write([]), "is empty");

    [Fact]
    public void Open_TextFile_IsNoModel() => Refused<MalformedInputException>(Write("This is no model, it is a sentence."u8.ToArray()), "cannot be loaded as an ONNX model");

    [Fact]
    public void Open_UnknownOperator_CarriesTheRuntimesWords() => Refused<MalformedInputException>(
        Write(new TinyModel().Input("x", 1, 3).Output("y", 1, 3).Node("Nonsense", ["x"], ["y"]).Build()), "No Op registered for Nonsense");

    [Fact]
    public void Open_OpsetOfTheFuture_CarriesTheRuntimesWordsWithoutItsSource()
    {
        string message = Refused<MalformedInputException>(
            Write(new TinyModel { Opset = 99 }.Input("x", 1, 3).Output("y", 1, 3).Node("Identity", ["x"], ["y"]).Build()), "Opset 99 is under development");
        Assert.DoesNotContain("model_load_utils", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, "float64")]
    [InlineData(8, "string")]
    [InlineData(3, "int8")]
    public void Open_ElementsThatNoTensorHolds_AreNamed(int type, string name) => Refused<UnsupportedInputException>(Write(TinyModel.Identity(type, 3)), $"of type {name}");

    [Fact]
    public void Open_SequenceOutput_IsNamed() => Refused<UnsupportedInputException>(
        Write(new TinyModel().Input("x", 1, 3).SequenceOutput("y", 1).Node("SequenceConstruct", ["x"], ["y"]).Build()), "\"y\" of the model model.onnx is not a tensor");

    [Fact]
    public void Open_EveryTruncation_IsRefusedOrRuns()
    {
        byte[] model = TinyModel.RunningSum(2);
        int refused = 0;
        for (int length = 0; length < model.Length; length++)
        {
            try
            {
                Open(model[..length]).Dispose();
            }
            catch (SensoriumException error)
            {
                refused++;
                Assert.NotEmpty(error.Text.Korean);
            }
        }

        // Cut between two fields, what is left is a smaller message and may be a model.
        Assert.InRange(refused, model.Length * 9 / 10, model.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Open_AnyNumberOfThreads_GivesTheSameSum(int threads)
    {
        using InferenceSession session = InferenceSession.Open(TinyModel.RunningSum(1000), "tiny.onnx", new SessionOptions { Threads = threads });
        float[] values = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        Assert.Equal(values.Select(value => 2 * value), session.Run([Tensor.Of(values, 1000), Tensor.Of(values, 1000)], Cancel)[0].Values<float>().ToArray());
    }

    [Fact]
    public void Open_NegativeThreads_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => InferenceSession.Open(TinyModel.Identity(1, 1), "tiny.onnx", new SessionOptions { Threads = -1 }));

    private string Write(byte[] content)
    {
        string path = Path.Combine(_folder, "model.onnx");
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string Refused<T>(string path, string words)
        where T : SensoriumException
    {
        T error = Assert.Throws<T>(() => InferenceSession.Open(path));
        Assert.True(error.Text.English.Contains(words, StringComparison.Ordinal), error.Text.English);
        Assert.Contains("니다", error.Text.Korean, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Text.English);
        return error.Text.English;
    }
}
