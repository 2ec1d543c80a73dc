namespace Sensorium.Library;

/// <summary>Sentences for why tags are not written.</summary>
internal static class TagWriteErrors
{
    public static UnsupportedInputException Container(string name) => new(new LocalizedText(
        $"Tags are not written into {name}: only MP3, FLAC, Ogg Vorbis, Ogg Opus, MP4 (M4A), WAV and AIFF can be changed without touching anything else.",
        $"{name}에는 태그를 쓰지 않습니다. 다른 것을 건드리지 않고 바꿀 수 있는 것은 MP3, FLAC, Ogg Vorbis, Ogg Opus, MP4(M4A), WAV, AIFF입니다."));

    public static UnsupportedInputException Form(LocalizedText why) => new(new LocalizedText(
        $"The tags are left as they are: {why.English}.", $"태그를 그대로 둡니다: {why.Korean}."));

    public static MalformedInputException Damaged(string what, string korean) => new(new LocalizedText(
        $"The tags are left as they are, because {what} is damaged. Repair the file with the program that made it.",
        $"{korean}이(가) 손상되어 태그를 그대로 둡니다. 파일을 만든 프로그램으로 고치십시오."));

    public static LimitReachedException TooLarge(string what, string korean) => new(new LocalizedText(
        $"The tags are left as they are: {what} would become too large.", $"태그를 그대로 둡니다: {korean}이(가) 너무 커집니다."));

    public static LocalizedText SeveralSongs() => new("The file holds several songs, cut by a CUE sheet.", "CUE 시트로 나눈 여러 곡이 든 파일입니다.");

    public static LocalizedText OnServer() => new("The song lies on a music server; its file is not written into.", "음악 서버에 있는 곡이라 파일에 쓰지 않습니다.");

    public static LocalizedText NotThere() => new("The file is not there.", "파일이 없습니다.");

    public static LocalizedText ChangedSinceScan() => new("The file was changed since it was listened to; run 'sensorium library scan' first.", "분석한 뒤에 파일이 바뀌었습니다. 먼저 'sensorium library scan'을 실행하십시오.");

    public static LocalizedText ChangedSinceWriting() => new("The file was changed since by another program, so it is left as it is.", "그 뒤 다른 프로그램이 파일을 바꾸어 그대로 둡니다.");

    public static LocalizedText WriteProtected() => new("The file is write-protected.", "쓰기가 금지된 파일입니다.");

    public static LocalizedText CheckFailed() => new("The new file did not pass the check, so the old one stays.", "새 파일이 검사를 통과하지 못해 이전 파일을 그대로 둡니다.");
}
