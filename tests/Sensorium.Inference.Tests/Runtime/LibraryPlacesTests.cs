using System.Runtime.InteropServices;

namespace Sensorium.Inference.Tests;

public sealed class LibraryPlacesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sensorium-library-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_Places_AreBesideTheProgramThenTheNearestNodeModulesThenTheSystem()
    {
        string name = LibraryPlaces.All(_folder).First(place => !Path.IsPathRooted(place));
        string program = Path.Combine(_folder, "a", "b");
        string system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string machine = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string[] places =
        [
            Place(Path.Combine(program, name)),
            Place(Path.Combine(_folder, "a", "node_modules", "onnxruntime-node", "bin", "napi-v6", system, machine, name)),
            Place(Path.Combine(_folder, "node_modules", "onnxruntime-node", "bin", "napi-v6", system, machine, name)),
        ];
        string[] all = [.. LibraryPlaces.All(program)];
        Assert.Equal(places, all[..3]);
        Assert.Equal(name, all[3]);
    }

    [Fact]
    public void FindVersion_OnTheBuildMachine_IsThePinnedOne()
    {
        // The build has installed it; a variable may name another.
        Assert.SkipWhen(Environment.GetEnvironmentVariable(OnnxRuntimeLibrary.PathVariable) is { Length: > 0 }, "SENSORIUM_ONNXRUNTIME names a library of its own.");
        Assert.Equal("1.30.0", OnnxRuntimeLibrary.FindVersion());
        Assert.True(File.Exists(OnnxRuntimeLibrary.Location));
    }

    [Fact]
    public void Missing_Library_SaysHowToGetIt()
    {
        MissingComponentException error = LibraryPlaces.Missing(null);
        Assert.Equal("onnxruntime", error.Component);
        Assert.Contains("npm ci --ignore-scripts", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("SENSORIUM_ONNXRUNTIME", error.Text.Korean, StringComparison.Ordinal);
        Assert.Contains("\"/x.so\"", LibraryPlaces.Missing("/x.so").Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain words.", "plain words")]
    [InlineData("two\n  lines\tand\0more", "two lines and more")]
    [InlineData("/onnxruntime_src/core/graph.cc:12 virtual void A::B(const C<int>&, std::function<void(int)>) const Something is wrong.", "Something is wrong")]
    [InlineData("Load model from /a b/c.onnx failed:/src/graph.cc:12 void f(int) Opset 99 is new.", "Opset 99 is new")]
    [InlineData("/src/graph.cc:12 without brackets", "/src/graph.cc:12 without brackets")]
    [InlineData("", "")]
    public void OneLine_Message_LosesBreaksAndTheRuntimesSource(string message, string expected) => Assert.Equal(expected, RuntimeMessage.OneLine(message));

    [Fact]
    public void OneLine_LongMessage_IsCut() => Assert.Equal(401, RuntimeMessage.OneLine(new string('x', 5000)).Length);

    private static string Place(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, []);
        return path;
    }
}
