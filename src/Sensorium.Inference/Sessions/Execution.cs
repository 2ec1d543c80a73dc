using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>One run of a session: pins the caller's tensors, lets the runtime read and write them in place, and copies what it made itself.</summary>
internal static unsafe class Execution
{
    /// <summary>Runs a session; everything native that is made on the way is given back.</summary>
    /// <param name="api">The runtime.</param>
    /// <param name="session">The session, held by the caller.</param>
    /// <param name="inputs">A tensor for each input.</param>
    /// <param name="outputs">A tensor for each output to write to, null for one to make.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OrtException">The runtime failed or was stopped.</exception>
    public static void Run(OrtApi api, SessionHandle session, ReadOnlySpan<Tensor?> inputs, Span<Tensor?> outputs, CancellationToken cancellationToken)
    {
        const int Few = 16;
        int count = inputs.Length + outputs.Length;
        Span<nint> values = count <= Few ? stackalloc nint[count] : new nint[count];
        Span<GCHandle> pins = count <= Few ? stackalloc GCHandle[count] : new GCHandle[count];
        values.Clear();
        pins.Clear();
        try
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                values[i] = Lend(api, inputs[i]!, out pins[i]);
            }

            for (int i = 0; i < outputs.Length; i++)
            {
                if (outputs[i] is { } given)
                {
                    values[inputs.Length + i] = Lend(api, given, out pins[inputs.Length + i]);
                }
            }

            Run(api, session, values, inputs.Length, cancellationToken);
            for (int i = 0; i < outputs.Length; i++)
            {
                outputs[i] ??= Copy(api, values[inputs.Length + i]);
            }
        }
        finally
        {
            for (int i = 0; i < count; i++)
            {
                api.ReleaseValue(values[i]);
                if (pins[i].IsAllocated)
                {
                    pins[i].Free();
                }
            }
        }
    }

    private static void Run(OrtApi api, SessionHandle session, Span<nint> values, int inputCount, CancellationToken cancellationToken)
    {
        nint options = api.CreateRunOptions();
        try
        {
            // Disposing the registration waits for a call that is under way, so that the options outlive it.
            using CancellationTokenRegistration registration = cancellationToken.CanBeCanceled ? TerminateOn(api, options, cancellationToken) : default;
            fixed (nint* pointers = values)
            {
                api.Run(
                    session.DangerousGetHandle(), options, session.InputNames, pointers, inputCount,
                    session.OutputNames, pointers + inputCount, values.Length - inputCount);
            }
        }
        finally
        {
            api.ReleaseRunOptions(options);
        }
    }

    // Apart, so that runs that nobody can stop make no closure.
    private static CancellationTokenRegistration TerminateOn(OrtApi api, nint options, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((Action)state!)(), (Action)(() => api.Terminate(options)));

    private static nint Lend(OrtApi api, Tensor tensor, out GCHandle pin)
    {
        pin = GCHandle.Alloc(tensor.Memory, GCHandleType.Pinned);
        return api.CreateValue((void*)pin.AddrOfPinnedObject(), tensor.ByteLength, tensor.Shape, tensor.Type.OnnxCode());
    }

    private static Tensor Copy(OrtApi api, nint value)
    {
        (int code, long[] shape) = api.TypeAndShape(value);
        TensorType type = ElementTypes.FromOnnxCode(code) ?? throw new OrtException(OrtErrorCode.NotImplemented, $"an output is {ElementTypes.NameOfOnnxCode(code)}");
        Tensor tensor = Tensor.New(type, shape, zeroed: false);
        if (tensor.Length > 0)
        {
            fixed (byte* target = &MemoryMarshal.GetArrayDataReference(tensor.Memory))
            {
                Buffer.MemoryCopy(api.Data(value), target, tensor.ByteLength, tensor.ByteLength);
            }
        }

        return tensor;
    }
}
