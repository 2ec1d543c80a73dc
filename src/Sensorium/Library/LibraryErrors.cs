namespace Sensorium;

/// <summary>Sentences for what can be wrong with what is asked of the library.</summary>
internal static class LibraryErrors
{
    public static MalformedInputException NoFolder(string folder) => new(new LocalizedText(
        $"There is no folder '{folder}'. Give a folder with songs.", $"'{folder}' 폴더가 없습니다. 노래가 있는 폴더를 지정하십시오."));

    public static MalformedInputException NothingCalled(string words) => new(new LocalizedText(
        $"The library has no song at or called '{words}'. Give a file or folder of the library, or a part of an artist's name, a title or a path.",
        $"라이브러리에 '{words}' 자리나 이름의 곡이 없습니다. 라이브러리의 파일이나 폴더, 또는 음악가, 제목, 경로의 일부를 지정하십시오."));
}
