using System.Runtime.InteropServices;
using System.Text;

namespace Sensorium.Inference;

/// <summary>
/// ONNX Runtime's function table, with the one environment of this process. Everything is thread-safe, as the runtime's functions are;
/// pointers that come out are owned by the caller and given back by the release methods.
/// </summary>
internal sealed unsafe class OrtApi
{
    /// <summary>The newest API version that this binding knows; a newer library gives it too.</summary>
    public const int NewestVersion = 30;

    /// <summary>The oldest API version in whose header the places of <see cref="OrtFunction"/> were counted.</summary>
    public const int OldestVersion = 7;

    private const int SilentLogLevel = 4;
    private const int DeviceAllocator = 0;
    private const int DefaultMemory = 0;
    private readonly nint* _functions;
    private readonly nint _environment;
    private readonly nint _allocator;
    private readonly nint _cpuMemory;

    /// <summary>Makes the environment; it lives as long as the process.</summary>
    /// <param name="functions">The table.</param>
    /// <param name="version">The library's version, e.g. <c>1.30.0</c>.</param>
    public OrtApi(nint functions, string version)
    {
        _functions = (nint*)functions;
        Version = version;
        RuntimeTelemetry.SwitchOff();
        nint made;
        fixed (byte* id = "sensorium\0"u8)
        {
            Check(((delegate* unmanaged<delegate* unmanaged<void*, int, byte*, byte*, byte*, byte*, void>, void*, int, byte*, nint*, nint>)this[OrtFunction.CreateEnvWithCustomLogger])(
                &Ignore, null, SilentLogLevel, id, &made));
        }

        _environment = made;
        Check(((delegate* unmanaged<nint, nint>)this[OrtFunction.DisableTelemetryEvents])(_environment));
        Check(((delegate* unmanaged<nint*, nint>)this[OrtFunction.GetAllocatorWithDefaultOptions])(&made));
        _allocator = made;
        Check(((delegate* unmanaged<int, int, nint*, nint>)this[OrtFunction.CreateCpuMemoryInfo])(DeviceAllocator, DefaultMemory, &made));
        _cpuMemory = made;
    }

    /// <summary>The library's version.</summary>
    public string Version { get; }

    private nint this[OrtFunction function] => _functions[(int)function];

    /// <summary>Options for a session; the caller releases them.</summary>
    public nint CreateSessionOptions(int threads)
    {
        nint options;
        Check(((delegate* unmanaged<nint*, nint>)this[OrtFunction.CreateSessionOptions])(&options));
        try
        {
            SetNumber(OrtFunction.SetSessionLogSeverityLevel, options, SilentLogLevel);
            SetNumber(OrtFunction.SetIntraOpNumThreads, options, threads);
            SetNumber(OrtFunction.SetInterOpNumThreads, options, 1);
            AddConfigEntry(options, "session.intra_op.allow_spinning\0"u8, "0\0"u8);
            AddConfigEntry(options, "session.inter_op.allow_spinning\0"u8, "0\0"u8);
            return options;
        }
        catch
        {
            ReleaseSessionOptions(options);
            throw;
        }
    }

