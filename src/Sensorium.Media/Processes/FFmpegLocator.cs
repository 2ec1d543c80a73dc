using System.Text;

namespace Sensorium.Media;

/// <summary>
/// Finds ffmpeg and ffprobe: <c>SENSORIUM_FFMPEG</c> and <c>SENSORIUM_FFPROBE</c> where they are set, else the folders of <c>PATH</c>.
/// Looks anew at each call.
/// </summary>
/// <param name="environment">Looks up an environment variable; null asks the process's own. Default null.</param>
public sealed class FFmpegLocator(Func<string, string?>? environment = null)
{
    /// <summary>The environment variable that gives ffmpeg's path.</summary>
    public const string FFmpegVariable = "SENSORIUM_FFMPEG";

    /// <summary>The environment variable that gives ffprobe's path.</summary>
    public const string FFprobeVariable = "SENSORIUM_FFPROBE";

    private readonly Func<string, string?> _environment = environment ?? Environment.GetEnvironmentVariable;

    /// <summary>Finds ffmpeg.</summary>
    /// <returns>Its path; null where it is missing.</returns>
    public string? FindFFmpeg() => Find(FFmpegVariable, "ffmpeg");

    /// <summary>Finds ffprobe.</summary>
    /// <returns>Its path; null where it is missing.</returns>
    public string? FindFFprobe() => Find(FFprobeVariable, "ffprobe");

    /// <summary>Finds ffmpeg or says how to get it.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="MissingComponentException">It is missing.</exception>
    public string RequireFFmpeg() => FindFFmpeg() ?? throw ComponentErrors.FFmpegMissing();

    /// <summary>Finds ffprobe or says how to get it.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="MissingComponentException">It is missing.</exception>
    public string RequireFFprobe() => FindFFprobe() ?? throw ComponentErrors.FFmpegMissing();

    /// <summary>Asks ffmpeg for its version.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>For example <c>7.1.1</c>.</returns>
    /// <exception cref="MissingComponentException">It is missing or does not run.</exception>
    public async Task<string> GetVersionAsync(CancellationToken cancellationToken = default)
    {
        string text = await AskAsync(["-version"], cancellationToken);
        string[] words = text.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && words[1] == "version" ? words[2] : "unknown";
    }

    /// <summary>Asks ffmpeg what it can decode.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Names of decoders, e.g. <c>hevc</c> (for HEIC), <c>libdav1d</c> (for AVIF), <c>webp</c>.</returns>
    /// <exception cref="MissingComponentException">It is missing or does not run.</exception>
    public async Task<IReadOnlySet<string>> GetDecodersAsync(CancellationToken cancellationToken = default)
    {
        string text = await AskAsync(["-hide_banner", "-decoders"], cancellationToken);

        // " V....D png   PNG (Portable Network Graphics) image" behind a legend that ends with dashes.
        return text.Split('\n')
            .SkipWhile(line => !line.TrimStart().StartsWith("---", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 2)
            .Select(words => words[1])
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<string> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = RequireFFmpeg(),
            Arguments = arguments,
            Output = async (stream, token) =>
            {
                using var reader = new StreamReader(stream, leaveOpen: true);
                text.Append(await reader.ReadToEndAsync(token));
            },
        };
        ProcessResult result = await new ChildProcess().RunAsync(request, cancellationToken);
        return result.ExitCode == 0
            ? text.ToString()
            : throw ProcessErrors.CannotStart("ffmpeg", request.Path, new InvalidOperationException(result.LastErrorLine));
    }

    private string? Find(string variable, string program)
    {
        if (_environment(variable) is { } given && !string.IsNullOrWhiteSpace(given))
        {
            // A wrong path is not silently replaced by another program.
            return File.Exists(given) ? Path.GetFullPath(given) : null;
        }

        string name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        foreach (string folder in (_environment("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // A relative entry would run whatever lies in the current folder.
            if (Path.IsPathFullyQualified(folder) && File.Exists(Path.Combine(folder, name)))
            {
                return Path.Combine(folder, name);
            }
        }

        return null;
    }
}
