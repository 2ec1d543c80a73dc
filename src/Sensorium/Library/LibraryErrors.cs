namespace Sensorium;

/// <summary>Sentences for what can be wrong with what is asked of the library.</summary>
internal static class LibraryErrors
{
    public static MalformedInputException NoFolder(string folder) => new(new LocalizedText(
        $"There is no folder '{folder}'. Give a folder with songs.", $"'{folder}' 폴더가 없습니다. 노래가 있는 폴더를 지정하십시오."));

    public static MissingComponentException NoPerceiver() => new("song", new LocalizedText(
        "The analysis of songs is not part of this build, so that nothing can be scanned. Use a build that has it.",
        "이 빌드에는 노래 분석이 없어 검색할 수 없습니다. 분석이 들어 있는 빌드를 쓰십시오."));
}
