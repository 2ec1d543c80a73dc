namespace Sensorium;

/// <summary>Sentences for what can be wrong with what is asked of the library.</summary>
internal static class LibraryErrors
{
    public static MalformedInputException NoFolder(string folder) => new(new LocalizedText(
        $"There is no folder '{folder}'. Give a folder with songs.", $"'{folder}' 폴더가 없습니다. 노래가 있는 폴더를 지정하십시오."));
}
