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

    /// <summary>Nothing could be decoded; what ffmpeg said last tells why.</summary>
    public static MalformedInputException Silent(string name, ProcessResult result, Exception? error = null) =>
        Damaged(name, result.LastErrorLine is { Length: > 0 and <= 160 } line ? line : "no sound in it, or too little of it", error);

    public static UnsupportedInputException NoSound(string name) => new(new LocalizedText(
        $"'{name}' has no sound track. Give a film or a recording with sound.",
        $"'{name}' 파일에는 소리가 없습니다. 소리가 있는 동영상이나 녹음을 지정하십시오."));

    public static LimitReachedException LastsTooLong(string name, TimeSpan most) => new(new LocalizedText(
        $"'{name}' lasts longer than {most}, the most that is read. Give a shorter sound.",
        $"'{name}' 소리가 읽을 수 있는 가장 긴 시간 {most}보다 깁니다. 더 짧은 소리를 지정하십시오."));

    public static LimitReachedException Stalled(string name, TimeSpan most) => new(new LocalizedText(
        $"'{name}' gave no sound for {most.TotalSeconds:0.###} s, so that reading was stopped. Check the file, the microphone or the program that it comes from.",
        $"'{name}' 소리가 {most.TotalSeconds:0.###}초 동안 오지 않아 읽기를 멈췄습니다. 파일이나 마이크, 또는 소리를 보내는 프로그램을 확인하십시오."));

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
