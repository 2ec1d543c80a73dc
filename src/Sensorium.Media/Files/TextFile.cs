using System.Text;

namespace Sensorium.Media;

/// <summary>Reads text files: UTF-8, with or without a byte order mark, of at most <see cref="MostBytes"/>.</summary>
public static class TextFile
{
    /// <summary>Largest text in bytes of UTF-8: 1 MiB, about two long novels.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, is empty, or is not UTF-8.</exception>
    /// <exception cref="LimitReachedException">It is too large.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        await using FileStream file = InputFile.Open(path, MostBytes);
        return Decode(await InputFile.ReadAllAsync(file, MostBytes, cancellationToken), Path.GetFileName(path));
    }

    /// <summary>Decodes UTF-8.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">What to call them in sentences.</param>
    /// <returns>The text, without a byte order mark.</returns>
    /// <exception cref="MalformedInputException">They are not UTF-8.</exception>
    /// <exception cref="LimitReachedException">There are too many.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        InputFile.RefuseUnfit(name, bytes.Length, MostBytes);
        ReadOnlySpan<byte> text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        int zero = text.IndexOf((byte)0);
        try
        {
            return zero < 0 ? Strict.GetString(text) : throw Broken(name, LineOf(text, zero), null);
        }
        catch (DecoderFallbackException error)
        {
            throw Broken(name, LineOf(text, error.Index), error);
        }
    }

    /// <summary>Decodes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="name">What to call it in sentences.</param>
    /// <returns>Its text; the empty string for an empty line.</returns>
    /// <exception cref="MalformedInputException">It is not UTF-8.</exception>
    /// <exception cref="LimitReachedException">It is too long.</exception>
    public static string Decode(TextLine line, string name)
    {
        if (line.Length > MostBytes)
        {
            InputFile.RefuseUnfit(name, line.Length, MostBytes);
        }

        return line.Bytes.IsEmpty ? string.Empty : Decode(line.Bytes.Span, name);
    }

    /// <summary>Refuses words that hold nothing to read, or too much.</summary>
    /// <param name="words">The words.</param>
    /// <param name="name">What to call them in sentences.</param>
    /// <exception cref="MalformedInputException">There is nothing but blanks.</exception>
    /// <exception cref="LimitReachedException">There is too much.</exception>
    public static void RefuseUnfit(string words, string name)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{name}' holds no words; give some text.",
                $"'{name}'에 글이 없습니다. 내용이 있는 글을 지정하십시오."));
        }

        if (words.Length > MostBytes / 4 && Encoding.UTF8.GetByteCount(words) is int bytes and > MostBytes)
        {
            InputFile.RefuseUnfit(name, bytes, MostBytes);
        }
    }

    private static int LineOf(ReadOnlySpan<byte> text, int index) => text[..Math.Clamp(index, 0, text.Length)].Count((byte)'\n') + 1;

    private static MalformedInputException Broken(string name, int line, Exception? error) => new(
        new LocalizedText(
            $"'{name}' is not UTF-8 text (line {line}). Save it as UTF-8 and give it again.",
            $"'{name}'의 {line}번째 줄을 UTF-8로 읽을 수 없습니다. UTF-8로 저장해 다시 지정하십시오."),
        error);
}
