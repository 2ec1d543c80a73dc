using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Sensorium.Bench;

/// <summary>
/// The Python process in which peers run: started once, so that neither its start nor its imports count; each line asked is one run, each line answered its time.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process, string versions)
    {
        _process = process;
        Versions = versions;
    }

    /// <summary>Names and versions of the peers.</summary>
    public string Versions { get; }

    /// <summary>Starts the peers.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="script">The peers' script.</param>
    /// <param name="inputs">Folder with the inputs.</param>
    /// <returns>The process, or null and why it could not start.</returns>
    public static (PeerProcess? Process, string? Reason) Start(string python, string script, string inputs)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-B");
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(inputs);
        try
        {
            Process process = Process.Start(start)!;
            string? hello = process.StandardOutput.ReadLine();
            if (hello is not null && hello.StartsWith("ready ", StringComparison.Ordinal))
            {
                return (new PeerProcess(process, hello["ready ".Length..]), null);
            }

            process.Dispose();
            return (null, hello ?? $"{python} ended without an answer");
        }
        catch (Win32Exception e)
        {
            return (null, $"{python} cannot be started: {e.Message}");
        }
    }

    /// <summary>A contender that runs here.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="request">The line that asks for one run.</param>
    public Contender Contender(string name, string request) => new(name, false, () =>
    {
        _process.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The peer process ended at '{request}'.");
        JsonElement answer = JsonDocument.Parse(line).RootElement;
        return new Measurement(
            answer.GetProperty("ms").GetDouble(),
            answer.GetProperty("cpu").GetDouble(),
            answer.TryGetProperty("quality", out JsonElement quality) ? quality.GetDouble() : null,
            null);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
