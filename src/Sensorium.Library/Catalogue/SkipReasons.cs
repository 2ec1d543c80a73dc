using System.Text.Json;

namespace Sensorium.Library;

/// <summary>What the reasons are called, for programs and for people.</summary>
public static class SkipReasons
{
    /// <summary>The reason as the schemas spell it.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>E.g. <c>other-kind</c>.</returns>
    public static string Id(SkipReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());

    /// <summary>The reason behind a spelling.</summary>
    /// <param name="id">E.g. <c>other-kind</c>.</param>
    /// <returns>The reason; <see cref="SkipReason.Broken"/> for what a newer version has written.</returns>
    public static SkipReason Of(string id)
    {
        int at = Array.FindIndex(Enum.GetValues<SkipReason>(), reason => Id(reason) == id);
        return at < 0 ? SkipReason.Broken : (SkipReason)at;
    }

    /// <summary>The reason in a few words.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Words that follow a count.</returns>
    public static LocalizedText Words(SkipReason reason) => reason switch
    {
        SkipReason.Hidden => new("hidden", "숨김"),
        SkipReason.OtherKind => new("of another kind", "다른 종류"),
        SkipReason.CueSheet => new("CUE sheets", "CUE 시트"),
        SkipReason.Empty => new("empty or no ordinary files", "빈 파일이거나 일반 파일이 아님"),
        SkipReason.NotSound => new("no sound in them", "소리가 아님"),
        SkipReason.Broken => new("broken", "손상됨"),
        SkipReason.TooLong => new("too long or too slow", "너무 길거나 느림"),
        SkipReason.Unreadable => new("may not be read", "읽을 권한 없음"),
        SkipReason.UnreadableFolder => new("folders that may not be read", "읽을 권한이 없는 폴더"),
        SkipReason.UnreadableName => new("with a name that is no text", "이름을 읽을 수 없음"),
        SkipReason.BrokenLink => new("links that lead nowhere", "끊어진 링크"),
        SkipReason.RepeatedLink => new("links to what is there already", "이미 있는 것의 링크"),
        SkipReason.TooDeep => new("folders too deep", "너무 깊은 폴더"),
        SkipReason.InFolder => new("on a server, but in a folder too", "서버에 있지만 폴더에도 있음"),
        SkipReason.NotFetched => new("not handed over by the server", "서버가 내주지 않음"),
        _ => new("changed during the scan", "검색 중에 바뀜"),
    };

    /// <summary>Whether the content alone decides, so that the file need not be opened again until it changes.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True for what is kept in the catalogue.</returns>
    public static bool IsLasting(SkipReason reason) => reason is SkipReason.NotSound or SkipReason.Broken or SkipReason.InFolder;
}
