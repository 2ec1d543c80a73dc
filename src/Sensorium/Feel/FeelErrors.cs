namespace Sensorium;

/// <summary>Sentences for what cannot be felt.</summary>
internal static class FeelErrors
{
    private const string Kinds = "a picture, a sound, a video or a text in UTF-8";
    private const string KindsKorean = "그림, 소리, 동영상, UTF-8 텍스트";

    /// <summary>The input is of no kind that can be felt.</summary>
    /// <param name="name">The input.</param>
    /// <param name="looksLike">What it looks like; null where nothing is recognised.</param>
    /// <param name="isEmpty">Whether there is nothing at all.</param>
    /// <returns>The error to throw.</returns>
    public static SensoriumException Unknown(string name, LocalizedText? looksLike, bool isEmpty) =>
        isEmpty
            ? new MalformedInputException(new LocalizedText($"'{name}' is empty; give {Kinds}.", $"'{name}' 입력이 비어 있습니다. {KindsKorean} 가운데 하나를 지정하십시오."))
        : looksLike is { } kind
            ? new UnsupportedInputException(new LocalizedText(
                $"'{name}' cannot be felt: it looks like {kind.English}. Give {Kinds}.",
                $"'{name}' 파일의 느낌은 알 수 없습니다. {kind.Korean} 파일로 보입니다. {KindsKorean} 가운데 하나를 지정하십시오."))
        : new UnsupportedInputException(new LocalizedText(
            $"'{name}' is of no known kind. Give {Kinds}.",
            $"'{name}' 파일은 알려진 종류가 아닙니다. {KindsKorean} 가운데 하나를 지정하십시오."));
}
