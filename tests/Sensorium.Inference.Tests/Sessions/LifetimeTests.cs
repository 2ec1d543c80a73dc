using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sensorium.Inference.Tests;

/// <summary>Nothing native leaks, nothing is used after its end, and many threads may share a session.</summary>
[Collection(nameof(LifetimeTests))]
[CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
public sealed class LifetimeTests
{
    private const int Float32 = 1;
    private const long Megabyte = 1 << 20;

    [Fact]
    public void OpenAndDispose_ManyTimes_GivesMemoryBack()
    {
        byte[] model = Weights(4);
        Open(model).Dispose();
        long before = Resident();
        for (int i = 0; i < 60; i++)
        {
            using InferenceSession session = Open(model);
            session.Run([Tensor.Of([1f], 1)], Cancel);
        }

        Assert.True(Resident() - before < 80 * Megabyte, $"{(Resident() - before) / Megabyte} MB more after 60 sessions of 4 MB.");
    }

    [Fact]
    public void Open_NeverDisposed_IsGivenBackByTheFinaliser()
    {
        byte[] model = Weights(4);
        Open(model).Dispose();
        long before = Resident();
        for (int i = 0; i < 60; i++)
        {
            Forget(model);
            if (i % 10 == 9)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        Assert.True(Resident() - before < 120 * Megabyte, $"{(Resident() - before) / Megabyte} MB more after 60 forgotten sessions of 4 MB.");
    }

    [Fact]
    public void Run_ManyTimes_GivesOutputsBack()
    {
        // The output is the model's own, 1 MB; it is made anew in each run.
        using InferenceSession session = Open(new TinyModel()
            .Input("x", Float32, -1).Output("y", Float32, -1).Node("Abs", ["x"], ["y"]).Build());
        Tensor input = Tensor.Zeros(TensorType.Float32, Megabyte / 4);
        session.Run([input], Cancel);
        long before = Resident();
        for (int i = 0; i < 400; i++)
        {
            session.Run([input], Cancel);
        }

        Assert.True(Resident() - before < 120 * Megabyte, $"{(Resident() - before) / Megabyte} MB more after 400 outputs of 1 MB.");
    }

    [Fact]
    public void Run_FailingManyTimes_GivesInputsBack()
    {
        using InferenceSession session = Open(new TinyModel()
            .Input("x", Float32, -1).Input("z", Float32, -1).Output("y", Float32, -1).Node("Add", ["x", "z"], ["y"]).Build());
        for (int i = 0; i < 200; i++)
        {
            // Pinned for ever, these arrays would stay.
            Tensor large = Tensor.Zeros(TensorType.Float32, Megabyte / 4);
            Assert.ThrowsAny<SensoriumException>(() => session.Run([large, Tensor.Of([1f, 2], 2)], Cancel));
        }

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) < 60 * Megabyte);
    }

    [Fact]
    public void Run_IntoTensorsOfTheCallers_AllocatesNothing()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(256));
        Tensor[] inputs = [Tensor.Zeros(TensorType.Float32, 256), Tensor.Zeros(TensorType.Float32, 256)];
        Tensor?[] outputs = [Tensor.Zeros(TensorType.Float32, 256), Tensor.Zeros(TensorType.Float32, 256)];
        Assert.Equal(0, AllocatedBy(() => session.Run(inputs, outputs, CancellationToken.None)));
    }

    [Fact]
    public void Run_WithCancellation_AllocatesLittle()
    {
        using CancellationTokenSource source = new();
        using InferenceSession session = Open(TinyModel.RunningSum(256));
        Tensor[] inputs = [Tensor.Zeros(TensorType.Float32, 256), Tensor.Zeros(TensorType.Float32, 256)];
        Tensor?[] outputs = [Tensor.Zeros(TensorType.Float32, 256), Tensor.Zeros(TensorType.Float32, 256)];
        Assert.InRange(AllocatedBy(() => session.Run(inputs, outputs, source.Token)), 0, 400);
    }

    [Fact]
    public void Run_ByOrder_AllocatesTheOutputsAndLittleMore()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(256));
        Tensor[] inputs = [Tensor.Zeros(TensorType.Float32, 256), Tensor.Zeros(TensorType.Float32, 256)];
        Assert.InRange(AllocatedBy(() => session.Run(inputs, CancellationToken.None)), 2 * 1024, (2 * 1024) + 600);
    }

    [Fact]
    public void Run_IntoTensorsOfTheCallers_WritesInPlaceAndMakesTheRest()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(2));
        float[] room = new float[2];
        Tensor given = Tensor.Of(room, 2);
        Tensor?[] outputs = [given, null];
        session.Run([Tensor.Of([1f, 2], 2), Tensor.Of([3f, 4], 2)], outputs, Cancel);
        Assert.Same(given, outputs[0]);
        Assert.Equal([4f, 6], room);
        Assert.Equal([4f, 6], outputs[1]!.Values<float>().ToArray());
    }

    [Fact]
    public async Task Run_FromManyThreads_GivesEachItsOwn()
    {
        using InferenceSession session = Open(TinyModel.RunningSum(64));
        await Parallel.ForAsync(0, 8, Cancel, (thread, cancel) =>
        {
            for (int i = 0; i < 100; i++)
            {
                float[] values = [.. Enumerable.Range(0, 64).Select(k => (float)((thread * 1000) + i + k))];
                IReadOnlyList<Tensor> outputs = session.Run([Tensor.Of(values, 64), Tensor.Of(values, 64)], cancel);
                Assert.Equal(values.Select(value => value * 2), outputs[0].Values<float>().ToArray());
            }

            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Run_AfterDispose_Throws()
    {
        InferenceSession session = Open(TinyModel.Identity(Float32, 1));
        session.Dispose();
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(() => session.Run([Tensor.Of([1f], 1)], Cancel));
        Assert.Equal("x", session.Inputs[0].Name);
    }

    [Fact]
    public async Task Dispose_DuringARun_LetsItEnd()
    {
        InferenceSession session = Open(TinyModel.CountTo());
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<long> run = Task.Run(
            () =>
            {
                begun.SetResult();
                return session.Run([Tensor.Of([200_000L])], source.Token)[0].Values<long>()[0];
            },
            Cancel);
        await begun.Task;
        session.Dispose();
        try
        {
            Assert.Equal(200_000, await run);
        }
        catch (ObjectDisposedException)
        {
            // The session was gone before the run began.
        }
    }

    [Fact]
    public void Run_CancelledBefore_DoesNotBegin()
    {
        using InferenceSession session = Open(TinyModel.Identity(Float32, 1));
        Assert.Throws<OperationCanceledException>(() => session.Run([Tensor.Of([1f], 1)], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Run_CancelledMeanwhile_StopsAndTheSessionGoesOn()
    {
        // Counting this far would take years.
        using InferenceSession session = Open(TinyModel.CountTo());
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        source.CancelAfter(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => session.Run([Tensor.Of([long.MaxValue])], source.Token));
        Assert.Equal(5, session.Run([Tensor.Of([5L])], Cancel)[0].Values<long>()[0]);
    }

    // A model with weights of some size: y = x + the first of them.
    private static byte[] Weights(int megabytes)
    {
        int count = megabytes * (int)(Megabyte / 4);
        return new TinyModel().Input("x", Float32, 1).Output("y", Float32, count)
            .Constant("w", Float32, new float[count], [count]).Node("Add", ["x", "w"], ["y"]).Build();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(byte[] model) => Assert.Single(Open(model).Inputs);

    private static long Resident()
    {
        GC.Collect();
        using Process self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static long AllocatedBy(Action run)
    {
        for (int i = 0; i < 50; i++)
        {
            run();
        }

        const int Times = 20;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Times; i++)
        {
            run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
