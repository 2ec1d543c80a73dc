using System.Globalization;
using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>
/// Finds and loads ONNX Runtime's shared library: where <see cref="PathVariable"/> points; beside the program; in <c>node_modules</c> of the
/// program's folder or one above it, where <c>npm ci --ignore-scripts</c> puts it; where the system's loader looks.
/// </summary>
public static class OnnxRuntimeLibrary
{
    /// <summary>Environment variable that names the library's file instead of the usual places.</summary>
    public const string PathVariable = "SENSORIUM_ONNXRUNTIME";

    private static readonly Lazy<OrtApi> Api = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);
    private static string? _location;

    /// <summary>The path or name under which the library was found; null where it is missing or unfit.</summary>
    public static string? Location => FindVersion() is null ? null : _location;

    /// <summary>The library's version.</summary>
    /// <returns>E.g. <c>1.30.0</c>; null where the library is missing or unfit.</returns>
    public static string? FindVersion()
    {
        try
        {
            return Require().Version;
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }

    /// <summary>Loads the library, once.</summary>
    /// <returns>Its functions.</returns>
    /// <exception cref="MissingComponentException">It is not installed, or the file that <see cref="PathVariable"/> names is not ONNX Runtime 1.7 or later.</exception>
    internal static OrtApi Require() => Api.Value;

    private static OrtApi Load()
    {
        string? chosen = Environment.GetEnvironmentVariable(PathVariable);
        IEnumerable<string> candidates = string.IsNullOrWhiteSpace(chosen) ? LibraryPlaces.All(AppContext.BaseDirectory) : [chosen];
        foreach (string candidate in candidates)
        {
            if (!NativeLibrary.TryLoad(candidate, out nint library))
            {
                continue;
            }

            if (Open(library) is { } api)
            {
                _location = candidate;
                return api;
            }

            NativeLibrary.Free(library);
        }

        throw LibraryPlaces.Missing(chosen);
    }

    // OrtGetApiBase() gives { const OrtApi* (*GetApi)(uint32_t version); const char* (*GetVersionString)(); }.
    private static unsafe OrtApi? Open(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
        {
            return null;
        }

        nint* functions = ((delegate* unmanaged<nint*>)entry)();
        string version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)functions[1])()) ?? string.Empty;

        // Asked for a version that it does not have, the library writes to standard error.
        string[] numbers = version.Split('.');
        if (numbers.Length < 2 || numbers[0] != "1" || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor) || minor < OrtApi.OldestVersion)
        {
            return null;
        }

        nint table = ((delegate* unmanaged<uint, nint>)functions[0])((uint)Math.Min(minor, OrtApi.NewestVersion));
        try
        {
            return table == 0 ? null : new OrtApi(table, version);
        }
        catch (OrtException)
        {
            // One that cannot make its environment is as good as none: another place may have one that can.
            return null;
        }
    }
}
