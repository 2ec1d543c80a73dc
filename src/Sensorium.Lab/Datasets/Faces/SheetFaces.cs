using System.Globalization;
using System.Runtime.CompilerServices;
using Sensorium.Media;

namespace Sensorium.Lab.Datasets;

/// <summary>
/// FER2013's faces on sheets with the votes of FER+ (Barsoum, Zhang, Canton Ferrer and Zhang, "Training deep networks for facial expression
/// recognition with crowd-sourced label distribution", ICMI 2016): tile i of <c>SPLIT-NN.jpg</c>, row by row, belongs to row i of <c>SPLIT.csv</c>.
/// </summary>
internal sealed class SheetFaces : FaceDataset
{
    /// <summary>Width and height of a tile in pixels.</summary>
    public const int TileSide = 48;

    /// <summary>Tiles in a row of a sheet, and rows of a sheet.</summary>
    public const int SheetSide = 40;

    private const int SheetTiles = SheetSide * SheetSide;

    private static readonly string[][] Columns =
    [
        ["happiness", "joy"], ["sadness"], ["anger"], ["surprise"], ["fear"], ["contempt"], ["disgust"], ["neutral"], ["unknown"], ["NF"],
    ];

    private readonly string _folder;
    private readonly string _split;

    /// <summary>Names the files.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="split">The part.</param>
    public SheetFaces(string folder, string split)
        : base(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), FaceLayout.Sheets, split)
    {
        _folder = folder;
        _split = split;
    }

    /// <summary>Whether a table is one of votes with a sheet beside it.</summary>
    /// <param name="table">Path of the table.</param>
    /// <returns>True where it is.</returns>
    public static bool Fits(string table)
    {
        if (!File.Exists(SheetPath(Path.GetDirectoryName(Path.GetFullPath(table))!, Path.GetFileNameWithoutExtension(table), 0)))
        {
            return false;
        }

        try
        {
            using TableReader reader = new(table);
            return Places(reader) is not null;
        }
        catch (MalformedInputException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<FaceSample> ReadAsync(
        Action<DatasetFault> onFault, IProgress<double>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFault);
        int sheets = 0;
        while (File.Exists(SheetPath(_folder, _split, sheets)))
        {
            sheets++;
        }

        using TableReader table = new(Path.Combine(_folder, _split + ".csv"));
        int[] places = Places(table)!;
        int tileColumn = table.Find("tile");
        Picture? sheet = null;
        int opened = -1, index = -1;
        foreach (TableRow row in table.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            index++;
            string name = $"{_split}.csv:{row.Line}";
            if (Votes(row, places) is not { } votes)
            {
                onFault(new(name, new("its votes are not whole numbers of 0 or more with one at least", "투표 수가 0 이상의 정수가 아니거나 하나도 없습니다")));
                continue;
            }

            int tile = index;
            if (tileColumn >= 0 && (tileColumn >= row.Cells.Count || !int.TryParse(row.Cells[tileColumn], NumberStyles.None, CultureInfo.InvariantCulture, out tile)))
            {
                onFault(new(name, new("its tile is no number", "tile 값이 수가 아닙니다")));
                continue;
            }

            int number = tile / SheetTiles;
            if (number != opened)
            {
                (opened, sheet) = (number, await OpenAsync(number, onFault, cancellationToken).ConfigureAwait(false));
                progress?.Report(Math.Min(1, (double)number / Math.Max(1, sheets)));
            }

            if (sheet is null || !Holds(sheet, tile % SheetTiles))
            {
                onFault(new(name, new($"its tile {tile} is on no sheet", $"{tile}번 타일이 어느 시트에도 없습니다")));
                continue;
            }

            yield return new FaceSample { Name = $"{Path.GetFileName(SheetPath(_folder, _split, number))}#{tile}", Picture = Cut(sheet, tile % SheetTiles), Votes = votes };
        }

        progress?.Report(1);
    }

    private static string SheetPath(string folder, string split, int number) => Path.Combine(folder, $"{split}-{number:D2}.jpg");

    private static int[]? Places(TableReader table)
    {
        int[] places = [.. Columns.Select(names => table.Find(names))];
        return places.Contains(-1) ? null : places;
    }

    private static FaceVotes? Votes(TableRow row, int[] places)
    {
        Span<int> votes = stackalloc int[FaceVotes.Answers];
        int sum = 0;
        for (int k = 0; k < votes.Length; k++)
        {
            if (places[k] >= row.Cells.Count || !int.TryParse(row.Cells[places[k]].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out votes[k]) || votes[k] > 1_000_000)
            {
                return null;
            }

            sum += votes[k];
        }

        return sum > 0 ? new FaceVotes(votes) : null;
    }

    private static bool Holds(Picture sheet, int place) =>
        ((place % SheetSide) + 1) * TileSide <= sheet.Width && ((place / SheetSide) + 1) * TileSide <= sheet.Height;

    private static Picture Cut(Picture sheet, int place)
    {
        Picture tile = new(TileSide, TileSide);
        for (int y = 0; y < TileSide; y++)
        {
            sheet.Row((place / SheetSide * TileSide) + y).Slice(place % SheetSide * TileSide * 3, TileSide * 3).CopyTo(tile.Row(y));
        }

        return tile;
    }

    private async Task<Picture?> OpenAsync(int number, Action<DatasetFault> onFault, CancellationToken cancellationToken)
    {
        string path = SheetPath(_folder, _split, number);
        try
        {
            PictureReadOptions whole = new() { TargetLongSide = TileSide * SheetSide };
            return (await new PictureReader().ReadAsync(path, whole, cancellationToken).ConfigureAwait(false)).Picture;
        }
        catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
        {
            onFault(new(Path.GetFileName(path), ((SensoriumException)error).Text));
            return null;
        }
    }
}
