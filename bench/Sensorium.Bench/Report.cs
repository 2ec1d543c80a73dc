using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sensorium.Bench;

/// <summary>Writes results for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A Markdown document.</summary>
    /// <param name="results">All results.</param>
    /// <param name="peers">Versions of the peers, or why there are none.</param>
    /// <param name="input">What the input was.</param>
    public static string ToMarkdown(IReadOnlyList<BenchmarkResult> results, string peers, string input)
    {
        var text = new StringBuilder();
        text.AppendLine("# Benchmark run").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"- Processor: {Processor()}, {Environment.ProcessorCount} cores");
        text.AppendLine(CultureInfo.InvariantCulture, $"- System: {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        text.AppendLine(CultureInfo.InvariantCulture, $"- Peers: {peers}");
        text.AppendLine(CultureInfo.InvariantCulture, $"- Input: {input}");
        text.AppendLine("- Contenders run in turns in one session, one run each that does not count first; times are wall-clock medians, with the least and the most.");
        text.AppendLine("- Limits: one machine and one picture. Other work on the machine slows both sides; read the ratios and the processor time (CPU, all threads together), not the wall times. Both sides may use all cores.");
        text.AppendLine(CultureInfo.InvariantCulture, $"- Tasks waiting for a core at the end, ours included, one-minute mean: {Load()}");
        foreach (BenchmarkResult result in results)
        {
            Append(text, result);
        }

        return text.ToString();
    }

    /// <summary>The same as JSON.</summary>
    public static string ToJson(IReadOnlyList<BenchmarkResult> results, string peers, string input) => JsonSerializer.Serialize(
        new
        {
            processor = Processor(),
            cores = Environment.ProcessorCount,
            system = RuntimeInformation.OSDescription,
            framework = RuntimeInformation.FrameworkDescription,
            peers,
            input,
            benchmarks = results.Select(r => new { r.Benchmark.Name, r.Benchmark.Aim, r.Benchmark.QualityName, r.Benchmark.Rounds, r.Contenders }),
        },
        Indented);

    private static void Append(StringBuilder text, BenchmarkResult result)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {result.Benchmark.Name}").AppendLine();
        if (result.Benchmark.Aim is string aim)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Aim: {aim}.").AppendLine();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"| | median ms | least - most | ours / this | CPU ms | ours / this | {result.Benchmark.QualityName ?? "-"} | MiB allocated |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        ContenderResult ours = result.Contenders[0];
        foreach (ContenderResult c in result.Contenders)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {c.Name} | {c.MedianMilliseconds:F1} | {c.LeastMilliseconds:F1} - {c.MostMilliseconds:F1} | {Ratio(c, r => r.MedianMilliseconds)} | {c.MedianCpuMilliseconds:F1} | {Ratio(c, r => r.MedianCpuMilliseconds)} | {c.Quality?.ToString("0.##", CultureInfo.InvariantCulture)} | {c.AllocatedMebibytes?.ToString("F1", CultureInfo.InvariantCulture)} |");
        }

        string Ratio(ContenderResult other, Func<ContenderResult, double> time) =>
            other.IsOurs ? "" : (time(ours) / time(other)).ToString("F3", CultureInfo.InvariantCulture);
    }

    private static string Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? File.ReadAllText(Source).Split(' ')[0] : "unknown";
    }

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        string? line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
