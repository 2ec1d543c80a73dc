namespace Sensorium.Lab.Datasets;

/// <summary>Tells by its files how a set of faces is laid out.</summary>
internal static class FaceDatasetFinder
{
    private const string Layouts = "sheets, folders, table";

    /// <summary>Names of a part that was kept for testing, the preferred one first.</summary>
    private static readonly string[] UsualSplits = ["valid", "val", "validation", "test"];

    /// <summary>Finds the set.</summary>
    /// <param name="path">A folder or a table.</param>
    /// <param name="layout">The layout; null recognises it.</param>
    /// <param name="split">Which part; null chooses.</param>
    /// <returns>The set.</returns>
    public static FaceDataset Find(string path, FaceLayout? layout, string? split)
    {
        bool isFile = File.Exists(path);
        if (!isFile && !Directory.Exists(path))
        {
            throw DatasetErrors.Missing(path);
        }

        FaceDataset? found = layout switch
        {
            FaceLayout.Sheets => Sheets(path, isFile, split) ?? throw DatasetErrors.NotThisLayout(path, "sheets", new(
                "there is no SPLIT.csv with columns of votes beside SPLIT-00.jpg", "투표 열이 있는 SPLIT.csv와 SPLIT-00.jpg가 없습니다")),
            FaceLayout.Folders => Folders(path, isFile, split) ?? throw DatasetErrors.NotThisLayout(path, "folders", new(
                "it does not hold two folders or more that are named after emotions", "감정 이름을 가진 폴더가 둘 이상 있지 않습니다")),
            FaceLayout.Table => Table(path, isFile, split) ?? throw DatasetErrors.NotThisLayout(path, "table", new(
                "there is no table with a column of paths and one of emotions", "경로 열과 감정 열이 있는 표가 없습니다")),
            _ => (FaceDataset?)Sheets(path, isFile, split) ?? (FaceDataset?)Folders(path, isFile, split) ?? Table(path, isFile, split),
        };
        return found ?? throw DatasetErrors.UnknownLayout(path, Layouts);
    }

    private static SheetFaces? Sheets(string path, bool isFile, string? split)
    {
        string folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        string[] tables = isFile ? [path] : FolderListing.Files(folder, "*.csv");
        string[] splits = [.. tables.Where(SheetFaces.Fits).Select(table => Path.GetFileNameWithoutExtension(table)).Order(StringComparer.Ordinal)];
        return splits.Length == 0 ? null : new SheetFaces(folder, Choose(path, splits, split)!);
    }

    private static FolderFaces? Folders(string path, bool isFile, string? split)
    {
        if (isFile)
        {
            return null;
        }

        if (FolderFaces.Fits(path))
        {
            return split is null ? new FolderFaces(path, null) : throw DatasetErrors.NoSplit(path, split, ["–"]);
        }

        string[] splits = [.. FolderListing.Folders(path).Where(FolderFaces.Fits).Select(folder => Path.GetFileName(folder))];
        return splits.Length == 0 ? null : new FolderFaces(path, Choose(path, splits, split));
    }

    private static TableFaces? Table(string path, bool isFile, string? split)
    {
        string[] tables = isFile
            ? [path]
            : [.. FolderListing.Files(path).Where(file => Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv").Where(TableFaces.Fits)];
        if (tables.Length == 0 || (isFile && !TableFaces.Fits(path)))
        {
            return null;
        }

        // Tables may be parts by their names, or one table may have a column that says it.
        if (tables.Length > 1)
        {
            string[] splits = [.. tables.Select(table => Path.GetFileNameWithoutExtension(table))];
            string chosen = Choose(path, splits, split)!;
            return new TableFaces(tables[Array.IndexOf(splits, chosen)], chosen, isColumn: false);
        }

        IReadOnlyList<string> named = TableFaces.Splits(tables[0]);
        if (named.Count == 0 && split is not null && Path.GetFileNameWithoutExtension(tables[0]).Equals(split, StringComparison.OrdinalIgnoreCase))
        {
            return new TableFaces(tables[0], split, isColumn: false);
        }

        return named.Count == 0 && split is null ? new TableFaces(tables[0], null, isColumn: false) : new TableFaces(tables[0], Choose(path, named, split), isColumn: true);
    }

    private static string Choose(string path, IReadOnlyList<string> splits, string? split) => split is not null
        ? splits.FirstOrDefault(name => name.Equals(split, StringComparison.OrdinalIgnoreCase)) ?? throw DatasetErrors.NoSplit(path, split, splits.Count == 0 ? ["–"] : splits)
        : UsualSplits.Select(usual => splits.FirstOrDefault(name => name.Equals(usual, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(name => name is not null)
            ?? (splits.Count == 1 ? splits[0] : throw DatasetErrors.NoSplit(path, UsualSplits[0], splits));
}
