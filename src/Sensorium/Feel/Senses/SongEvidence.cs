using System.Globalization;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>What was heard in a song, at length: the library keeps a shorter form of the same.</summary>
internal static class SongEvidence
{
    // From these leads over the next best key on, a key is likely, and sure.
    private const double LikelyLead = 0.03, SureLead = 0.1;
    private const double EvenTempo = 100;
    private const int MostSections = 5;

    /// <summary>The evidence.</summary>
    /// <param name="song">What was heard.</param>
    /// <returns>Sentences without a full stop: tempo, key, loudness and timbre, voice, sections, and what a listener would call it.</returns>
    public static IReadOnlyList<LocalizedText> Of(SongReading song)
    {
        List<LocalizedText> evidence = [Tempo(song), Key(song), Sound(song), Voice(song)];
        if (song.Sections.Count > 1)
        {
            string starts = string.Join(", ", song.Sections.Take(MostSections).Select(Clock.Of)) + (song.Sections.Count > MostSections ? ", …" : string.Empty);
            evidence.Add(new($"{song.Sections.Count} sections, from {starts}", $"{song.Sections.Count}개 부분, 시작 {starts}"));
        }

        if (Tags(song) is { } tags)
        {
            evidence.Add(tags);
        }

        return evidence;
    }

    // The same music may be counted at half or at double the tempo.
    private static LocalizedText Tempo(SongReading song)
    {
        double tempo = song.Measures.Tempo;
        if (tempo <= 0)
        {
            return new("without a steady beat", "일정한 박자 없음");
        }

        LocalizedText pace = Has(song, "fast") ? new("fast", "빠름") : Has(song, "slow") ? new("slow", "느림") : new("of medium pace", "보통 빠르기");
        (string half, string halfKorean, double other) = tempo >= EvenTempo ? ("half", "절반으로", tempo / 2) : ("double", "두 배로", tempo * 2);
        return new(
            $"{pace.English}: {N(tempo, "0")} beats a minute ({N(other, "0")} in {half} time)",
            $"{pace.Korean}: 분당 {N(tempo, "0")}박({halfKorean} 세면 {N(other, "0")}박)");
    }

    private static LocalizedText Key(SongReading song)
    {
        Audio.KeyEstimate key = song.Measures.Key;
        (string english, string korean) = song.Measures.KeyName;
        return key.Lead >= SureLead ? new($"in {english}", korean)
            : key.Lead >= LikelyLead ? new($"probably in {english}", $"{korean}인 듯함")
            : new($"key unsure, at best {english}", $"조성이 분명하지 않음, 가장 가까운 것은 {korean}");
    }

    private static LocalizedText Sound(SongReading song)
    {
        SongMeasures measures = song.Measures;
        LocalizedText loud = Has(song, "loud") ? new("loud, ", "큰 소리, ") : Has(song, "soft") ? new("soft, ", "작은 소리, ") : new(string.Empty, string.Empty);
        LocalizedText bright = Has(song, "bright") ? new("bright", "밝은 음색") : Has(song, "dark") ? new("dark", "어두운 음색") : new("neither bright nor dark", "보통 음색");
        string loudness = N(measures.Loudness, "0.0"), spread = N(measures.Dynamics, "0.0"), centre = N(measures.Brightness, "0"), density = N(measures.Density, "0.0");
        return new(
            $"{loud.English}{loudness} LUFS, level spread {spread} dB; {bright.English} ({centre} Hz), {density} onsets a second",
            $"{loud.Korean}{loudness} LUFS, 음량 폭 {spread} dB, {bright.Korean}({centre} Hz), 초당 시작음 {density}개");
    }

    private static LocalizedText Voice(SongReading song)
    {
        string share = N(100 * song.Measures.VocalShare, "0");
        return Has(song, "vocal") ? new($"a voice in {share} % of the time", $"전체 시간의 {share} %에 목소리")
            : new($"hardly a voice ({share} % of the time)", $"목소리는 거의 없음(전체 시간의 {share} %)");
    }

    // Instruments first, then moods; the other qualities are told with their numbers.
    private static LocalizedText? Tags(SongReading song)
    {
        string[] told = [.. SongTagNames.Qualities.Except(["electronic", "acoustic"])];
        LocalizedText[] tags =
        [
            .. song.Tags.Where(tag => !told.Contains(tag.Name)).OrderBy(tag => SongTagNames.Moods.Contains(tag.Name))
                .Select(tag => (Word: TagWords.Of(tag.Name), Share: N(100 * tag.Share, "0")))
                .Select(tag => new LocalizedText($"{tag.Word.English} {tag.Share} %", $"{tag.Word.Korean} {tag.Share} %")),
        ];
        return tags.Length == 0 ? null
            : new($"tags: {string.Join(", ", tags.Select(tag => tag.English))}", $"태그: {string.Join(", ", tags.Select(tag => tag.Korean))}");
    }

    private static bool Has(SongReading song, string name) => song.Tags.Any(tag => tag.Name == name);

    private static string N(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
