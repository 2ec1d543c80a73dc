namespace Sensorium.Library;

/// <summary>Sentences for what can be wrong with a playlist.</summary>
internal static class PlaylistErrors
{
    private static readonly string Kinds = string.Join(", ", PlaylistFile.Extensions);

    public static UnsupportedInputException UnknownKind(string name) => new(new LocalizedText(
        $"'{name}' is no playlist of a known kind; give a name that ends with one of {Kinds}.",
        $"'{name}' 파일은 알려진 재생 목록이 아닙니다. {Kinds} 중 하나로 끝나는 이름을 지정하십시오."));

    public static MalformedInputException NotAbsolute(string location) => new(new LocalizedText(
        $"'{PlaylistText.Clean(location)}' cannot stand in a playlist: give an absolute path, or an address with its scheme.",
        $"'{PlaylistText.Clean(location)}' 위치는 재생 목록에 쓸 수 없습니다. 절대 경로나 완전한 주소를 지정하십시오."));

    public static MalformedInputException Damaged(string name, string detail, Exception? error = null) => new(
        new LocalizedText(
            $"'{name}' is damaged and cannot be read as a playlist ({detail}). Save it again or give another one.",
            $"'{name}' 파일이 손상되어 재생 목록으로 읽을 수 없습니다({detail}). 다시 저장하거나 다른 파일을 지정하십시오."),
        error);

    public static MalformedInputException CannotOpen(string name, string detail, Exception? error = null) => new(
        new LocalizedText(
            $"The playlist '{name}' cannot be opened ({detail}); check its name and its permissions.",
            $"재생 목록 '{name}' 파일을 열 수 없습니다({detail}). 이름과 권한을 확인하십시오."),
        error);

    public static LimitReachedException TooLarge(string name, long bytes) => new(new LocalizedText(
        $"The playlist '{name}' has {bytes:N0} bytes; at most {PlaylistFile.MostBytes:N0} are read. Part it into several.",
        $"재생 목록 '{name}' 크기가 {bytes:N0}바이트입니다. {PlaylistFile.MostBytes:N0}바이트까지 읽습니다. 여러 개로 나누십시오."));

    public static LimitReachedException TooMany(string name) => new(new LocalizedText(
        $"The playlist '{name}' has more than {PlaylistFile.MostEntries:N0} songs; part it into several.",
        $"재생 목록 '{name}'에 노래가 {PlaylistFile.MostEntries:N0}곡보다 많습니다. 여러 개로 나누십시오."));
}
