using System.Text;

namespace Sensorium.Lab.Datasets;

/// <summary>
/// Reads comma-separated values (RFC 4180) row by row; a semicolon or a tab in place of the comma is recognised by the first line.
/// UTF-8 with or without a byte order mark. Empty lines are passed over.
/// </summary>
internal sealed class TableReader : IDisposable
{
    private const int MostCharacters = 1 << 20;

    private readonly StreamReader _reader;
    private readonly string _name;
    private readonly char _separator;
    private int _line;

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MalformedInputException">It cannot be read or is empty.</exception>
    public TableReader(string path)
    {
        _name = Path.GetFileName(path);
        try
        {
            _reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{path}' could not be opened ({error.Message.TrimEnd('.')}); check the path and its permissions.",
                    $"'{path}' 파일을 열지 못했습니다({error.Message.TrimEnd('.')}). 경로와 권한을 확인하십시오."),
                error);
        }

        try
        {
            string first = ReadLine() ?? throw new MalformedInputException(new LocalizedText(
                $"'{path}' is empty; its first line should name the columns.",
                $"'{path}' 파일이 비어 있습니다. 첫 줄에 열의 이름이 있어야 합니다."));
            _separator = ",;\t".MaxBy(separator => first.Count(c => c == separator));
            TableRowParser header = new(_separator);
            header.Add(first);
            Header = [.. (header.IsOpen ? [] : header.Cells).Select(cell => cell.Trim())];
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The place of the first column that has one of the names, whatever the case; -1 where none has.</summary>
    /// <param name="names">Names, the preferred one first.</param>
    /// <returns>An index into <see cref="Header"/> and the cells, or -1.</returns>
    public int Find(params IReadOnlyList<string> names) =>
        names.Select(name => Header.ToList().FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(i => i >= 0, -1);

    /// <summary>The rows after the header, one at a time.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="MalformedInputException">A quote is never closed, or a row is absurdly long.</exception>
    public IEnumerable<TableRow> Rows()
    {
        while (ReadLine() is { } text)
        {
            int line = _line;
            if (text.Length > 0)
            {
                TableRowParser row = new(_separator);
                row.Add(text);
                while (row.IsOpen)
                {
                    row.Add(ReadLine() ?? throw Damaged(line, new("a quote is never closed", "닫히지 않은 따옴표가 있습니다")));
                    RefuseLong(row.Length, line);
                }

                yield return new TableRow(line, row.Cells);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private string? ReadLine()
    {
        try
        {
            string? text = _reader.ReadLine();
            _line++;
            RefuseLong(text?.Length ?? 0, _line);
            return text;
        }
        catch (IOException error)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{_name}' could not be read ({error.Message.TrimEnd('.')}); check the disk.",
                    $"'{_name}' 파일을 읽지 못했습니다({error.Message.TrimEnd('.')}). 디스크를 확인하십시오."),
                error);
        }
    }

    private void RefuseLong(int length, int line)
    {
        if (length > MostCharacters)
        {
            throw Damaged(line, new("it has over a million characters", "백만 자가 넘습니다"));
        }
    }

    private MalformedInputException Damaged(int line, LocalizedText fault) => new(new LocalizedText(
        $"'{_name}', line {line}: {fault.English}; this is no table of separated values. Check the file.",
        $"'{_name}' {line}번째 줄: {fault.Korean}. 구분자로 나뉜 표가 아닙니다. 파일을 확인하십시오."));
}
