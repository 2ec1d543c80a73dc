using System.Globalization;
using Sensorium.Expression;
using Sensorium.Imaging;

namespace Sensorium.Cli;

/// <summary>The answer of <c>hear</c> for screen readers: one sentence a line, no tables, no charts.</summary>
internal static class HearSentences
{
    /// <summary>Writes the answer to standard output.</summary>
    /// <param name="result">What was made.</param>
    /// <param name="instruments">Names of the sound set's instruments by role.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(HearResult result, IReadOnlyDictionary<string, LocalizedText> instruments, Shell shell)
    {
        SoundMap map = result.Map;
        WriteFeeling(map, shell);
        IReadOnlyList<Region> objects = HearFacts.Objects(map);
        shell.WriteLine(new LocalizedText(
            $"The music is in {map.Tonality.Key.Name.English}, {HearFacts.Tempo(map.Tonality.Tempo)} beats a minute, with {HearFacts.Family(map.Tonality.Family).English}.",
            $"음악은 {map.Tonality.Key.Name.Korean}, 분당 {HearFacts.Tempo(map.Tonality.Tempo)}박, {HearFacts.Family(map.Tonality.Family).Korean} 편성입니다."));
        shell.WriteLine(new LocalizedText(
            $"There {(objects.Count == 1 ? "is 1 object" : $"are {objects.Count} objects")}.",
            $"물체는 {objects.Count}개입니다."));
        foreach (Region region in objects)
        {
            LocalizedText plays = HearFacts.PlaysInWords(map.Sounds[region.Id].Point, map.Tonality.Key, instruments);
            string label = map.Labels.TryGetValue(region.Id, out string? words) ? $", {words}" : string.Empty;
            shell.WriteLine(new LocalizedText(
                $"Region {region.Id}{label}: {region.Name.Text.English}, {Figures.Percent(region.AreaShare)} of the picture, plays {plays.English}.",
                $"{region.Id}번 영역{label}: {region.Name.Text.Korean}, 그림의 {Figures.Percent(region.AreaShare)}, 소리는 {plays.Korean}입니다."));
        }

        foreach (string file in result.Files)
        {
            LocalizedText purpose = HearFacts.Purpose(file);
            shell.WriteLine(new LocalizedText(
                $"Wrote {file}, {Figures.Size(new FileInfo(file).Length)}, {purpose.English}.",
                $"{file} 파일을 썼습니다. 크기 {Figures.Size(new FileInfo(file).Length)}, {purpose.Korean}."));
        }

        if (result.LoudnessLufs is double loudness)
        {
            string lufs = loudness.ToString("0.0", CultureInfo.InvariantCulture);
            shell.WriteLine(new LocalizedText($"The piece's loudness is {lufs} LUFS.", $"곡의 음량은 {lufs} LUFS입니다."));
        }

        if (result.Files.FirstOrDefault(file => file.EndsWith(".html", StringComparison.Ordinal)) is string page)
        {
            shell.WriteLine(new LocalizedText($"Next, open {page} in a browser.", $"이제 브라우저에서 {page} 파일을 여십시오."));
        }
    }

    private static void WriteFeeling(SoundMap map, Shell shell)
    {
        Affect affect = map.Feeling.Affect;
        LocalizedText words = FeelingWords.Of(affect);
        shell.WriteLine(new LocalizedText(
            $"{map.Name}, {map.Width} by {map.Height} pixels, feels {words.English}.",
            $"{map.Name}, 가로 {map.Width} 세로 {map.Height} 픽셀, {words.Korean}입니다."));
        shell.WriteLine(new LocalizedText(
            $"Valence is {Figures.Number(affect.Valence.Mean)}, arousal is {Figures.Number(affect.Arousal.Mean)}{(affect.Warmth is double warmth ? $", warmth is {Figures.Number(warmth)}" : string.Empty)}, on scales from -1 to 1.",
            $"-1에서 1까지로 유쾌함은 {Figures.Number(affect.Valence.Mean)}, 들뜬 정도는 {Figures.Number(affect.Arousal.Mean)}{(affect.Warmth is double same ? $", 따뜻함은 {Figures.Number(same)}" : string.Empty)}입니다."));
        foreach (LocalizedText evidence in map.Feeling.Evidence)
        {
            shell.WriteLine(new LocalizedText($"What was seen: {evidence.English}.", $"근거: {evidence.Korean}."));
        }
    }
}
