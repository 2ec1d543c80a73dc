namespace Sensorium.Media;

/// <summary>Sentences for what can be wrong with a picture.</summary>
internal static class PictureErrors
{
    private const string KindsEnglish = "JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC or AVIF";
    private const string KindsKorean = "JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC, AVIF";

    public static UnsupportedInputException NotAPicture(string name, LocalizedText? looksLike) => new(looksLike is { } kind
        ? new LocalizedText(
            $"'{name}' is not a picture that can be read: it looks like {kind.English}. Give a picture in {KindsEnglish}.",
            $"'{name}' 파일은 읽을 수 있는 그림이 아닙니다. {kind.Korean} 파일로 보입니다. {KindsKorean} 그림을 지정하십시오.")
        : new LocalizedText(
            $"'{name}' is not a picture of a known kind. Give a picture in {KindsEnglish}.",
            $"'{name}' 파일은 알려진 종류의 그림이 아닙니다. {KindsKorean} 그림을 지정하십시오."));

    public static MalformedInputException Damaged(string name, string format, string detail, Exception? error = null) => new(
        new LocalizedText(
            $"'{name}' is damaged and cannot be read as {Label(format)} ({detail}). Export or copy the picture again, or give another one.",
            $"'{name}' 파일이 손상되어 {Label(format)} 그림으로 읽을 수 없습니다({detail}). 그림을 다시 내보내거나 복사하고, 안 되면 다른 그림을 지정하십시오."),
        error);

    public static MalformedInputException Truncated(string name, string format) => new(new LocalizedText(
        $"'{name}' ends too early for a {Label(format)} picture; it may have been copied only in part. Copy or download it again.",
        $"'{name}' 파일이 중간에 끊겨 {Label(format)} 그림으로 읽을 수 없습니다. 일부만 복사되었을 수 있으니 다시 복사하거나 내려받으십시오."));

    public static LimitReachedException TooManyPixels(string name, long width, long height, PictureLimits limits) => new(new LocalizedText(
        $"'{name}' has {width:N0} x {height:N0} pixels; at most {limits.MostPixels:N0} in all and {limits.MostSide:N0} a side are allowed. Make the picture smaller first.",
        $"'{name}' 그림은 {width:N0} x {height:N0} 픽셀입니다. 모두 {limits.MostPixels:N0}픽셀, 한 변 {limits.MostSide:N0}픽셀까지 허용됩니다. 그림을 먼저 줄이십시오."));

    public static LimitReachedException TooMuchMemory(string name, PictureLimits limits) => new(new LocalizedText(
        $"'{name}' would take more than {limits.MostMemory >> 20:N0} MiB of memory to decode. Save it as a non-progressive JPEG, or make it smaller first.",
        $"'{name}' 그림을 풀려면 메모리가 {limits.MostMemory >> 20:N0}MiB보다 많이 필요합니다. 프로그레시브가 아닌 JPEG로 저장하거나 그림을 먼저 줄이십시오."));

    public static LimitReachedException TooSlow(string name, TimeSpan limit) => new(new LocalizedText(
        $"Reading '{name}' took longer than {limit.TotalSeconds:0.###} s and was stopped. Save the picture as PNG or JPEG, or make it smaller.",
        $"'{name}' 그림을 읽는 데 {limit.TotalSeconds:0.###}초가 넘게 걸려 중단했습니다. 그림을 PNG나 JPEG로 저장하거나 더 작게 만드십시오."));

    public static UnsupportedInputException NoDecoder(string name, string format) => new(new LocalizedText(
        $"'{name}' is a {Label(format)} picture, which the ffmpeg on this machine cannot decode. Convert it to JPEG or PNG, or install a newer ffmpeg.",
        $"'{name}' 파일은 {Label(format)} 그림인데, 이 컴퓨터의 ffmpeg로는 풀 수 없습니다. JPEG나 PNG로 바꾸거나 더 새로운 ffmpeg를 설치하십시오."));

    public static UnsupportedInputException NeedsFile(string name, string format) => new(new LocalizedText(
        $"'{name}' is {Label(format)}, which ffmpeg reads from a file only; save it and give the file.",
        $"'{name}': {Label(format)} 그림은 ffmpeg가 파일에서만 읽을 수 있습니다. 저장한 뒤 그 파일을 지정하십시오."));

    public static LocalizedText CutOff(string name) => new(
        $"'{name}' is damaged or cut off; part of the picture may be missing.",
        $"'{name}' 파일이 손상되었거나 중간에 끊겼습니다. 그림의 일부가 빠졌을 수 있습니다.");

    private static string Label(string format) => format == "webp" ? "WebP" : format.ToUpperInvariant();
}
