namespace Sensorium.Media;

/// <summary>Sentences for what can be wrong with a film.</summary>
internal static class FilmErrors
{
    private const string Kinds = "MP4, MOV, WebM, MKV, AVI, OGV";

    public static UnsupportedInputException NotAFilm(string name, LocalizedText? looksLike) => new(looksLike is { } kind
        ? new LocalizedText(
            $"'{name}' is not a video that can be read: it looks like {kind.English}. Give a video in {Kinds} or a similar format.",
            $"'{name}' 파일은 읽을 수 있는 동영상이 아닙니다. {kind.Korean} 파일로 보입니다. {Kinds} 등의 동영상을 지정하십시오.")
        : new LocalizedText(
            $"'{name}' is not a video of a known kind. Give a video in {Kinds} or a similar format.",
            $"'{name}' 파일은 알려진 종류의 동영상이 아닙니다. {Kinds} 등의 동영상을 지정하십시오."));

    public static MalformedInputException Damaged(string name, string detail) => new(new LocalizedText(
        $"'{name}' is damaged and cannot be read as a video ({detail}). Export or copy it again, or give another one.",
        $"'{name}' 파일이 손상되어 동영상으로 읽을 수 없습니다({detail}). 다시 내보내거나 복사하고, 안 되면 다른 파일을 지정하십시오."));

    public static LocalizedText CutOff(string name) => new(
        $"'{name}' is damaged or cut off; parts of the video may be missing.",
        $"'{name}' 파일이 손상되었거나 중간에 끊겼습니다. 동영상의 일부가 빠졌을 수 있습니다.");
}
