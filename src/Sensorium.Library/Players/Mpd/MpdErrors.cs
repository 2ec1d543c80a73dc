namespace Sensorium.Library;

/// <summary>Sentences for what can go wrong with MPD.</summary>
internal static class MpdErrors
{
    public static MalformedInputException BadAddress() => new(new LocalizedText(
        "That is no address of an MPD; give host, host:port, or the path of its socket, with password@ before it where it needs one.",
        "MPD 주소가 아닙니다. 호스트, 호스트:포트, 또는 소켓 경로를 지정하고, 비밀번호가 필요하면 앞에 비밀번호@를 붙이십시오."));

    public static MalformedInputException LineBreak(string argument) => new(new LocalizedText(
        $"MPD cannot be told '{PlaylistText.Clean(argument)}': its protocol has no line breaks in names. Rename the file.",
        $"MPD에 '{PlaylistText.Clean(argument)}' 이름을 보낼 수 없습니다. 이 규약의 이름에는 줄바꿈을 쓸 수 없습니다. 파일 이름을 바꾸십시오."));

    public static PlayerFailedException Unreachable(MpdAddress address, string detail, Exception? error) => new(
        new LocalizedText(
            $"MPD at {address} cannot be reached ({detail}). Check that it runs, or set MPD_HOST and MPD_PORT.",
            $"{address}의 MPD에 연결할 수 없습니다({detail}). 실행 중인지 확인하거나 MPD_HOST와 MPD_PORT를 지정하십시오."),
        error);

    public static PlayerFailedException TooSlow(MpdAddress address, TimeSpan limit, Exception? error) => new(
        new LocalizedText(
            $"MPD at {address} did not answer within {limit.TotalSeconds:0.###} s. Check that it runs and is not busy.",
            $"{address}의 MPD가 {limit.TotalSeconds:0.###}초 안에 응답하지 않았습니다. 실행 중인지, 바쁘지 않은지 확인하십시오."),
        error);

    public static PlayerFailedException NotMpd(MpdAddress address, string said) => new(new LocalizedText(
        $"What listens at {address} is no MPD (it said '{Shorten(said)}'). Check host and port.",
        $"{address}에서 듣고 있는 것은 MPD가 아닙니다(응답: '{Shorten(said)}'). 호스트와 포트를 확인하십시오."));

    public static MpdRefusedException Refused(MpdAddress address, int code, int index, string command, string said) => new(
        code,
        index,
        code is 3 or 4
            ? new LocalizedText(
                $"MPD at {address} did not allow '{command}' ({said}). Give its password before the host: password@host.",
                $"{address}의 MPD가 '{command}' 명령을 허락하지 않았습니다({said}). 비밀번호@호스트처럼 비밀번호를 지정하십시오.")
            : new LocalizedText(
                $"MPD at {address} refused '{command}' ({said}).",
                $"{address}의 MPD가 '{command}' 명령을 거절했습니다({said})."));

    public static LocalizedText NotInDatabase() => new(
        "MPD does not have this file; put it into MPD's music folder and let MPD update, or use MPD's socket",
        "MPD에 이 파일이 없습니다. MPD 음악 폴더에 넣고 갱신하거나 MPD 소켓을 쓰십시오");

    public static LocalizedText NotTaken(string said) => new($"MPD did not take it ({said})", $"MPD가 받지 않았습니다({said})");

    private static string Shorten(string said) => PlaylistText.Clean(said) is { } clean ? clean[..Math.Min(clean.Length, 60)] : string.Empty;
}
