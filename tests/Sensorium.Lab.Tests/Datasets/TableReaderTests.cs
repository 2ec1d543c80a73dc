using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Tests;

public sealed class TableReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Rows_QuotedCells_KeepSeparatorsQuotesAndLineEnds()
    {
        using TableReader reader = new(_folder.Write("t.csv", "name,words\n\"a, b\",\"say \"\"yes\"\"\nor no\"\nplain,5\" long\n"));

        TableRow[] rows = [.. reader.Rows()];

        Assert.Equal(["name", "words"], reader.Header);
        Assert.Equal(["a, b", "say \"yes\"\nor no"], rows[0].Cells);
        Assert.Equal(["plain", "5\" long"], rows[1].Cells);
        Assert.Equal([2, 4], rows.Select(row => row.Line));
    }

    [Fact]
    public void Rows_QuoteOfManyLinesNeverClosed_IsRefusedWithItsLine()
    {
        // So many short lines that reading the whole row again with each of them would not end.
        using TableReader reader = new(_folder.Write("t.csv", "name\nfirst\n\"open\n" + string.Concat(Enumerable.Repeat("\n", 900_000))));

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => reader.Rows().Count());

        Assert.Contains("line 3", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("never closed", error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_RowOfOverAMillionCharacters_IsRefused()
    {
        using TableReader reader = new(_folder.Write("t.csv", "name\n\"" + string.Concat(Enumerable.Repeat("0123456789\n", 100_000)) + "\"\n"));

        Assert.Contains("million", Assert.Throws<MalformedInputException>(() => reader.Rows().Count()).Text.English, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
