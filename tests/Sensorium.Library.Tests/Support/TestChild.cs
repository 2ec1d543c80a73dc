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
}
