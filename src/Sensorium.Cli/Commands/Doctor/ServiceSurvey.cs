using Sensorium.Inference;
using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>
/// What works together with Sensorium where the user has it: endpoints, a music service, players and music servers. It is told whether they are
/// configured or there; none of them is asked anything, because that would send something. Names, passwords and keys are never shown.
/// </summary>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class ServiceSurvey(Func<string, string?> variable)
{
    /// <summary>Looks for all of them.</summary>
    /// <returns>The components; none of them is required.</returns>
    public IEnumerable<Component> Find() =>
    [
        Service(
            "chat-endpoint", "Chat endpoint", new("to feel texts with a language model of your own; off, and nothing is sent anywhere", "글을 직접 고른 언어 모델로 읽기. 꺼져 있으며 아무것도 보내지 않음"),
            () => EndpointSettings.FindChat(variable) is { } found ? (Shown(found.Url), found.Model) : null, EndpointAt(EndpointSettings.ChatUrl)),
        Service(
            "transcription-endpoint", "Transcription endpoint", new("to write down what is said in sounds and videos; off, and nothing is sent anywhere", "소리와 동영상에서 한 말 받아쓰기. 꺼져 있으며 아무것도 보내지 않음"),
            () => EndpointSettings.FindTranscription(variable) is { } found ? (Shown(found.Url), found.Model) : null, EndpointAt(EndpointSettings.TranscribeUrl)),
        Service(
            "music-service", "Music service", new("to compose with a generator of your own; off, and nothing is sent anywhere", "직접 고른 음악 생성기로 작곡하기. 꺼져 있으며 아무것도 보내지 않음"),
            () => GeneratorSettings.Find(variable) is { } found ? (Shown(found.Url), found.Kind) : null,
            new(
                $"set {GeneratorSettings.UrlName} to the service's address and {GeneratorSettings.KindName} to suno, ace-step or musicgen (docs/generators.md)",
                $"{GeneratorSettings.UrlName}에 서비스 주소를, {GeneratorSettings.KindName}에 suno, ace-step, musicgen 중 하나를 지정하십시오(docs/generators.md)")),
        Player(),
        Service(
            "mpd", "MPD", new("to fill the queue of a music player daemon", "MPD 대기열에 곡 넣기"),
            () => variable("MPD_HOST") is { Length: > 0 } ? (MpdAddress.FromEnvironment(variable).ToString(), null) : null,
            new("set MPD_HOST as for any client of MPD (docs/players.md)", "다른 MPD 클라이언트처럼 MPD_HOST를 지정하십시오(docs/players.md)")),
        Service(
            "subsonic", "Subsonic server", new("to save playlists on your music server", "내 음악 서버에 재생목록 저장"),
            () => SubsonicSettings.FromEnvironment(variable) is { } found ? (Shown(found.Url), null) : null,
            new(
                $"set {SubsonicSettings.UrlVariable}, and a user and password or a key (docs/players.md)",
                $"{SubsonicSettings.UrlVariable}와 함께 사용자와 비밀번호, 또는 키를 지정하십시오(docs/players.md)")),
    ];

    private Component Player()
    {
        string? location = LocalPlayers.Locate(variable);
        return new()
        {
            Name = "player",
            Title = "mpv, VLC or ffplay",
            Need = ComponentNeed.Sometimes,
            Purpose = new("to play songs on this machine", "이 컴퓨터에서 곡 재생"),
            IsFound = location is not null,
            Location = location,
            Install = InstallGuide.For(["mpv", "mpv", "mpv", "mpv", "mpv"], default),
        };
    }

    private static Component Service(string name, string title, LocalizedText purpose, Func<(string Where, string? Version)?> find, LocalizedText advice)
    {
        (string Where, string? Version)? found;
        try
        {
            found = find();
        }
        catch (SensoriumException)
        {
            // What is set is no address, or a part is missing: as good as nothing.
            found = null;
        }

        return new()
        {
            Name = name,
            Title = title,
            Need = ComponentNeed.Sometimes,
            Purpose = purpose,
            IsFound = found is not null,
            Version = found?.Version,
            Location = found?.Where,
            Install = InstallGuide.For([string.Empty, string.Empty, string.Empty, string.Empty, string.Empty], advice),
        };
    }

    private static LocalizedText EndpointAt(string variable) => new(
        $"set {variable} to an OpenAI-compatible address such as http://localhost:11434/v1 (docs/privacy.md)",
        $"{variable}에 http://localhost:11434/v1 같은 OpenAI 호환 주소를 지정하십시오(docs/privacy.md)");

    // Neither a name and password before the host nor what follows the path.
    private static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
