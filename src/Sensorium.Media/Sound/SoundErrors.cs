namespace Sensorium.Media;

/// <summary>Sentences for what can be wrong with a sound.</summary>
internal static class SoundErrors
{
    private const string Kinds = "WAV, FLAC, MP3, Ogg, M4A, AIFF";

    public static UnsupportedInputException NotASound(string name, LocalizedText? looksLike) => new(looksLike is { } kind
        ? new LocalizedText(
            $"'{name}' is not a sound that can be read: it looks like {kind.English}. Give a sound in {Kinds} or a similar format.",
            $"'{name}' 파일은 읽을 수 있는 소리가 아닙니다. {kind.Korean} 파일로 보입니다. {Kinds} 등의 소리를 지정하십시오.")
        : new LocalizedText(
            $"'{name}' is not a sound of a known kind. Give a sound in {Kinds} or a similar format.",
            $"'{name}' 파일은 알려진 종류의 소리가 아닙니다. {Kinds} 등의 소리를 지정하십시오."));

    public static UnsupportedInputException UnknownCoding(string name, int tag, int bits) => new(new LocalizedText(
        $"'{name}' is a WAV file of a kind that cannot be read directly (format {tag}, {bits} bits). Save it as 16-bit PCM.",
        $"'{name}' 파일은 바로 읽을 수 없는 종류의 WAV입니다(형식 {tag}, {bits}비트). 16비트 PCM으로 저장하십시오."));

    public static MalformedInputException Damaged(string name, string detail, Exception? error = null) => new(
        new LocalizedText(
            $"'{name}' is damaged and cannot be read as a sound ({detail}). Export or copy it again, or give another one.",
            $"'{name}' 파일이 손상되어 소리로 읽을 수 없습니다({detail}). 다시 내보내거나 복사하고, 안 되면 다른 파일을 지정하십시오."),
        error);

    public static LimitReachedException TooLong(string name, long mostSamples) => new(new LocalizedText(
        $"'{name}' is too long: at most {mostSamples:N0} samples in all channels are read at once. Give a shorter sound.",
        $"'{name}' 소리가 너무 깁니다. 모든 채널을 합해 {mostSamples:N0}샘플까지 읽습니다. 더 짧은 소리를 지정하십시오."));

    public static MissingComponentException NoEncoder(string encoder) => new("ffmpeg", new LocalizedText(
        $"The ffmpeg on this machine was built without the encoder {encoder}; install the full ffmpeg of your distribution, or choose another format.",
        $"이 컴퓨터의 ffmpeg에는 {encoder} 인코더가 없습니다. 배포판의 전체 ffmpeg를 설치하거나 다른 형식을 고르십시오."));

    public static OutputFailedException NotEncoded(SoundFormat format, string detail) => new(new LocalizedText(
        $"The {format.ToString().ToUpperInvariant()} file could not be written ({detail}); check the folder, or choose another format.",
        $"{format.ToString().ToUpperInvariant()} 파일을 쓰지 못했습니다({detail}). 폴더를 확인하거나 다른 형식을 고르십시오."));
}
