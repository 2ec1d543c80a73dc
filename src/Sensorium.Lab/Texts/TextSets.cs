using System.Globalization;
using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Texts;

/// <summary>The texts that a folder holds: EmoBank's dev split, GoEmotions' dev split, KOTE. Each may be absent, but not all.</summary>
internal sealed class TextSets
{
    private const int MostLabel = 43;

    /// <summary>Rated English sentences.</summary>
    public IReadOnlyList<RatedText> EmoBank { get; private init; } = [];

    /// <summary>English comments with emotions.</summary>
    public IReadOnlyList<NamedText> GoEmotions { get; private init; } = [];

    /// <summary>Korean comments with emotions.</summary>
    public IReadOnlyList<NamedText> Kote { get; private init; } = [];

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">It holds <c>emobank.csv</c>, <c>goemotions/dev.tsv</c> with <c>goemotions/labels.txt</c>, <c>kote-val.tsv</c>, or some of them; or a folder <c>text</c> with them.</param>
    /// <param name="faults">Receives the rows that cannot be used.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="MalformedInputException">There is none of them, or a file cannot be read.</exception>
    public static TextSets Read(string folder, ICollection<DatasetFault> faults)
    {
        string place = Directory.Exists(Path.Combine(folder, "text")) ? Path.Combine(folder, "text") : folder;
        string emoBank = Path.Combine(place, "emobank.csv");
        string goEmotions = Path.Combine(place, "goemotions", "dev.tsv");
        string labels = Path.Combine(place, "goemotions", "labels.txt");
        string kote = Path.Combine(place, "kote-val.tsv");
        if (!File.Exists(emoBank) && !(File.Exists(goEmotions) && File.Exists(labels)) && !File.Exists(kote))
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{folder}' holds none of emobank.csv, goemotions/dev.tsv with goemotions/labels.txt, and kote-val.tsv; give the folder that does.",
                $"'{folder}'에 emobank.csv, goemotions/dev.tsv와 goemotions/labels.txt, kote-val.tsv 가운데 아무것도 없습니다. 이 파일이 든 폴더를 지정하십시오."));
        }

        return new TextSets
        {
            EmoBank = File.Exists(emoBank) ? ReadEmoBank(emoBank, faults) : [],
            GoEmotions = File.Exists(goEmotions) && File.Exists(labels) ? ReadGoEmotions(goEmotions, Lines(labels), faults) : [],
            Kote = File.Exists(kote) ? ReadKote(kote, faults) : [],
        };
    }

    private static List<RatedText> ReadEmoBank(string path, ICollection<DatasetFault> faults)
    {
        List<RatedText> texts = [];
        using TableReader table = new(path);
        int split = table.Find("split"), text = table.Find("text");
        int[] axes = [table.Find("V"), table.Find("A"), table.Find("D")];
        foreach (TableRow row in table.Rows())
        {
            if (split < 0 || text < 0 || axes.Contains(-1) || row.Cells.Count != table.Header.Count)
            {
                faults.Add(Fault(path, row.Line));
                continue;
            }

            double[] rated = [.. axes.Select(axis => Scaled(row.Cells[axis]))];
            if (row.Cells[split] == "dev" && rated.All(double.IsFinite) && !string.IsNullOrWhiteSpace(row.Cells[text]))
            {
                texts.Add(new RatedText(row.Cells[text], rated));
            }
            else if (row.Cells[split] == "dev")
            {
                faults.Add(Fault(path, row.Line));
            }
        }

        return texts;
    }

    private static double Scaled(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 1 and <= 5 ? (value - 3) / 2 : double.NaN;

    private static List<NamedText> ReadGoEmotions(string path, string[] labels, ICollection<DatasetFault> faults) =>
        ReadLines(path, textAt: 0, label => int.TryParse(label, out int i) && i >= 0 && i < labels.Length ? (true, EmotionMaps.OfGoEmotions(labels[i])) : (false, null), labelsAt: 1, faults);

    private static List<NamedText> ReadKote(string path, ICollection<DatasetFault> faults) =>
        ReadLines(path, textAt: 1, label => (int.TryParse(label, out int i) && i is >= 0 and <= MostLabel, EmotionMaps.OfKote(label)), labelsAt: 2, faults);

    private static List<NamedText> ReadLines(string path, int textAt, Func<string, (bool IsKnown, Emotion? Emotion)> emotionOf, int labelsAt, ICollection<DatasetFault> faults)
    {
        List<NamedText> texts = [];
        string[] lines = Lines(path);
        for (int row = 0; row < lines.Length; row++)
        {
            string[] cells = lines[row].Split('\t');
            (bool IsKnown, Emotion? Emotion)[] labels = cells.Length > labelsAt ? [.. cells[labelsAt].Split(',').Select(emotionOf)] : [];
            if (labels.Length == 0 || labels.Any(label => !label.IsKnown) || string.IsNullOrWhiteSpace(cells[textAt]))
            {
                faults.Add(Fault(path, row + 1));
                continue;
            }

            bool[] present = new bool[EmotionScores.Count];
            foreach ((_, Emotion? emotion) in labels)
            {
                if (emotion is { } known)
                {
                    present[(int)known] = true;
                }
            }

            texts.Add(new NamedText(cells[textAt], row, present));
        }

        return texts;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{path}' could not be read ({error.Message.TrimEnd('.')}); check its permissions.",
                    $"'{path}' 파일을 읽지 못했습니다({error.Message.TrimEnd('.')}). 권한을 확인하십시오."),
                error);
        }
    }

    private static DatasetFault Fault(string path, int line) => new(
        $"{Path.GetFileName(path)}:{line}", new("the row has no text, or labels and ratings out of range", "글이 없거나 라벨·평점이 범위를 벗어남"));
}
