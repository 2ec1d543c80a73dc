using System.Diagnostics;
using System.Text;

namespace Sensorium.Media.Tests;

public sealed class ChildProcessTests
{
    private readonly ChildProcess _processes = new();

    [Fact]
    public async Task RunAsync_Cat_PassesEverythingThrough()
    {
        byte[] sent = new byte[1_000_000];
        var random = new Pcg32(2);
        foreach (ref byte b in sent.AsSpan())
        {
            b = (byte)random.Next(256);
        }

        using var got = new MemoryStream();
        ProcessRequest request = Shell("cat") with
        {
            Input = async (pipe, token) => await pipe.WriteAsync(sent, token),
            Output = (pipe, token) => pipe.CopyToAsync(got, token),
        };
        ProcessResult result = await _processes.RunAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(sent, got.ToArray());
    }

    [Fact]
    public async Task RunAsync_Failure_GivesExitCodeAndTheEndOfWhatItSaid()
    {
        ProcessResult result = await _processes.RunAsync(Shell("i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done; exit 3"), TestContext.Current.CancellationToken);
        Assert.Equal(3, result.ExitCode);
        Assert.Equal("line 2999", result.LastErrorLine);
        Assert.InRange(result.ErrorTail.Length, 1000, 4096);
    }

    [Fact]
    public async Task RunAsync_TimeIsUp_KillsTheWholeTree()
    {
        using var folder = new TempFolder();
        string script = $"sleep 600 & echo $! > '{folder["child"]}'; mv '{folder["child"]}' '{folder["ready"]}'; wait";
        ProcessRequest request = Shell(script) with { MostTime = TimeSpan.FromSeconds(2) };
        LimitReachedException error = await Assert.ThrowsAsync<LimitReachedException>(() => _processes.RunAsync(request, TestContext.Current.CancellationToken));
        Assert.Contains("2 s", error.Message, StringComparison.Ordinal);
        int child = int.Parse(await File.ReadAllTextAsync(folder["ready"], TestContext.Current.CancellationToken));
        await AssertGoneAsync(child);
    }

    [Fact]
    public async Task RunAsync_Cancelled_KillsAndThrowsCancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var started = new TaskCompletionSource<int>();
        ProcessRequest request = Shell("echo $$; exec sleep 600") with
        {
            Output = async (pipe, token) =>
            {
                using var reader = new StreamReader(pipe, Encoding.UTF8);
                started.SetResult(int.Parse((await reader.ReadLineAsync(token))!));
                await reader.ReadToEndAsync(token);
            },
        };
        Task<ProcessResult> running = _processes.RunAsync(request, stop.Token);
        int id = await started.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await AssertGoneAsync(id);
    }

    [Fact]
    public async Task RunAsync_EndlessOutput_IsStopped()
    {
        LimitReachedException error = await Assert.ThrowsAsync<LimitReachedException>(
            () => _processes.RunAsync(Shell("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyy; done") with { MostOutputBytes = 10_000 }, TestContext.Current.CancellationToken));
        Assert.Contains("10,000", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LimitReachedException>(
            () => _processes.RunAsync(Shell("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyy >&2; done") with { MostErrorCharacters = 10_000 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_ProgramThatDoesNotReadItsInput_EndsAllTheSame()
    {
        ProcessRequest request = Shell("exit 5") with { Input = async (pipe, token) => await pipe.WriteAsync(new byte[5_000_000], token) };
        Assert.Equal(5, (await _processes.RunAsync(request, TestContext.Current.CancellationToken)).ExitCode);
    }

    [Fact]
    public async Task RunAsync_ErrorWhileReading_IsPassedOnAndTheProgramKilled()
    {
        ProcessRequest request = Shell("sleep 600") with { Output = (_, _) => throw new InvalidDataException("mine") };
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidDataException>(() => _processes.RunAsync(request, TestContext.Current.CancellationToken))).Message);
    }

    [Fact]
    public async Task RunAsync_NoSuchProgram_IsAMissingComponent()
    {
        var request = new ProcessRequest { Program = "ffmpeg", Path = "/nowhere/ffmpeg", Arguments = [] };
        MissingComponentException error = await Assert.ThrowsAsync<MissingComponentException>(() => _processes.RunAsync(request, TestContext.Current.CancellationToken));
        Assert.Equal("ffmpeg", error.Component);
    }

    [Fact]
    public async Task GetDecodersAsync_RealFFmpeg_KnowsTheUsualOnes()
    {
        _ = Tool.FFmpeg;
        var locator = new FFmpegLocator();
        IReadOnlySet<string> decoders = await locator.GetDecodersAsync(TestContext.Current.CancellationToken);
        Assert.Superset(new HashSet<string> { "png", "mjpeg", "flac", "gif", "tiff" }, decoders.ToHashSet());
        Assert.Matches("[0-9]", await locator.GetVersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void FindFFmpeg_PathGivenByTheUser_IsTakenOrNothing()
    {
        using var folder = new TempFolder();
        string own = folder.Write(OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg", [1]);
        Assert.Equal(own, Locator(own, "").FindFFmpeg());
        Assert.Null(Locator(folder["none"], folder.Path).FindFFmpeg());
        Assert.Equal(own, Locator(null, $"relative{Path.PathSeparator}{folder.Path}").FindFFmpeg());
        Assert.Null(Locator(null, "").FindFFmpeg());
    }

    private static FFmpegLocator Locator(string? given, string path) => new(name => name switch { FFmpegLocator.FFmpegVariable => given, "PATH" => path, _ => null });

    private static ProcessRequest Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A Unix shell is needed.");
        return new ProcessRequest { Program = "sh", Path = "/bin/sh", Arguments = ["-c", script] };
    }

    // The system may need a moment to bury the dead.
    private static async Task AssertGoneAsync(int id)
    {
        for (int i = 0; i < 200; i++)
        {
            string state = $"/proc/{id}/stat";
            if (File.Exists("/proc/self/stat")
                ? !File.Exists(state) || (await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken)).Contains(") Z ", StringComparison.Ordinal)
                : !Process.GetProcesses().Any(p => p.Id == id))
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Process {id} is still there.");
    }
}
