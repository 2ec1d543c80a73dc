namespace Sensorium.Inference;

/// <summary>
/// Places of the functions we use in ONNX Runtime's function table, counted from 0.
/// The table is the structure <c>OrtApi</c> of onnxruntime_c_api.h (Microsoft, MIT licence), which only ever grows at its end;
/// the places were counted in the header of API version 7 and are the same in every later one.
/// </summary>
internal enum OrtFunction
{
    /// <summary><c>OrtErrorCode GetErrorCode(const OrtStatus*)</c>.</summary>
    GetErrorCode = 1,

    /// <summary><c>const char* GetErrorMessage(const OrtStatus*)</c>.</summary>
    GetErrorMessage = 2,

    /// <summary><c>CreateEnvWithCustomLogger(OrtLoggingFunction, void* parameter, OrtLoggingLevel, const char* id, OrtEnv**)</c>.</summary>
    CreateEnvWithCustomLogger = 4,

    /// <summary><c>DisableTelemetryEvents(const OrtEnv*)</c>.</summary>
    DisableTelemetryEvents = 6,

    /// <summary><c>CreateSession(const OrtEnv*, const ORTCHAR_T* path, const OrtSessionOptions*, OrtSession**)</c>.</summary>
    CreateSession = 7,

    /// <summary><c>CreateSessionFromArray(const OrtEnv*, const void* model, size_t bytes, const OrtSessionOptions*, OrtSession**)</c>.</summary>
    CreateSessionFromArray = 8,

    /// <summary><c>Run(OrtSession*, const OrtRunOptions*, const char* const* inputNames, const OrtValue* const* inputs, size_t, const char* const* outputNames, size_t, OrtValue** outputs)</c>.</summary>
    Run = 9,

    /// <summary><c>CreateSessionOptions(OrtSessionOptions**)</c>.</summary>
    CreateSessionOptions = 10,

    /// <summary><c>SetSessionLogSeverityLevel(OrtSessionOptions*, int)</c>.</summary>
    SetSessionLogSeverityLevel = 22,

    /// <summary><c>SetIntraOpNumThreads(OrtSessionOptions*, int)</c>.</summary>
    SetIntraOpNumThreads = 24,

    /// <summary><c>SetInterOpNumThreads(OrtSessionOptions*, int)</c>.</summary>
    SetInterOpNumThreads = 25,

    /// <summary><c>SessionGetInputCount(const OrtSession*, size_t*)</c>.</summary>
    SessionGetInputCount = 30,

    /// <summary><c>SessionGetOutputCount(const OrtSession*, size_t*)</c>.</summary>
    SessionGetOutputCount = 31,

    /// <summary><c>SessionGetInputTypeInfo(const OrtSession*, size_t index, OrtTypeInfo**)</c>.</summary>
    SessionGetInputTypeInfo = 33,

    /// <summary><c>SessionGetOutputTypeInfo(const OrtSession*, size_t index, OrtTypeInfo**)</c>.</summary>
    SessionGetOutputTypeInfo = 34,

    /// <summary><c>SessionGetInputName(const OrtSession*, size_t index, OrtAllocator*, char**)</c>.</summary>
    SessionGetInputName = 36,

    /// <summary><c>SessionGetOutputName(const OrtSession*, size_t index, OrtAllocator*, char**)</c>.</summary>
    SessionGetOutputName = 37,

    /// <summary><c>CreateRunOptions(OrtRunOptions**)</c>.</summary>
    CreateRunOptions = 39,

    /// <summary><c>RunOptionsSetTerminate(OrtRunOptions*)</c>.</summary>
    RunOptionsSetTerminate = 46,

    /// <summary><c>CreateTensorWithDataAsOrtValue(const OrtMemoryInfo*, void* data, size_t bytes, const int64_t* shape, size_t rank, ONNXTensorElementDataType, OrtValue**)</c>.</summary>
    CreateTensorWithDataAsOrtValue = 49,

    /// <summary><c>IsTensor(const OrtValue*, int*)</c>.</summary>
    IsTensor = 50,

    /// <summary><c>GetTensorMutableData(OrtValue*, void**)</c>.</summary>
    GetTensorMutableData = 51,

    /// <summary><c>CastTypeInfoToTensorInfo(const OrtTypeInfo*, const OrtTensorTypeAndShapeInfo**)</c>.</summary>
    CastTypeInfoToTensorInfo = 55,

    /// <summary><c>GetTensorElementType(const OrtTensorTypeAndShapeInfo*, ONNXTensorElementDataType*)</c>.</summary>
    GetTensorElementType = 60,

    /// <summary><c>GetDimensionsCount(const OrtTensorTypeAndShapeInfo*, size_t*)</c>.</summary>
    GetDimensionsCount = 61,

    /// <summary><c>GetDimensions(const OrtTensorTypeAndShapeInfo*, int64_t*, size_t)</c>.</summary>
    GetDimensions = 62,

    /// <summary><c>GetTensorTypeAndShape(const OrtValue*, OrtTensorTypeAndShapeInfo**)</c>.</summary>
    GetTensorTypeAndShape = 65,

    /// <summary><c>CreateCpuMemoryInfo(OrtAllocatorType, OrtMemType, OrtMemoryInfo**)</c>.</summary>
    CreateCpuMemoryInfo = 69,

    /// <summary><c>AllocatorFree(OrtAllocator*, void*)</c>.</summary>
    AllocatorFree = 76,

    /// <summary><c>GetAllocatorWithDefaultOptions(OrtAllocator**)</c>.</summary>
    GetAllocatorWithDefaultOptions = 78,

    /// <summary><c>void ReleaseStatus(OrtStatus*)</c>.</summary>
    ReleaseStatus = 93,

    /// <summary><c>void ReleaseSession(OrtSession*)</c>.</summary>
    ReleaseSession = 95,

    /// <summary><c>void ReleaseValue(OrtValue*)</c>.</summary>
    ReleaseValue = 96,

    /// <summary><c>void ReleaseRunOptions(OrtRunOptions*)</c>.</summary>
    ReleaseRunOptions = 97,

    /// <summary><c>void ReleaseTypeInfo(OrtTypeInfo*)</c>.</summary>
    ReleaseTypeInfo = 98,

    /// <summary><c>void ReleaseTensorTypeAndShapeInfo(OrtTensorTypeAndShapeInfo*)</c>.</summary>
    ReleaseTensorTypeAndShapeInfo = 99,

    /// <summary><c>void ReleaseSessionOptions(OrtSessionOptions*)</c>.</summary>
    ReleaseSessionOptions = 100,

    /// <summary><c>AddSessionConfigEntry(OrtSessionOptions*, const char* key, const char* value)</c>, the latest that is used.</summary>
    AddSessionConfigEntry = 130,
}
