namespace Sensorium.Media;

/// <summary>Sentences for what can go wrong with a child process.</summary>
internal static class ProcessErrors
{
    public static LimitReachedException TooSlow(string program, TimeSpan limit) => new(new LocalizedText(
        $"{program} took longer than {limit.TotalSeconds:0.###} s and was stopped; give a smaller or simpler file.",
        $"{program} 실행이 {limit.TotalSeconds:0.###}초를 넘어 중단했습니다. 더 작거나 단순한 파일을 지정하십시오."));

    public static LimitReachedException TooMuchOutput(string program, long limit) => new(new LocalizedText(
        $"{program} gave more than {limit:N0} bytes and was stopped; give a smaller file.",
        $"{program} 출력이 {limit:N0}바이트를 넘어 중단했습니다. 더 작은 파일을 지정하십시오."));

    public static MissingComponentException CannotStart(string program, string path, Exception error) => new(
        program,
        new LocalizedText(
            $"{program} was found at '{path}' but cannot be started ({error.Message.TrimEnd('.')}); install it again or correct the path.",
            $"'{path}' 자리의 {program} 프로그램을 실행할 수 없습니다({error.Message.TrimEnd('.')}). 다시 설치하거나 경로를 고치십시오."),
        error);
}
