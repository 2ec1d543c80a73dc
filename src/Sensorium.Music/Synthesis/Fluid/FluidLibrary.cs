using System.Reflection;
using System.Runtime.InteropServices;

namespace Sensorium.Music;

/// <summary>Finds and loads FluidSynth's shared library.</summary>
public static class FluidLibrary
{
    /// <summary>Environment variable that names the library's file instead of the usual places.</summary>
    public const string PathVariable = "SENSORIUM_FLUIDSYNTH";

    private static readonly Lazy<nint> Handle = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The library's version.</summary>
    /// <returns>E.g. <c>2.3.1</c>; null where the library is missing or unfit.</returns>
    public static string? FindVersion()
    {
        try
        {
            Require();
            return Marshal.PtrToStringUTF8(FluidNative.VersionText());
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }

    /// <summary>Loads the library and silences its log.</summary>
    /// <exception cref="MissingComponentException">It is not installed, or the file that <see cref="PathVariable"/> names is not FluidSynth 2 or later.</exception>
    internal static void Require() => _ = Handle.Value;

    private static nint Load()
    {
        string? chosen = Environment.GetEnvironmentVariable(PathVariable);
        IEnumerable<string> candidates = string.IsNullOrEmpty(chosen) ? Candidates() : [chosen];
        foreach (string candidate in candidates)
        {
            if (!NativeLibrary.TryLoad(candidate, out nint library))
            {
                continue;
            }

            // Version 1 has new_fluid_synth too, but with other structures behind it; these came with version 2.
            if (NativeLibrary.TryGetExport(library, "fluid_sfont_iteration_next", out _)
                && NativeLibrary.TryGetExport(library, "fluid_preset_get_banknum", out _))
            {
                NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == FluidNative.Library ? library : nint.Zero);
                FluidNative.SilenceLog();
                return library;
            }

            NativeLibrary.Free(library);
        }

        throw Missing(chosen);
    }

    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            return ["libfluidsynth-3.dll", "libfluidsynth-2.dll", "libfluidsynth.dll", "fluidsynth.dll", .. WindowsPlaces()];
        }

        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "libfluidsynth.3.dylib", "libfluidsynth.dylib",
                "/opt/homebrew/lib/libfluidsynth.3.dylib", "/opt/homebrew/lib/libfluidsynth.dylib",
                "/usr/local/lib/libfluidsynth.3.dylib", "/usr/local/lib/libfluidsynth.dylib",
            ];
        }

        return ["libfluidsynth.so.3", "libfluidsynth.so.2", "libfluidsynth.so"];
    }

    private static IEnumerable<string> WindowsPlaces()
    {
        string programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        string shared = Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData);
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        yield return Path.Combine(programs, "FluidSynth", "bin", "libfluidsynth-3.dll");
        yield return Path.Combine(shared, "chocolatey", "lib", "fluidsynth", "tools", "fluidsynth", "bin", "libfluidsynth-3.dll");
        yield return Path.Combine(local, "Microsoft", "WinGet", "Links", "libfluidsynth-3.dll");
    }

    private static MissingComponentException Missing(string? chosen)
    {
        string english = string.IsNullOrEmpty(chosen)
            ? "FluidSynth's library, which plays the instruments, is not installed."
            : $"{PathVariable} names \"{chosen}\", which is not FluidSynth's library in version 2 or later.";
        string korean = string.IsNullOrEmpty(chosen)
            ? "악기 소리를 내는 FluidSynth 라이브러리가 설치되어 있지 않습니다."
            : $"{PathVariable}에 적힌 \"{chosen}\" 파일은 FluidSynth 2 이상의 라이브러리가 아닙니다.";
        return new MissingComponentException("fluidsynth", new LocalizedText(
            $"{english} Install it with one of:\n{InstallLines()}\nor set {PathVariable} to the library's file.",
            $"{korean} 다음 가운데 하나로 설치하십시오.\n{InstallLines()}\n또는 {PathVariable}에 라이브러리 파일의 경로를 지정하십시오."));
    }

    private static string InstallLines() => string.Join(
        '\n',
        "  apt:    sudo apt-get install libfluidsynth3",
        "  dnf:    sudo dnf install fluidsynth-libs",
        "  pacman: sudo pacman -S fluidsynth",
        "  brew:   brew install fluid-synth",
        "  winget: winget install FluidSynth.FluidSynth");
}
