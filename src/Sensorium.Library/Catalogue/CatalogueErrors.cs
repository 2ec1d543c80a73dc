namespace Sensorium.Library;

/// <summary>Sentences for what can be wrong with a catalogue.</summary>
internal static class CatalogueErrors
{
    public static MalformedInputException Damaged(string path, Exception error) => new(
        new LocalizedText(
            $"The catalogue '{path}' is damaged ({error.Message}). Put a backup in its place, or remove it and scan again.",
            $"목록 '{path}'이(가) 손상되었습니다({error.Message}). 백업으로 바꾸거나, 지우고 다시 검색하십시오."),
        error);

    public static UnsupportedInputException TooNew(string path, long version, int known) => new(new LocalizedText(
        $"The catalogue '{path}' was written by a newer version of the program (tables {version}, known are {known}). Update the program.",
        $"목록 '{path}'은(는) 더 새로운 버전의 프로그램이 쓴 것입니다(표 {version}, 아는 것은 {known}). 프로그램을 새 버전으로 바꾸십시오."));

    public static OutputFailedException NotWritten(string path, Exception error) => new(
        new LocalizedText(
            $"The catalogue '{path}' cannot be written ({error.Message}). Check the folder, its permissions and the free space.",
            $"목록 '{path}'을(를) 쓸 수 없습니다({error.Message}). 폴더와 권한, 남은 공간을 확인하십시오."),
        error);

    public static OutputFailedException Busy(string path, Exception? error = null) => new(
        new LocalizedText(
            $"Another process is at work on the catalogue '{path}'. Wait until it has ended, or stop it.",
            $"다른 프로세스가 목록 '{path}'에서 일하고 있습니다. 끝날 때까지 기다리거나 그 프로세스를 멈추십시오."),
        error);

    public static MalformedInputException NoSong(long id) => new(new LocalizedText(
        $"The catalogue has no song {id}. Give the number of a song that it has.",
        $"목록에 {id}번 곡이 없습니다. 목록에 있는 곡의 번호를 지정하십시오."));

    public static LocalizedText Fault(string what) => new($"The database says: {what}.", $"데이터베이스의 말: {what}.");

    public static LocalizedText BadSong(long id) => new(
        $"What was stored of song {id} cannot be read. Scan again after forgetting its file.",
        $"{id}번 곡의 기록을 읽을 수 없습니다. 그 파일을 목록에서 빼고 다시 검색하십시오.");
}
