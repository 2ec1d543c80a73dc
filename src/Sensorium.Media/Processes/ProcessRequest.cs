namespace Sensorium.Media;

/// <summary>A program to run, what goes in and out, and the limits.</summary>
public sealed record ProcessRequest
{
    /// <summary>Short name for sentences, e.g. <c>ffmpeg</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Full path of the program.</summary>
    public required string Path { get; init; }

    /// <summary>Arguments, each passed as it is; no shell is involved.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Writes what the program reads from its standard input, which is closed afterwards; null for nothing. Default null.</summary>
    public Func<Stream, CancellationToken, Task>? Input { get; init; }

    /// <summary>Reads what the program writes to its standard output; what it leaves is discarded. Default null.</summary>
    public Func<Stream, CancellationToken, Task>? Output { get; init; }

    /// <summary>Longest time. Default 20 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Most bytes of standard output. Default 1 MiB.</summary>
    public long MostOutputBytes { get; init; } = 1 << 20;

    /// <summary>Most characters of standard error. Default 4 Mi.</summary>
    public long MostErrorCharacters { get; init; } = 1 << 22;
}
