using System.Globalization;
using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Cli;

/// <summary>What both forms of <c>hear</c>'s answer tell, in words.</summary>
internal static class HearFacts
{
    /// <summary>The objects of the picture, largest first.</summary>
    /// <param name="map">The map.</param>
    /// <returns>Regions of the level below the whole; the whole itself where it has none.</returns>
    public static IReadOnlyList<Region> Objects(SoundMap map)
    {
        Region[] objects = [.. map.Regions.Regions.Where(region => region.Level == RegionLevel.Object).OrderByDescending(region => region.AreaShare).ThenBy(region => region.Id)];
        return objects.Length > 0 ? objects : [map.Regions.Regions[0]];
    }

    /// <summary>Beats a minute.</summary>
    /// <param name="tempo">The tempo.</param>
    /// <returns>A whole number.</returns>
    public static string Tempo(double tempo) => Math.Round(tempo).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a file is for.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Purpose(string path) => Path.GetExtension(path) switch
    {
        ".html" => new("the page to explore by ear", "귀로 탐색하는 페이지"),
        ".json" => new("the sound map as data", "소리 지도 데이터"),
        ".wav" => new("the piece, uncompressed", "곡(무압축)"),
        ".mp3" or ".ogg" => new("the piece", "곡"),
        ".mid" => new("the piece as notes", "곡의 악보(MIDI)"),
        _ => default,
    };

    /// <summary>The family of the accompaniment.</summary>
    /// <param name="family">As <see cref="Tonality.Family"/> has it.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Family(string family) => family switch
    {
        "warm" => new("warm instruments", "따뜻한 악기"),
        "cool" => new("cool instruments", "서늘한 악기"),
        _ => new("neutral instruments", "중간 음색의 악기"),
    };

    /// <summary>What plays for a region in a table: its instruments, the strongest first, and its pitch.</summary>
    /// <param name="voice">The voice of point mode.</param>
    /// <param name="key">The key that spells its note.</param>
    /// <param name="instruments">Names of the sound set's instruments by role.</param>
    /// <returns>E.g. <c>cello + voice C3</c>.</returns>
    public static LocalizedText Plays(Voice voice, Key key, IReadOnlyDictionary<string, LocalizedText> instruments)
    {
        LocalizedText pitch = key.NoteName(voice.Pitch);
        LocalizedText[] names = Names(voice, instruments);
        return new(
            $"{string.Join(" + ", names.Select(name => name.English))} {pitch.English}",
            $"{string.Join(" + ", names.Select(name => name.Korean))} {pitch.Korean}");
    }

    /// <summary>What plays for a region in a sentence: its instruments, the strongest first, and its pitch.</summary>
    /// <param name="voice">The voice of point mode.</param>
    /// <param name="key">The key that spells its note.</param>
    /// <param name="instruments">Names of the sound set's instruments by role.</param>
    /// <returns>E.g. <c>cello and voice C3</c>, <c>첼로와 목소리, 도(C3)</c>.</returns>
    public static LocalizedText PlaysInWords(Voice voice, Key key, IReadOnlyDictionary<string, LocalizedText> instruments)
    {
        LocalizedText pitch = key.NoteName(voice.Pitch);
        LocalizedText[] names = Names(voice, instruments);
        string korean = names.Select(name => name.Korean).Aggregate((before, next) => $"{before}{Korean.And(before)} {next}");
        return new($"{string.Join(" and ", names.Select(name => name.English))} {pitch.English}", $"{korean}, {pitch.Korean}");
    }

    private static LocalizedText[] Names(Voice voice, IReadOnlyDictionary<string, LocalizedText> instruments) =>
    [
        .. voice.Layers.OrderByDescending(layer => layer.Gain).Select(layer =>
            instruments.TryGetValue(layer.Role, out LocalizedText name) ? name : new(layer.Role, layer.Role)),
    ];
}
