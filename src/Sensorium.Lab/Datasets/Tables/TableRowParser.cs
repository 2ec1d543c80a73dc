using System.Text;

namespace Sensorium.Lab.Datasets;

/// <summary>Cuts a row of separated values into cells, a line at a time, looking at each character once.</summary>
/// <param name="separator">What stands between two cells.</param>
internal sealed class TableRowParser(char separator)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();

    /// <summary>The cells so far; all of them once the row is not open any more.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Whether a quote is open, so that the row goes on in the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Characters that came, line ends within quotes among them.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line without its end.</param>
    public void Add(string line)
    {
        if (IsOpen)
        {
            _cell.Append('\n');
            Length++;
        }

        Length += line.Length;
        for (int i = 0; i < line.Length; i++)
        {
            if (IsOpen)
            {
                i += AddQuoted(line, i);
            }
            else
            {
                AddPlain(line[i]);
            }
        }

        if (!IsOpen)
        {
            _cells.Add(_cell.ToString());
        }
    }

    // Says how many characters more than one it took.
    private int AddQuoted(string line, int at)
    {
        if (line[at] != '"')
        {
            _cell.Append(line[at]);
            return 0;
        }

        if (at + 1 < line.Length && line[at + 1] == '"')
        {
            _cell.Append('"');
            return 1;
        }

        IsOpen = false;
        return 0;
    }

    private void AddPlain(char c)
    {
        if (c == '"' && _cell.Length == 0)
        {
            IsOpen = true;
        }
        else if (c == separator)
        {
            _cells.Add(_cell.ToString());
            _cell.Clear();
        }
        else
        {
            _cell.Append(c);
        }
    }
}
