using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Fusion;

/// <summary>Reads the list of RAVDESS' recordings: a table with <c>file</c>, <c>speaker</c> and <c>emotion</c>, the files in the folder of the same name.</summary>
public static class FusionClips
{
    private static readonly Dictionary<string, Emotion> Emotions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["neutral"] = Emotion.Neutral,
        ["calm"] = Emotion.Neutral,
        ["happy"] = Emotion.Joy,
        ["sad"] = Emotion.Sadness,
        ["angry"] = Emotion.Anger,
        ["fearful"] = Emotion.Fear,
        ["disgust"] = Emotion.Disgust,
        ["surprised"] = Emotion.Surprise,
    };

    /// <summary>Reads the list.</summary>
    /// <param name="table">The CSV file.</param>
    /// <param name="onFault">Hears of rows that are left out.</param>
    /// <returns>The recordings in the order of the table.</returns>
    /// <exception cref="MalformedInputException">It cannot be read, or has not the columns.</exception>
    public static IReadOnlyList<FusionClip> Read(string table, Action<DatasetFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(onFault);
        using TableReader reader = new(table);
        int file = reader.Find("file"), speaker = reader.Find("speaker"), emotion = reader.Find("emotion");
        if (Math.Min(file, Math.Min(speaker, emotion)) < 0)
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{table}' needs the columns file, speaker and emotion; it has {string.Join(", ", reader.Header)}.",
                $"'{table}' 표에는 file, speaker, emotion 열이 필요합니다. 있는 열: {string.Join(", ", reader.Header)}."));
        }

        string folder = Path.ChangeExtension(table, null);
        List<FusionClip> clips = [];
        foreach (TableRow row in reader.Rows())
        {
            string path = row.Cells.Count > Math.Max(file, Math.Max(speaker, emotion)) ? Path.Combine(folder, row.Cells[file]) : string.Empty;
            if (path.Length == 0 || !File.Exists(path))
            {
                onFault(new DatasetFault($"{Path.GetFileName(table)}:{row.Line}", new("there is no such file", "그런 파일이 없음")));
            }
            else if (!Emotions.TryGetValue(row.Cells[emotion].Trim(), out Emotion truth))
            {
                onFault(new DatasetFault($"{Path.GetFileName(table)}:{row.Line}", new($"unknown emotion \"{row.Cells[emotion]}\"", $"알 수 없는 감정 \"{row.Cells[emotion]}\"")));
            }
            else
            {
                clips.Add(new FusionClip(path, row.Cells[speaker].Trim(), truth));
            }
        }

        return clips;
    }
}
