using System.ComponentModel;
using System.Diagnostics;

namespace Sensorium.Cli;

/// <summary>Finds programs as the shell does and asks them a short question.</summary>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class ProgramProbe(Func<string, string?> variable)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Finds the first of some programs.</summary>
    /// <param name="overriding">An environment variable that names the program; null for none.</param>
    /// <param name="names">Names to look for on PATH, the best first.</param>
    /// <returns>The full path; null where there is none.</returns>
    public string? Find(string? overriding, params IReadOnlyList<string> names)
    {
        if (overriding is not null && variable(overriding) is { Length: > 0 } given)
        {
            return File.Exists(given) ? Path.GetFullPath(given) : null;
        }

        string[] folders = (variable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string suffix = OperatingSystem.IsWindows() ? ".exe" : string.Empty;
        return names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program and reads what it says.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Its standard output; the empty string where it fails or takes too long.</returns>
    public async Task<string> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        Process? process = null;
        try
        {
            process = Process.Start(start);
            if (process is null)
            {
                return string.Empty;
            }

            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            _ = await complaints.ConfigureAwait(false);
            return await output.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            process?.Kill(entireProcessTree: true);
            return string.Empty;
        }
        finally
        {
            process?.Dispose();
        }
    }
}
