using System.Globalization;

namespace Sensorium.Perception;

/// <summary>Says how a song sounds.</summary>
internal static class SongWords
{
    /// <summary>The evidence.</summary>
    /// <param name="song">What was measured.</param>
    /// <param name="tags">What a listener would call it.</param>
    /// <returns>Two or three sentences.</returns>
    public static IReadOnlyList<LocalizedText> Of(SongMeasures song, IReadOnlyList<SongTag> tags)
    {
        List<LocalizedText> how = [];
        if (song.Tempo > 0)
        {
            string tempo = Number(song.Tempo, "0");
            how.Add(Has(tags, "fast") ? new($"fast ({tempo})", $"빠름({tempo})")
                : Has(tags, "slow") ? new($"slow ({tempo})", $"느림({tempo})")
                : new($"of medium pace ({tempo})", $"보통 빠르기({tempo})"));
        }
        else
        {
            how.Add(new("without a beat", "박자 없음"));
        }

        how.Add(song.KeyName);
        Add(how, tags, "bright", new("bright", "밝은 음색"));
        Add(how, tags, "dark", new("dark", "어두운 음색"));
        Add(how, tags, "loud", new("loud", "큰 소리"));
        Add(how, tags, "soft", new("soft", "작은 소리"));
        how.Add(new($"{Number(song.Density, "0.0")} onsets a second", $"초당 시작음 {Number(song.Density, "0.0")}개"));
        List<LocalizedText> evidence = [Join(how)];
        LocalizedText[] played = [.. tags.Where(tag => SongTagNames.Instruments.Contains(tag.Name) && tag.Name != "voice").Select(tag => Instrument(tag.Name))];
        if (played.Length > 0)
        {
            evidence.Add(Join(played));
        }

        evidence.Add(Has(tags, "vocal")
            ? new($"a voice in {Number(100 * song.VocalShare, "0")} % of the time", $"전체 시간의 {Number(100 * song.VocalShare, "0")}%에 목소리")
            : new($"{Number(song.Loudness, "0.0")} LUFS, level spread {Number(song.Dynamics, "0.0")} dB", $"{Number(song.Loudness, "0.0")} LUFS, 음량 폭 {Number(song.Dynamics, "0.0")} dB"));
        return evidence;
    }

    private static bool Has(IReadOnlyList<SongTag> tags, string name) => tags.Any(tag => tag.Name == name);

    private static void Add(List<LocalizedText> how, IReadOnlyList<SongTag> tags, string name, LocalizedText word)
    {
        if (Has(tags, name))
        {
            how.Add(word);
        }
    }

    private static LocalizedText Instrument(string name) => new(name, name switch
    {
        "piano" => "피아노",
        "guitar" => "기타",
        "strings" => "현악기",
        "brass" => "금관악기",
        "woodwind" => "목관악기",
        "flute" => "플루트",
        "organ" => "오르간",
        "synth" => "신시사이저",
        "bells" => "종·건반 타악기",
        "harp" => "하프",
        "bass" => "베이스",
        _ => "드럼",
    });

    private static LocalizedText Join(IReadOnlyList<LocalizedText> words) =>
        new(string.Join(", ", words.Select(word => word.English)), string.Join(", ", words.Select(word => word.Korean)));

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
