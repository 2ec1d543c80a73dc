using System.Net;
using System.Text;
using System.Text.Json;
using Sensorium.Library;

namespace Sensorium;

/// <summary>
/// The collection on the plane of feeling as one HTML file that needs nothing else and asks no network: points that play while they are pointed at,
/// and the same songs as a table that the keyboard reaches, with a filter.
/// </summary>
public static class LibraryMap
{
    private const string Resource = "Sensorium.Library.map.html";

    // The page's own words; each stands in the page as {{name}}.
    private static readonly (string Name, LocalizedText Text)[] Words =
    [
        ("title", new("My songs on the plane of feeling", "감정 평면 위의 내 노래")),
        ("hint", new("Right is pleasant, up is lively. Click or tap a song to hear it, or use the table.", "오른쪽은 즐겁고 위는 활기찹니다. 곡을 누르면 들립니다. 표로도 들을 수 있습니다.")),
        ("sound", new("Play what I point at", "가리키는 곡 듣기")),
        ("stop", new("Stop", "멈춤")),
        ("filter", new("Filter by title, artist or feeling", "제목, 음악가, 느낌으로 찾기")),
        ("table", new("The same songs as a table", "같은 곡의 표")),
        ("song", new("song", "곡")),
        ("artist", new("artist", "음악가")),
        ("feeling", new("feeling", "느낌")),
        ("valence", new("valence", "정서가")),
        ("arousal", new("arousal", "각성도")),
        ("play", new("Play", "듣기")),
        ("more", new("Show more", "더 보기")),
        ("count", new("songs shown", "곡 표시")),
        ("none", new("No song fits.", "맞는 곡이 없습니다.")),
        ("broken", new("This song cannot be played here.", "여기서 재생할 수 없는 곡입니다.")),
        ("server", new("This song lies on a music server and cannot be played here.", "음악 서버에 있는 곡이라 여기서 재생할 수 없습니다.")),
        ("pleasant", new("pleasant", "즐거움")),
        ("unpleasant", new("unpleasant", "불쾌함")),
        ("lively", new("lively", "활기참")),
        ("still", new("calm", "차분함")),
        ("script", new("This page needs JavaScript to draw.", "이 페이지를 그리려면 자바스크립트가 필요합니다.")),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="folder">The folder that the page will lie in, absolute: songs are named from there.</param>
    /// <param name="language">Language of its words.</param>
    /// <returns>The file's text.</returns>
    public static string Write(IReadOnlyList<LibrarySong> songs, string folder, Language language)
    {
        ArgumentNullException.ThrowIfNull(songs);
        ArgumentNullException.ThrowIfNull(folder);
        using Stream stream = typeof(LibraryMap).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var page = new StringBuilder(reader.ReadToEnd());
        page.Replace("{{lang}}", language == Language.Korean ? "ko" : "en");
        foreach ((string name, LocalizedText text) in Words)
        {
            page.Replace($"{{{{{name}}}}}", WebUtility.HtmlEncode(text.In(language)));
        }

        return page.Replace("{{data}}", Data(songs, folder, language)).ToString();
    }

    // The encoder of JSON writes < > & as escapes, so that no title ends the script.
    private static string Data(IReadOnlyList<LibrarySong> songs, string folder, Language language)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteStartArray("emotions");
            foreach (Emotion emotion in Enum.GetValues<Emotion>())
            {
                json.WriteStringValue(FeelingNames.Noun(emotion).In(language));
            }

            json.WriteEndArray();
            json.WriteStartArray("songs");
            foreach (LibrarySong song in songs)
            {
                Affect affect = song.Song.Percept.Affect;
                json.WriteStartArray();
                json.WriteStringValue(song.Title);
                json.WriteStringValue(song.Tags.Artist ?? string.Empty);
                json.WriteNumberValue(Math.Round(affect.Valence.Mean, 3));
                json.WriteNumberValue(Math.Round(affect.Arousal.Mean, 3));
                json.WriteNumberValue((int)song.Song.Percept.Emotions.Core);
                json.WriteStringValue(song.Server is null ? Address(song.Path, folder) : string.Empty);
                json.WriteNumberValue(Math.Round(song.Start.TotalSeconds, 2));
                json.WriteNumberValue(Math.Round(song.Length.TotalSeconds, 2));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private static string Address(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        return Path.IsPathRooted(relative)
            ? new Uri(path).AbsoluteUri
            : "./" + string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
