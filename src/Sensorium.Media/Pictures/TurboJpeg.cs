using System.Runtime.InteropServices;

namespace Sensorium.Media;

/// <summary>
/// The functions of libjpeg-turbo's TurboJPEG C API that we use. They are those of version 2, which version 3 still carries.
/// </summary>
internal static partial class TurboJpeg
{
    public const string Variable = "SENSORIUM_TURBOJPEG";
    public const int PixelRgb = 0;
    public const int PixelCmyk = 11;
    public const int ColourCmyk = 3;
    public const int ColourYcck = 4;
    public const int Sampling444 = 0;
    public const int Sampling420 = 2;
    public const int FlagAccurateDct = 4096;
    public const int FlagLimitScans = 32768;
    public const int ErrorFatal = 1;
    private const string Name = "turbojpeg";

    private static readonly Lazy<nint> Library = new(Load);

    static TurboJpeg() => NativeLibrary.SetDllImportResolver(
        typeof(TurboJpeg).Assembly,
        static (name, _, _) => name == Name ? Library.Value : 0);

    /// <summary>Whether the library is there.</summary>
    public static bool IsAvailable => Library.Value != 0;

    /// <summary>The name or path under which the library was found; null where it is missing.</summary>
    public static string? LoadedFrom { get; private set; }

    [LibraryImport(Name, EntryPoint = "tjInitDecompress")]
    public static partial nint InitDecompress();

    [LibraryImport(Name, EntryPoint = "tjInitCompress")]
    public static partial nint InitCompress();

    [LibraryImport(Name, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);

    [LibraryImport(Name, EntryPoint = "tjDecompressHeader3")]
    public static unsafe partial int DecompressHeader(
        nint handle, byte* jpeg, CULong size, out int width, out int height, out int sampling, out int colourSpace);

    [LibraryImport(Name, EntryPoint = "tjDecompress2")]
    public static unsafe partial int Decompress(
        nint handle, byte* jpeg, CULong size, byte* pixels, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(Name, EntryPoint = "tjCompress2")]
    public static unsafe partial int Compress(
        nint handle, byte* pixels, int width, int pitch, int height, int pixelFormat, byte** jpeg, CULong* size, int sampling, int quality, int flags);

    [LibraryImport(Name, EntryPoint = "tjFree")]
    public static unsafe partial void Free(byte* buffer);

    /// <summary>What went wrong last.</summary>
    /// <param name="handle">The codec.</param>
    /// <returns>The library's English words.</returns>
    public static string Error(nint handle) => Marshal.PtrToStringUTF8(GetErrorString(handle)) ?? "unknown error";

    [LibraryImport(Name, EntryPoint = "tjGetErrorCode")]
    public static partial int GetErrorCode(nint handle);

    [LibraryImport(Name, EntryPoint = "tjGetErrorStr2")]
    private static partial nint GetErrorString(nint handle);

    private static nint Load()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        string[] names = !string.IsNullOrWhiteSpace(given) ? [given]
            : OperatingSystem.IsWindows() ? ["turbojpeg.dll", "libturbojpeg.dll"]
            : OperatingSystem.IsMacOS() ? ["libturbojpeg.dylib", "/opt/homebrew/opt/jpeg-turbo/lib/libturbojpeg.dylib", "/usr/local/opt/jpeg-turbo/lib/libturbojpeg.dylib"]
            : ["libturbojpeg.so.0", "libturbojpeg.so"];
        foreach (string name in names)
        {
            if (!NativeLibrary.TryLoad(name, typeof(TurboJpeg).Assembly, null, out nint handle))
            {
                continue;
            }

            if (NativeLibrary.TryGetExport(handle, "tjDecompress2", out _))
            {
                LoadedFrom = name;
                return handle;
            }

            NativeLibrary.Free(handle);
        }

        return 0;
    }
}
