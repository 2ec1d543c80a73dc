using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>This program once more, for one explicit test alone: a process that can be killed.</summary>
internal static class TestChild
{
    /// <summary>Starts it.</summary>
    /// <param name="test">The class of the test.</param>
    /// <param name="variable">The environment variable that tells the test what to work on.</param>
    /// <param name="value">What to work on.</param>
    /// <returns>The process; whoever starts it disposes of it.</returns>
    public static Process Start(Type test, string variable, string value)
    {
        // Run by "dotnet", the program is the assembly.
        string program = Environment.ProcessPath!;
        string[] assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(TestChild).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. assembly, "--explicit", "only", "--filter-class", test.FullName!, "--no-progress"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = value;
        Process process = Process.Start(start)!;

        // Nobody reads what it says, but a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Starts a child again and again and kills it while it works: each time once it has come somewhat further, so that each kill finds it at work.</summary>
    /// <param name="start">Starts it.</param>
    /// <param name="count">How many things it has done so far.</param>
    /// <param name="kills">How often it is killed.</param>
    /// <param name="all">How many things there are to do.</param>
    /// <param name="random">Chooses the moments.</param>
    /// <param name="check">Looks at what a kill left.</param>
    /// <returns>How many kills found it at work.</returns>
    public static async Task<int> KillAsync(Func<Process> start, Func<int> count, int kills, int all, Pcg32 random, Action? check = null)
    {
        int known = 0, midway = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using Process child = start();
            int aim = known + 1 + random.Next(Math.Max(1, all / (kills + 1)));
            while (!child.HasExited && count() < Math.Min(aim, all - 1))
            {
                await Task.Delay(1 + random.Next(9), TestContext.Current.CancellationToken);
            }

            midway += child.HasExited ? 0 : 1;
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            known = count();
            check?.Invoke();
        }

        return midway;
    }
}
