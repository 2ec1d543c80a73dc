using System.Text;

namespace Sensorium.Cli;

/// <summary>The process's surroundings: its two outputs, whether a person watches them, and its environment.</summary>
internal sealed class Terminal : IDisposable
{
    private const int UnwatchedWidth = 100;
    private const int FallbackWidth = 80;

    /// <summary>Surroundings made up for a test, or those of this process.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="isOutputWatched">Whether standard output is a terminal.</param>
    /// <param name="isErrorWatched">Whether standard error is a terminal.</param>
    /// <param name="variable">Reads an environment variable.</param>
    internal Terminal(TextWriter output, TextWriter error, bool isOutputWatched, bool isErrorWatched, Func<string, string?> variable)
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
            new StreamWriter(PipeOutput.OfThisProcess(), encoding, 16384),
            new StreamWriter(Console.OpenStandardError(), encoding, 1024) { AutoFlush = true },
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable);
    }

    /// <summary>Opens standard input.</summary>
    /// <returns>The stream.</returns>
    /// <exception cref="MalformedInputException">Nobody sends anything: it is a terminal.</exception>
    public static Stream OpenInput() => Console.IsInputRedirected
        ? Console.OpenStandardInput()
        : throw new MalformedInputException(new(
            "\"-\" stands for what is sent to standard input, but nothing is sent there; write: sensorium feel - < FILE",
            "\"-\"는 표준 입력을 뜻하는데 들어오는 것이 없습니다. 이렇게 쓰십시오: sensorium feel - < 파일"));

    /// <summary>Reads all of standard input.</summary>
    /// <param name="mostBytes">The largest size allowed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="MalformedInputException">Nobody sends anything: it is a terminal.</exception>
    /// <exception cref="LimitReachedException">More came than is allowed.</exception>
    public static async Task<byte[]> ReadInputAsync(long mostBytes, CancellationToken cancellationToken)
    {
        await using Stream input = OpenInput();
        using MemoryStream bytes = new();
        byte[] block = new byte[1 << 16];
        for (int read = -1; read != 0; bytes.Write(block, 0, read))
        {
            read = await input.ReadAsync(block, cancellationToken).ConfigureAwait(false);
            if (bytes.Length + read > mostBytes)
            {
                throw new LimitReachedException(new(
                    $"More than {mostBytes:N0} bytes came from standard input. Give less, or a file.",
                    $"표준 입력으로 {mostBytes:N0}바이트보다 많이 들어왔습니다. 더 작은 것이나 파일을 지정하십시오."));
            }
        }

        return bytes.ToArray();
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
