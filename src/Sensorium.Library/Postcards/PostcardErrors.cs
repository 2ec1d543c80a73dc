namespace Sensorium.Library;

/// <summary>Sentences for what can go wrong with a postcard.</summary>
internal static class PostcardErrors
{
    public static UnsupportedInputException NotMp4(string name) => new(new LocalizedText(
        $"A postcard is an MP4 file, but '{name}' ends otherwise; give a name that ends with .mp4.",
        $"엽서는 MP4 파일인데 '{name}'은(는) 다르게 끝납니다. .mp4로 끝나는 이름을 지정하십시오."));

    public static OutputFailedException NotMade(string detail) => new(new LocalizedText(
        $"The postcard could not be made ({detail}); check the song and the folder, or install the full ffmpeg of your distribution.",
        $"엽서를 만들지 못했습니다({detail}). 노래와 폴더를 확인하거나 배포판의 전체 ffmpeg를 설치하십시오."));
}
