using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sensorium.Inference.Tests;

/// <summary>The functions of the table do what their names say, one by one, where sessions do not show it already.</summary>
[Collection(nameof(LifetimeTests))]
public sealed unsafe class OrtApiTests
{
    private static readonly OrtApi Api = OnnxRuntimeLibrary.Require();

    [Fact]
    public void CreateSessionOptions_ManyThreads_AreStartedWithTheSession()
    {
        const int Threads = 12;
        int before = ThreadCount();
        using InferenceSession session = InferenceSession.Open(TinyModel.Identity(1, 1), "tiny.onnx", new SessionOptions { Threads = Threads });

        // The caller's own thread is one of them. Other parts of the process may end one meanwhile.
        Assert.InRange(ThreadCount() - before, Threads - 3, Threads + 3);
    }

    [Fact]
    public void AddSessionConfigEntry_KeyTooLong_IsRefused()
    {
        nint options = Api.CreateSessionOptions(1);
        try
        {
            byte[] key = new byte[5001];
            key.AsSpan(0, 5000).Fill((byte)'k');
            OrtException error = Assert.Throws<OrtException>(() => Api.AddConfigEntry(options, key, "1\0"u8));
            Assert.Equal(OrtErrorCode.InvalidArgument, error.Code);
            Assert.Contains("key", error.Message, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Api.ReleaseSessionOptions(options);
        }
    }

    [Fact]
    public void CreateValue_OwnMemory_TellsTypeShapeAndPlace()
    {
        long* data = (long*)NativeMemory.Alloc(6 * sizeof(long));
        nint value = Api.CreateValue(data, 6 * sizeof(long), [3, 2], TensorType.Int64.OnnxCode());
        (int type, long[] shape) = Api.TypeAndShape(value);
        Assert.Equal(TensorType.Int64.OnnxCode(), type);
        Assert.Equal([3L, 2], shape);
        Assert.Equal((nint)data, (nint)Api.Data(value));
        Api.ReleaseValue(value);
        NativeMemory.Free(data);
    }

    [Fact]
    public void CreateValue_TooLittleMemory_IsRefused()
    {
        long data = 0;
        nint place = (nint)(&data);
        OrtException error = Assert.Throws<OrtException>(() => Api.CreateValue((void*)place, sizeof(long), [2], TensorType.Int64.OnnxCode()));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Release_Nothing_IsNoError()
    {
        Api.ReleaseValue(0);
        Api.ReleaseSession(0);
        Api.ReleaseRunOptions(0);
        Api.ReleaseSessionOptions(0);
        Api.Free(0);
    }

    private static int ThreadCount()
    {
        using Process self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
