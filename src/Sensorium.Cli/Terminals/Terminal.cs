using System.Text;

namespace Sensorium.Cli;

/// <summary>The process's surroundings: its two outputs, whether a person watches them, and its environment.</summary>
internal sealed class Terminal : IDisposable
{
    private const int UnwatchedWidth = 100;
    private const int FallbackWidth = 80;

    private Terminal(TextWriter output, TextWriter error, bool isOutputWatched, bool isErrorWatched, Func<string, string?> variable)
    {
        Output = output;
        Error = error;
        IsOutputWatched = isOutputWatched;
        IsErrorWatched = isErrorWatched;
        Variable = variable;
    }

    /// <summary>Standard output, UTF-8 without a byte order mark.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error, UTF-8 without a byte order mark, written through at once.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether standard output is a terminal rather than a file or a pipe.</summary>
    public bool IsOutputWatched { get; }

    /// <summary>Whether standard error is a terminal rather than a file or a pipe.</summary>
    public bool IsErrorWatched { get; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; }

    /// <summary>Columns of the terminal; a calm page width where the output goes elsewhere.</summary>
    public int Width => IsOutputWatched ? WindowWidth() : UnwatchedWidth;

    /// <summary>Columns of the terminal behind standard error; a calm page width where that goes elsewhere.</summary>
    public int ErrorWidth => IsErrorWatched ? WindowWidth() : UnwatchedWidth;

    /// <summary>Whether colour may be used on a watched output (https://no-color.org; <c>TERM=dumb</c>).</summary>
    public bool AllowsColour => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The terminal that this process runs in.</summary>
    /// <returns>The terminal; disposing flushes it.</returns>
    public static Terminal OfThisProcess()
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = encoding;
        }

        return new(
            new StreamWriter(Console.OpenStandardOutput(), encoding, 16384),
            new StreamWriter(Console.OpenStandardError(), encoding, 1024) { AutoFlush = true },
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 20 and < 10_000 and int width ? width : FallbackWidth;
        }
        catch (IOException)
        {
            return FallbackWidth;
        }
    }
}