    /// <summary>Sets a key of onnxruntime_session_options_config_keys.h; both texts end with a zero.</summary>
    public void AddConfigEntry(nint options, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* keyText = key, valueText = value)
        {
            Check(((delegate* unmanaged<nint, byte*, byte*, nint>)this[OrtFunction.AddSessionConfigEntry])(options, keyText, valueText));
        }
    }

    /// <summary>Loads a model from a file; the caller releases the session.</summary>
    public nint CreateSession(string path, nint options)
    {
        nint session;
        byte[] encoded = (OperatingSystem.IsWindows() ? Encoding.Unicode : Encoding.UTF8).GetBytes(path + '\0');
        fixed (byte* characters = encoded)
        {
            Check(((delegate* unmanaged<nint, void*, nint, nint*, nint>)this[OrtFunction.CreateSession])(_environment, characters, options, &session));
        }

        return session;
    }

    /// <summary>Loads a model from memory, of which nothing is kept; the caller releases the session.</summary>
    public nint CreateSession(ReadOnlySpan<byte> model, nint options)
    {
        nint session;
        fixed (byte* bytes = model)
        {
            Check(((delegate* unmanaged<nint, void*, nuint, nint, nint*, nint>)this[OrtFunction.CreateSessionFromArray])(
                _environment, bytes, (nuint)model.Length, options, &session));
        }

        return session;
    }

    /// <summary>How many inputs or outputs a session has.</summary>
    public int Count(OrtFunction counter, nint session)
    {
        nuint count;
        Check(((delegate* unmanaged<nint, nuint*, nint>)this[counter])(session, &count));
        return checked((int)count);
    }

    /// <summary>The name of an input or output; the caller frees it with <see cref="Free"/>.</summary>
    public nint Name(OrtFunction namer, nint session, int index)
    {
        nint name;
        Check(((delegate* unmanaged<nint, nuint, nint, nint*, nint>)this[namer])(session, (nuint)index, _allocator, &name));
        return name;
    }

    /// <summary>The element type's code and the shape of an input or output; the code is 0 where it is no tensor.</summary>
    public (int Type, long[] Shape) TypeAndShape(OrtFunction teller, nint session, int index)
    {
        nint info;
        Check(((delegate* unmanaged<nint, nuint, nint*, nint>)this[teller])(session, (nuint)index, &info));
        try
        {
            nint tensor;
            Check(((delegate* unmanaged<nint, nint*, nint>)this[OrtFunction.CastTypeInfoToTensorInfo])(info, &tensor));
            return tensor == 0 ? (0, []) : Read(tensor);
        }
        finally
        {
            Release(OrtFunction.ReleaseTypeInfo, info);
        }
    }

    /// <summary>The element type's code and the shape of a value; the code is 0 where it is no tensor.</summary>
    public (int Type, long[] Shape) TypeAndShape(nint value)
    {
        int isTensor;
        Check(((delegate* unmanaged<nint, int*, nint>)this[OrtFunction.IsTensor])(value, &isTensor));
        if (isTensor == 0)
        {
            return (0, []);
        }

        nint tensor;
        Check(((delegate* unmanaged<nint, nint*, nint>)this[OrtFunction.GetTensorTypeAndShape])(value, &tensor));
        try
        {
            return Read(tensor);
        }
        finally
        {
            Release(OrtFunction.ReleaseTensorTypeAndShapeInfo, tensor);
        }
    }

    /// <summary>Options for runs; the caller releases them.</summary>
    public nint CreateRunOptions()
    {
        nint options;
        Check(((delegate* unmanaged<nint*, nint>)this[OrtFunction.CreateRunOptions])(&options));
        return options;
    }

    /// <summary>Makes the runs that use these options stop soon.</summary>
    public void Terminate(nint runOptions) => Check(((delegate* unmanaged<nint, nint>)this[OrtFunction.RunOptionsSetTerminate])(runOptions));

    /// <summary>A value over memory of the caller's, which must stay where it is until the value is released.</summary>
    public nint CreateValue(void* data, long bytes, ReadOnlySpan<long> shape, int type)
    {
        nint value;
        long none = 0;
        fixed (long* sizes = shape)
        {
            Check(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)this[OrtFunction.CreateTensorWithDataAsOrtValue])(
                _cpuMemory, data, (nuint)bytes, sizes == null ? &none : sizes, (nuint)shape.Length, type, &value));
        }

        return value;
    }

    /// <summary>The first element of a tensor value.</summary>
    public void* Data(nint value)
    {
        void* data;
        Check(((delegate* unmanaged<nint, void**, nint>)this[OrtFunction.GetTensorMutableData])(value, &data));
        return data;
    }

    /// <summary>Runs a session; outputs that are 0 are made, and the caller's to release even when it fails.</summary>
    public void Run(nint session, nint runOptions, nint* inputNames, nint* inputs, int inputCount, nint* outputNames, nint* outputs, int outputCount) =>
        Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)this[OrtFunction.Run])(
            session, runOptions, inputNames, inputs, (nuint)inputCount, outputNames, (nuint)outputCount, outputs));

    /// <summary>Frees what the runtime's allocator gave.</summary>
    public void Free(nint memory)
    {
        if (memory != 0)
        {
            Check(((delegate* unmanaged<nint, nint, nint>)this[OrtFunction.AllocatorFree])(_allocator, memory));
        }
    }

    public void ReleaseSessionOptions(nint options) => Release(OrtFunction.ReleaseSessionOptions, options);

    public void ReleaseSession(nint session) => Release(OrtFunction.ReleaseSession, session);

    public void ReleaseRunOptions(nint options) => Release(OrtFunction.ReleaseRunOptions, options);

    public void ReleaseValue(nint value) => Release(OrtFunction.ReleaseValue, value);

    [UnmanagedCallersOnly]
    private static void Ignore(void* parameter, int severity, byte* category, byte* id, byte* location, byte* message)
    {
    }

    private (int Type, long[] Shape) Read(nint tensor)
    {
        int type;
        nuint rank;
        Check(((delegate* unmanaged<nint, int*, nint>)this[OrtFunction.GetTensorElementType])(tensor, &type));
        Check(((delegate* unmanaged<nint, nuint*, nint>)this[OrtFunction.GetDimensionsCount])(tensor, &rank));
        long[] shape = rank == 0 ? [] : new long[checked((int)rank)];
        fixed (long* sizes = shape)
        {
            Check(((delegate* unmanaged<nint, long*, nuint, nint>)this[OrtFunction.GetDimensions])(tensor, sizes, rank));
        }

        return (type, shape);
    }

    private void SetNumber(OrtFunction setter, nint options, int value) => Check(((delegate* unmanaged<nint, int, nint>)this[setter])(options, value));

    private void Release(OrtFunction releaser, nint pointer)
    {
        if (pointer != 0)
        {
            ((delegate* unmanaged<nint, void>)this[releaser])(pointer);
        }
    }

    private void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        int code = ((delegate* unmanaged<nint, int>)this[OrtFunction.GetErrorCode])(status);
        nint text = ((delegate* unmanaged<nint, nint>)this[OrtFunction.GetErrorMessage])(status);
        string message = Marshal.PtrToStringUTF8(text) ?? "no message";
        Release(OrtFunction.ReleaseStatus, status);
        throw new OrtException((OrtErrorCode)code, message);
    }
}
