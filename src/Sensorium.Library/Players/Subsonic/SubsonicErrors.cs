using System.Net;

namespace Sensorium.Library;

/// <summary>Sentences for what can go wrong with a server that has the Subsonic API. Addresses are cut before the query, which holds secrets.</summary>
internal static class SubsonicErrors
{
    public static MalformedInputException BadAddress() => new(new LocalizedText(
        $"That is no address of a music server; set {SubsonicSettings.UrlVariable} to one like https://music.example.org.",
        $"음악 서버 주소가 아닙니다. {SubsonicSettings.UrlVariable}에 https://music.example.org 같은 주소를 지정하십시오."));

    public static MalformedInputException BadLibraryAddress() => new(new LocalizedText(
        "The address of a music server is taken without a name, a password, a question mark or a number sign in it, like https://music.example.org; who asks is told by "
        + $"{SubsonicSettings.UserVariable} and {SubsonicSettings.PasswordVariable}.",
        "음악 서버 주소는 이름이나 비밀번호, 물음표, 우물 정자 없이 https://music.example.org처럼 지정하십시오. 누가 묻는지는 "
        + $"{SubsonicSettings.UserVariable}와(과) {SubsonicSettings.PasswordVariable}에 둡니다."));

    public static UnsupportedInputException OtherServer(string asked, string configured) => new(new LocalizedText(
        $"The music server {asked} is not the one that {SubsonicSettings.UrlVariable} names ({configured}), and its name and password are not sent elsewhere. Set the variable to {asked}, with its user and password.",
        $"음악 서버 {asked}은(는) {SubsonicSettings.UrlVariable}에 지정한 서버({configured})가 아니므로 그 이름과 비밀번호를 보내지 않습니다. 변수를 {asked}(으)로, 사용자와 비밀번호도 그에 맞게 지정하십시오."));

    public static UnsupportedInputException NoServer() => new(new LocalizedText(
        $"A music server is needed: give its address, or set {SubsonicSettings.UrlVariable}; the user goes into {SubsonicSettings.UserVariable} and {SubsonicSettings.PasswordVariable}.",
        $"음악 서버가 필요합니다. 주소를 주거나 {SubsonicSettings.UrlVariable} 변수에 두고, 사용자는 {SubsonicSettings.UserVariable}와(과) {SubsonicSettings.PasswordVariable}에 두십시오."));

    public static OutputFailedException NoFolder(string path, Exception error) => new(
        new LocalizedText(
            $"The folder '{path}' for songs of music servers cannot be made ({error.Message}). Check its permissions and the free space.",
            $"음악 서버의 곡을 둘 '{path}' 폴더를 만들 수 없습니다({error.Message}). 권한과 남은 공간을 확인하십시오."),
        error);

    public static PlayerFailedException NothingCame(Uri url) => new(new LocalizedText(
        $"The music server at {Show(url)} sent an empty file for a song. Check the file on the server.",
        $"{Show(url)}의 음악 서버가 빈 파일을 보냈습니다. 서버에서 그 파일을 확인하십시오."));

    public static LimitReachedException SongTooLarge(Uri url, long most) => new(new LocalizedText(
        $"The music server at {Show(url)} sends more than {most:N0} bytes for one song, which is more than is taken. Make it smaller on the server.",
        $"{Show(url)}의 음악 서버가 한 곡에 {most:N0}바이트 넘게 보내어 받지 않았습니다. 서버에서 더 작은 파일로 바꾸십시오."));

    public static LimitReachedException SongTooSlow(Uri url, TimeSpan most) => new(new LocalizedText(
        $"The music server at {Show(url)} took over {most.TotalMinutes:0.##} minutes for one song. Check the connection; the next scan tries again.",
        $"{Show(url)}의 음악 서버가 한 곡에 {most.TotalMinutes:0.##}분 넘게 걸렸습니다. 연결을 확인하십시오. 다음 검색에서 다시 받습니다."));

    public static MalformedInputException NobodyNamed() => new(new LocalizedText(
        $"The music server needs a name and a password: set {SubsonicSettings.UserVariable} and {SubsonicSettings.PasswordVariable} (or {SubsonicSettings.PasswordVariable}_FILE), or {SubsonicSettings.KeyVariable}.",
        $"음악 서버에는 이름과 비밀번호가 필요합니다. {SubsonicSettings.UserVariable}와(과) {SubsonicSettings.PasswordVariable}(또는 {SubsonicSettings.PasswordVariable}_FILE), 아니면 {SubsonicSettings.KeyVariable}을(를) 지정하십시오."));

