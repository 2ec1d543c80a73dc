namespace Sensorium;

/// <summary>One thing to feel: a file, the bytes of one, or words.</summary>
public sealed record FeelInput
{
    /// <summary>What words that came without a file are called.</summary>
    public const string WordsName = "--text";

    private FeelInput(string name) => Name = name;

    /// <summary>What to call it in sentences and in <see cref="FeelResult.Input"/>: the path as it was given, or a name.</summary>
    public string Name { get; }

    /// <summary>The file; null for what came without one.</summary>
    public string? Path { get; private init; }

    /// <summary>The bytes of a file; null for what did not come so.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; private init; }

    /// <summary>Words; null for a file.</summary>
    public string? Words { get; private init; }

    /// <summary>A file. Its content decides what it is, never its name.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The input.</returns>
    public static FeelInput OfFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FeelInput(path) { Path = path };
    }

    /// <summary>A file in memory.</summary>
    /// <param name="file">All its bytes.</param>
    /// <param name="name">What to call it.</param>
    /// <returns>The input.</returns>
    public static FeelInput OfMemory(ReadOnlyMemory<byte> file, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new FeelInput(name) { Bytes = file };
    }

    /// <summary>Words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="name">What to call them. Default <c>--text</c>.</param>
    /// <returns>The input.</returns>
    public static FeelInput OfWords(string words, string name = WordsName)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(name);
        return new FeelInput(name) { Words = words };
    }
}
