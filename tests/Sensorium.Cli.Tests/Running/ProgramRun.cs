using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Sensorium.Cli.Tests;

/// <summary>One run of a program, with an environment that does not depend on who runs the tests.</summary>
internal sealed class ProgramRun : IDisposable
{
    private const int Interrupt = 2;

    private readonly Process _process;
    private readonly Task<string> _error;

    private ProgramRun(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The built command line beside the tests.</summary>
    public static string CommandLine { get; } = Path.Combine(AppContext.BaseDirectory, "sensorium-cli.dll");

    /// <summary>Standard output, for a test that waits for a line of it.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts the command line.</summary>
    public static ProgramRun Start(IReadOnlyList<string> args, string? folder = null, params (string Name, string? Value)[] environment) =>
        StartProgram("dotnet", [CommandLine, .. args], folder, environment);

    /// <summary>Starts the command line with a standard input that stays open until the test closes it.</summary>
    public static ProgramRun StartOpen(IReadOnlyList<string> args, params (string Name, string? Value)[] environment) =>
        new(StartProcess("dotnet", [CommandLine, .. args], null, environment));

    /// <summary>What the program reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts any program.</summary>
    public static ProgramRun StartProgram(string program, IReadOnlyList<string> args, string? folder = null, params (string Name, string? Value)[] environment)
    {
        Process process = StartProcess(program, args, folder, environment);
        process.StandardInput.Close();
        return new(process);
    }

    private static Process StartProcess(string program, IReadOnlyList<string> args, string? folder, (string Name, string? Value)[] environment)
    {
        ProcessStartInfo start = new(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        (string, string?)[] neutral = [("LC_ALL", "C.UTF-8"), ("LANG", null), ("LC_MESSAGES", null), ("NO_COLOR", null), ("SENSORIUM_DEBUG", null)];
        foreach ((string name, string? value) in neutral.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the command line to its end.</summary>
    public static async Task<ProgramResult> RunAsync(IReadOnlyList<string> args, string? folder = null, params (string Name, string? Value)[] environment)
    {
        using ProgramRun run = Start(args, folder, environment);
        return await run.EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        string output = await Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await _error;
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(_process.ExitCode, output, error);
    }

    /// <summary>What Ctrl-C does.</summary>
    public void SendInterrupt()
    {
        Assert.SkipWhen(InterruptsAreIgnored(), "The tests run in the background of a shell, whose programs ignore interrupts.");
        Assert.Equal(0, Kill(_process.Id, Interrupt));
    }

    /// <summary>What <c>kill -9</c> does: no chance to tidy up.</summary>
    public void KillAtOnce() => _process.Kill();

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    // A program inherits what its parent ignores, and a shell makes the programs in its background ignore Ctrl-C.
    private static bool InterruptsAreIgnored()
    {
        const string Status = "/proc/self/status", Ignored = "SigIgn:";
        string? mask = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) : null;
        return mask is not null && ((Convert.ToInt64(mask[Ignored.Length..].Trim(), 16) >> (Interrupt - 1)) & 1) != 0;
    }

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