    public static ServerUnreachableException Unreachable(Uri url, string detail, Exception? error) => new(
        new LocalizedText(
            $"The music server at {Show(url)} cannot be reached ({detail}). Check the address and that it runs.",
            $"{Show(url)}의 음악 서버에 연결할 수 없습니다({detail}). 주소와 실행 여부를 확인하십시오."),
        error);

    public static ServerUnreachableException TooSlow(Uri url, TimeSpan limit, Exception? error) => new(
        new LocalizedText(
            $"The music server at {Show(url)} did not answer within {limit.TotalSeconds:0.###} s. Check that it runs and is not busy.",
            $"{Show(url)}의 음악 서버가 {limit.TotalSeconds:0.###}초 안에 응답하지 않았습니다. 실행 중인지, 바쁘지 않은지 확인하십시오."),
        error);

    public static PlayerFailedException NotSubsonic(Uri url, HttpStatusCode status, Exception? error = null) => new(
        new LocalizedText(
            $"What answers at {Show(url)} does not speak the Subsonic API (HTTP status {(int)status}). Give the server's own address, without /rest.",
            $"{Show(url)}에서 응답한 것은 Subsonic API가 아닙니다(HTTP 상태 {(int)status}). /rest를 뺀 서버 주소를 지정하십시오."),
        error);

    public static PlayerFailedException Moved(Uri url, Uri? target) => new(new LocalizedText(
        $"The music server at {Show(url)} sends on to {(target is null ? "another address" : Show(target))}; give that address, so that the password goes nowhere unasked.",
        $"{Show(url)}의 음악 서버가 {(target is null ? "다른 주소" : Show(target))}(으)로 넘깁니다. 비밀번호가 다른 곳으로 가지 않도록 그 주소를 직접 지정하십시오."));

    public static PlayerFailedException OpenPassword(Uri url) => new(new LocalizedText(
        $"The music server at {Show(url)} knows no tokens, and its password would go over the network for all to read. Use https, or allow it.",
        $"{Show(url)}의 음악 서버는 토큰을 모르므로 비밀번호가 그대로 네트워크를 지나갑니다. https를 쓰거나 이를 허용하십시오."));

    public static PlayerFailedException PlaylistExists(string name) => new(new LocalizedText(
        $"The music server has a playlist '{name}' already; choose another name, or allow replacing it.",
        $"음악 서버에 재생 목록 '{name}'이(가) 이미 있습니다. 다른 이름을 고르거나 바꾸기를 허용하십시오."));

    public static PlayerFailedException NotStored(string name) => new(new LocalizedText(
        $"The music server did not keep the playlist '{name}', though it reported no error. Check the server.",
        $"음악 서버가 오류를 알리지 않았지만 재생 목록 '{name}'을(를) 저장하지 않았습니다. 서버를 확인하십시오."));

    public static LocalizedText NotOnServer() => new("the music server does not have it", "음악 서버에 없습니다");

    public static SubsonicRefusedException Refused(Uri url, string method, int code, string? said)
    {
        string detail = PlaylistText.Clean(said) is { } clean ? clean[..Math.Min(clean.Length, 200)] : $"error {code}";
        (string english, string korean) = code switch
        {
            20 => ("this program speaks too old a version of the API for it; update Sensorium", "이 프로그램의 API 버전이 너무 낮습니다. Sensorium을 갱신하십시오"),
            30 => ("it speaks too old a version of the API; update the server", "서버의 API 버전이 너무 낮습니다. 서버를 갱신하십시오"),
            40 => ("name or password is wrong; check them", "이름이나 비밀번호가 틀렸습니다. 확인하십시오"),
            41 or 42 => ("it does not take this way of signing in; use an API key, or a user of the server's own", "이 로그인 방식을 받지 않습니다. API 키나 서버 자체 사용자를 쓰십시오"),
            43 => ("it was given several ways of signing in at once; give a key, or name and password", "여러 로그인 방식이 함께 왔습니다. 키, 또는 이름과 비밀번호 중 하나만 지정하십시오"),
            44 => ("the API key is wrong; make a new one on the server", "API 키가 틀렸습니다. 서버에서 새로 만드십시오"),
            50 => ("this user may not do that; ask for the right on the server", "이 사용자에게 권한이 없습니다. 서버에서 권한을 받으십시오"),
            60 => ("its trial period is over", "서버의 시험 기간이 끝났습니다"),
            70 => ("there is no such thing on it; import its library again", "서버에 그런 것이 없습니다. 라이브러리를 다시 가져오십시오"),
            _ => ("it cannot do that", "서버가 할 수 없습니다"),
        };
        return new SubsonicRefusedException(code, new LocalizedText(
            $"The music server at {Show(url)} refused {method}: {english} ({detail}).",
            $"{Show(url)}의 음악 서버가 {method} 요청을 거절했습니다. {korean}({detail})."));
    }

    private static string Show(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
