using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>
/// Keeps ONNX Runtime from counting anything: from version 1.30 on it makes an identifier of the machine and a store of events as soon as its
/// environment is made, before <c>DisableTelemetryEvents</c> can be called, unless this variable is set.
/// </summary>
internal static partial class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Switches it off; before the environment is made.</summary>
    public static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            // What .NET sets on Unix stays in .NET; the library asks the C library.
            _ = SetVariable(Variable, "1", 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrites);
}
