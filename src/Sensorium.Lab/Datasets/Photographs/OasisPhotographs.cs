using System.Globalization;

namespace Sensorium.Lab.Datasets;

/// <summary>
/// The photographs of OASIS with their ratings (Kurdi, Lozano and Banaji, "Introducing the Open Affective Standardized Image Set (OASIS)",
/// Behavior Research Methods 2017): <c>ratings.csv</c> with the columns <c>file, theme, category, valence_mean, valence_sd, arousal_mean,
/// arousal_sd</c>, and the files beside it.
/// </summary>
public static class OasisPhotographs
{
    /// <summary>The table's name.</summary>
    public const string TableName = "ratings.csv";

    private static readonly string[] Columns = ["file", "theme", "category", "valence_mean", "valence_sd", "arousal_mean", "arousal_sd"];

    /// <summary>Whether a folder has this layout.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>True where its table has all columns.</returns>
    public static bool Fits(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = System.IO.Path.Combine(folder, TableName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using TableReader table = new(path);
            return Columns.All(column => table.Find(column) >= 0);
        }
        catch (MalformedInputException)
        {
            return false;
        }
    }

    /// <summary>Reads the table; no photograph is opened.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="onFault">Hears of rows that are left out.</param>
    /// <returns>The photographs in the table's order.</returns>
    /// <exception cref="MalformedInputException">There is no table, it lacks a column, or it cannot be read.</exception>
    public static IReadOnlyList<RatedPhotograph> Read(string folder, Action<DatasetFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(onFault);
        string path = System.IO.Path.Combine(folder, TableName);
        using TableReader table = new(path);
        int[] places =
        [
            .. Columns.Select(column => table.Find(column) is >= 0 and int place ? place : throw DatasetErrors.NoColumn(path, column, table.Header)),
        ];
        List<RatedPhotograph> photographs = [];
        foreach (TableRow row in table.Rows())
        {
            string name = $"{TableName}:{row.Line}";
            if (places.Max() >= row.Cells.Count)
            {
                onFault(new(name, new($"the row has {row.Cells.Count} cells, too few for its columns", $"칸이 {row.Cells.Count}개뿐이어서 열에 모자랍니다")));
                continue;
            }

            double[] ratings = [.. places.Skip(3).Select(place => Rating(row.Cells[place]))];
            if (ratings.Any(double.IsNaN))
            {
                onFault(new(name, new("a rating is no number", "평점이 수가 아닙니다")));
                continue;
            }

            if (ratings[0] is < 1 or > 7 || ratings[2] is < 1 or > 7)
            {
                onFault(new(name, new("a mean rating lies outside 1 to 7", "평점 평균이 1~7을 벗어납니다")));
                continue;
            }

            string file = System.IO.Path.Combine(folder, row.Cells[places[0]]);
            if (!File.Exists(file))
            {
                onFault(new(name, new($"there is no file '{row.Cells[places[0]]}'", $"'{row.Cells[places[0]]}' 파일이 없습니다")));
                continue;
            }

            photographs.Add(new RatedPhotograph
            {
                Name = row.Cells[places[0]],
                Path = file,
                Theme = row.Cells[places[1]],
                Category = row.Cells[places[2]],
                ValenceMean = ratings[0],
                ValenceSd = ratings[1],
                ArousalMean = ratings[2],
                ArousalSd = ratings[3],
            });
        }

        return photographs;
    }

    private static double Rating(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : double.NaN;
}
