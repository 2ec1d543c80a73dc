namespace Sensorium.Cli.Tests;

public sealed class PackageTests
{
    [Fact]
    public async Task Package_OnABareMachine_RunsWithoutDotnet()
    {
        Assert.SkipUnless(Repository.IsFull, "Making an archive takes minutes; SENSORIUM_TEST_FULL=1 runs it.");
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64, "The archive for this machine is not the one that is tried.");
        using TemporaryFolder folder = new();
        using ProgramRun making = ProgramRun.StartProgram(Path.Combine(Repository.Root, "package"), ["linux-x64"]);
        ProgramResult made = await making.EndAsync();
        Assert.Equal(0, made.ExitCode);
        string archive = Directory.GetFiles(Path.Combine(Repository.Root, "artifacts"), "sensorium-*-linux-x64.tar.gz").Single();
        using ProgramRun unpacking = ProgramRun.StartProgram("tar", ["-xzf", archive, "--strip-components=1", "-C", folder.FullPath]);
        Assert.Equal(0, (await unpacking.EndAsync()).ExitCode);
        Directory.CreateDirectory(folder["home"]);
        TestPictures.WriteBoat(folder["home/boat.png"]);
        string? tools = Environment.GetEnvironmentVariable("PATH")!.Split(':').FirstOrDefault(path => File.Exists(Path.Combine(path, "ffmpeg")));
        Directory.CreateDirectory(folder["bin"]);
        foreach (string tool in (string[])["ffmpeg", "ffprobe"])
        {
            File.CreateSymbolicLink(folder[$"bin/{tool}"], Path.Combine(tools!, tool));
        }

        using ProgramRun run = ProgramRun.StartProgram("env", ["-i", $"HOME={folder["home"]}", $"PATH={folder["bin"]}", folder["sensorium"], "hear", "boat.png"], folder["home"]);
        ProgramResult result = await run.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["boat.html", "boat.json", "boat.mid", "boat.mp3", "boat.png", "boat.wav"], Directory.GetFileSystemEntries(folder["home"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        using ProgramRun verifying = ProgramRun.StartProgram("env", ["-i", $"HOME={folder["home"]}", $"PATH={folder["bin"]}", folder["sensorium"], "models", "verify"], folder["home"]);
        Assert.Equal(0, (await verifying.EndAsync()).ExitCode);
        Assert.All(["LICENSE", "mappings", "sounds", "models", "libonnxruntime.so.1"], name => Assert.True(Path.Exists(folder[name]), name));
    }
}
