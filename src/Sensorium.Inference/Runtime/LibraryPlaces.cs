using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>Where ONNX Runtime's library may lie, and what to say where it does not.</summary>
internal static class LibraryPlaces
{
    /// <summary>The places to try, best first.</summary>
    /// <param name="programFolder">The folder of the program.</param>
    /// <returns>Full paths, then names for the system's loader.</returns>
    public static IEnumerable<string> All(string programFolder)
    {
        string[] names = Names();
        IEnumerable<string> beside = names.Select(name => Path.Combine(programFolder, name));
        return beside.Concat(InNodeModules(programFolder, names)).Where(File.Exists).Concat(names).Concat(SystemPlaces());
    }

    /// <summary>The error for a missing library.</summary>
    /// <param name="chosen">The file that the user named; null or empty for none.</param>
    /// <returns>The error to throw.</returns>
    public static MissingComponentException Missing(string? chosen)
    {
        const string Variable = OnnxRuntimeLibrary.PathVariable;
        bool isChosen = !string.IsNullOrWhiteSpace(chosen);
        string english = isChosen
            ? $"{Variable} names \"{chosen}\", which is not ONNX Runtime's library in version 1.{OrtApi.OldestVersion} or later for this machine."
            : "ONNX Runtime's library, which runs the models, was not found.";
        string korean = isChosen
            ? $"{Variable}에 적힌 \"{chosen}\" 파일은 이 컴퓨터에서 쓸 수 있는 ONNX Runtime 1.{OrtApi.OldestVersion} 이상의 라이브러리가 아닙니다."
            : "모델을 실행하는 ONNX Runtime 라이브러리를 찾지 못했습니다.";
        return new MissingComponentException("onnxruntime", new LocalizedText(
            $"{english} Get it with one of:\n  npm:    npm ci --ignore-scripts (in Sensorium's folder)\n{InstallLines}\nor set {Variable} to the library's file (https://github.com/microsoft/onnxruntime/releases has it for every platform).",
            $"{korean} 다음 가운데 하나로 설치하십시오.\n  npm:    npm ci --ignore-scripts (Sensorium 폴더에서)\n{InstallLines}\n또는 {Variable}에 라이브러리 파일의 경로를 지정하십시오(플랫폼별 파일: https://github.com/microsoft/onnxruntime/releases)."));
    }

    private const string InstallLines = "  dnf:    sudo dnf install onnxruntime\n  pacman: sudo pacman -S onnxruntime-cpu\n  brew:   brew install onnxruntime";

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["onnxruntime.dll"]
        : OperatingSystem.IsMacOS() ? ["libonnxruntime.1.dylib", "libonnxruntime.dylib"]
        : ["libonnxruntime.so.1", "libonnxruntime.so"];

    private static IEnumerable<string> InNodeModules(string programFolder, string[] names)
    {
        string system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string machine = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string inside = Path.Combine("node_modules", "onnxruntime-node", "bin", "napi-v6", system, machine);
        for (DirectoryInfo? folder = new(programFolder); folder is not null; folder = folder.Parent)
        {
            foreach (string name in names)
            {
                yield return Path.Combine(folder.FullName, inside, name);
            }
        }
    }

    private static string[] SystemPlaces() => OperatingSystem.IsMacOS()
        ? ["/opt/homebrew/lib/libonnxruntime.dylib", "/usr/local/lib/libonnxruntime.dylib"]
        : [];
}
