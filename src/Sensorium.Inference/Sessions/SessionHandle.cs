using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>Owns an <c>OrtSession</c> and the names of its inputs and outputs in native memory; released once nothing runs it any more.</summary>
internal sealed unsafe class SessionHandle : SafeHandle
{
    private readonly OrtApi _api;
    private nint* _names;

    private SessionHandle(OrtApi api, nint session)
        : base(nint.Zero, ownsHandle: true)
    {
        _api = api;
        SetHandle(session);
        InputCount = api.Count(OrtFunction.SessionGetInputCount, session);
        OutputCount = api.Count(OrtFunction.SessionGetOutputCount, session);
        _names = (nint*)NativeMemory.AllocZeroed((nuint)Math.Max(1, InputCount + OutputCount), (nuint)sizeof(nint));
        for (int i = 0; i < InputCount; i++)
        {
            InputNames[i] = api.Name(OrtFunction.SessionGetInputName, session, i);
        }

        for (int i = 0; i < OutputCount; i++)
        {
            OutputNames[i] = api.Name(OrtFunction.SessionGetOutputName, session, i);
        }
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == nint.Zero;

    /// <summary>How many inputs the model has.</summary>
    public int InputCount { get; }

    /// <summary>How many outputs the model has.</summary>
    public int OutputCount { get; }

    /// <summary>The inputs' names, each zero-terminated UTF-8.</summary>
    public nint* InputNames => _names;

    /// <summary>The outputs' names, each zero-terminated UTF-8.</summary>
    public nint* OutputNames => _names + InputCount;

    /// <summary>Opens a session.</summary>
    /// <param name="api">The runtime.</param>
    /// <param name="threads">Threads of one run, at least 1.</param>
    /// <param name="create">Makes the session from options.</param>
    /// <returns>The handle, which owns the session.</returns>
    /// <exception cref="OrtException">The runtime refuses the model.</exception>
    public static SessionHandle Open(OrtApi api, int threads, Func<nint, nint> create)
    {
        nint options = api.CreateSessionOptions(threads);
        try
        {
            // Should the constructor fail, the half-made handle's finaliser releases the session.
            return new SessionHandle(api, create(options));
        }
        finally
        {
            api.ReleaseSessionOptions(options);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (_names != null)
        {
            for (int i = 0; i < InputCount + OutputCount; i++)
            {
                _api.Free(_names[i]);
            }

            NativeMemory.Free(_names);
            _names = null;
        }

        _api.ReleaseSession(handle);
        return true;
    }
}
