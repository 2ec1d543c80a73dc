using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Sensorium.Bench;

/// <summary>A whole program as a contender: its start, its work and its end count.</summary>
internal static class ProgramContender
{
    /// <summary>A contender that runs a program.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="isOurs">Whether it is ours.</param>
    /// <param name="command">Program and arguments.</param>
    public static Contender Of(string name, bool isOurs, params string[] command) => new(name, isOurs, () => Run(command, TreeMebibytes));

    /// <summary>Like <see cref="Of"/>, but the memory is the peak of the program alone, without its children.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="isOurs">Whether it is ours.</param>
    /// <param name="command">Program and arguments.</param>
    public static Contender OfAlone(string name, bool isOurs, params string[] command) => new(name, isOurs, () => Run(command, PeakMebibytes));

    /// <summary>The most memory that a process has held so far, as Linux counts it (VmHWM).</summary>
    /// <param name="id">The process.</param>
    /// <returns>MiB; 0 where it has just ended, and elsewhere than on Linux.</returns>
    public static double PeakMebibytes(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Whether a program can be started here.</summary>
    /// <param name="program">Its name.</param>
    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The peak of the memory is the quality; it is sampled, on Linux only.</summary>
    private static Measurement Run(string[] command, Func<int, double> mebibytes)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new Win32Exception($"{command[0]} cannot be started.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        double peak = 0;
        double cpu = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(10)))
        {
            peak = Math.Max(peak, mebibytes(process.Id));
            cpu = Math.Max(cpu, CpuMilliseconds(process));
        }

        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0
            ? new Measurement(milliseconds, cpu, peak, null)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with exit code {process.ExitCode}.");
    }

    /// <summary>Processor time so far, without that of children; a process that has ended no longer tells it.</summary>
    private static double CpuMilliseconds(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalMilliseconds;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    // What the program and its children hold together now.
    private static double TreeMebibytes(int id)
    {
        try
        {
            string[] fields = File.ReadAllText($"/proc/{id}/statm").Split(' ');
            double own = long.Parse(fields[1], CultureInfo.InvariantCulture) * (Environment.SystemPageSize / 1048576.0);
            string children = File.ReadAllText($"/proc/{id}/task/{id}/children");
            foreach (string task in Directory.EnumerateDirectories($"/proc/{id}/task"))
            {
                children += task.EndsWith($"/{id}", StringComparison.Ordinal) ? string.Empty : File.ReadAllText(Path.Combine(task, "children"));
            }

            return own + children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(child => TreeMebibytes(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            // It has just ended, or this is not Linux.
            return 0;
        }
    }
}
