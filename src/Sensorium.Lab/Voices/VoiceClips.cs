using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Voices;

/// <summary>Reads the tables of voices: <c>ravdess.csv</c> (file, speaker, emotion, text), <c>korean.csv</c> and the imported <c>clips.csv</c> (file, speaker, emotion), clips in folders of the same names.</summary>
public static class VoiceClips
{
    /// <summary>Reads a data folder.</summary>
    /// <param name="folder">The folder with at least one table.</param>
    /// <param name="fault">Hears of each row that was left out.</param>
    /// <returns>The clips in the order of the tables.</returns>
    /// <exception cref="MalformedInputException">There is no table, or it lacks a column.</exception>
    public static IReadOnlyList<VoiceClip> Read(string folder, Action<DatasetFault> fault)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(fault);
        List<VoiceClip> clips = [];
        foreach (string set in (string[])["ravdess", "korean", "clips"])
        {
            string path = Path.Combine(folder, set + ".csv");
            if (File.Exists(path))
            {
                clips.AddRange(ReadTable(folder, set, path, fault));
            }
        }

        return clips.Count > 0 ? clips : throw new MalformedInputException(new LocalizedText(
            $"'{folder}' holds none of ravdess.csv, korean.csv and clips.csv with clips beside them; docs/evaluate.md describes the layout.",
            $"'{folder}'에 ravdess.csv, korean.csv, clips.csv와 그 음성 파일이 없습니다. 구성은 docs/evaluate.md에 설명되어 있습니다."));
    }

    private static List<VoiceClip> ReadTable(string folder, string set, string path, Action<DatasetFault> fault)
    {
        List<VoiceClip> clips = [];
        using TableReader table = new(path);
        int file = Column(table, path, "file"), speaker = Column(table, path, "speaker"), emotion = Column(table, path, "emotion"), text = table.Find("text");
        foreach (TableRow row in table.Rows())
        {
            string name = $"{set}/{row.Cells[file]}";
            int label = VoiceClasses.Eight.ToList().IndexOf(row.Cells[emotion]);
            if (label < 0)
            {
                fault(new DatasetFault(name, new($"the emotion \"{row.Cells[emotion]}\" is none of {string.Join(", ", VoiceClasses.Eight)}", $"감정 \"{row.Cells[emotion]}\"은(는) 알 수 없음")));
            }
            else if (!File.Exists(Path.Combine(folder, name)))
            {
                fault(new DatasetFault(name, new("the file is missing", "파일이 없음")));
            }
            else
            {
                clips.Add(new VoiceClip(name, row.Cells[speaker], label, text < 0 || set == "clips" ? string.Empty : row.Cells[text], set == "ravdess"));
            }
        }

        return clips;
    }

    private static int Column(TableReader table, string path, string name)
    {
        int column = table.Find(name);
        return column >= 0 ? column : throw DatasetErrors.NoColumn(path, name, table.Header);
    }
}
