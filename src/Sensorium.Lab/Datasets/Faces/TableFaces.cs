namespace Sensorium.Lab.Datasets;

/// <summary>A table with a column of paths, relative to it, and a column of emotions; a column may say which part a row belongs to.</summary>
internal sealed class TableFaces : PictureFaces
{
    private static readonly string[] PathNames = ["path", "file", "filename", "file_name", "image", "image_path", "img", "picture", "photo", "파일", "경로"];
    private static readonly string[] LabelNames = ["label", "emotion", "expression", "class", "target", "감정", "표정", "라벨"];
    private static readonly string[] SplitNames = ["split", "usage", "set", "subset", "분할"];

    private readonly string _path;
    private readonly bool _isColumn;

    /// <summary>Names the table.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="split">The part; null for all.</param>
    /// <param name="isColumn">Whether a column says which part a row belongs to.</param>
    public TableFaces(string path, string? split, bool isColumn)
        : base(Path.GetFileName(path), FaceLayout.Table, split)
    {
        _path = path;
        _isColumn = isColumn;
    }

    /// <summary>Whether a file is a table with both columns.</summary>
    /// <param name="path">The file.</param>
    /// <returns>True where it is.</returns>
    public static bool Fits(string path)
    {
        try
        {
            using TableReader table = new(path);
            return table.Find(PathNames) >= 0 && table.Find(LabelNames) >= 0;
        }
        catch (MalformedInputException)
        {
            return false;
        }
    }

    /// <summary>The parts that a column names.</summary>
    /// <param name="path">A table that fits.</param>
    /// <returns>Their names in order; none where there is no such column.</returns>
    public static IReadOnlyList<string> Splits(string path)
    {
        using TableReader table = new(path);
        int column = table.Find(SplitNames);
        return column < 0 ? [] : [.. table.Rows().Where(row => column < row.Cells.Count).Select(row => row.Cells[column].Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    protected override IEnumerable<LabelledFile> Files(Action<DatasetFault> onFault)
    {
        using TableReader table = new(_path);
        int pathColumn = table.Find(PathNames), labelColumn = table.Find(LabelNames), splitColumn = table.Find(SplitNames);
        string folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        foreach (TableRow row in table.Rows())
        {
            string line = $"{Path.GetFileName(_path)}:{row.Line}";
            if (Math.Max(pathColumn, labelColumn) >= row.Cells.Count)
            {
                onFault(new(line, new($"the row has {row.Cells.Count} cells, too few for its columns", $"칸이 {row.Cells.Count}개뿐이어서 열에 모자랍니다")));
            }
            else if (_isColumn && !(splitColumn < row.Cells.Count && row.Cells[splitColumn].Trim().Equals(Split, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }
            else if (EmotionWords.Find(row.Cells[labelColumn]) is not { } emotion)
            {
                onFault(new(line, new($"'{row.Cells[labelColumn]}' is no emotion that is known here", $"'{row.Cells[labelColumn]}'은(는) 알 수 있는 감정이 아닙니다")));
            }
            else
            {
                string name = row.Cells[pathColumn].Trim();
                yield return new(name, Path.Combine(folder, name.Replace('\\', Path.DirectorySeparatorChar)), emotion);
            }
        }
    }
}
