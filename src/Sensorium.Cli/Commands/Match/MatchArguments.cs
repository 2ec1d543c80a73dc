using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>What <c>match</c> takes on the command line. All values are read as text, so that every fault can be told at once.</summary>
internal sealed class MatchArguments : CommandArguments
{
    /// <summary>Creates the argument and the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public MatchArguments(Language language)
        : base(language)
    {
        Inputs = new Argument<string[]>("ANYTHING")
        {
            Description = new LocalizedText(
                "A picture, a voice, a video, a text, a song, or several of them as one moment; - for standard input. The content decides what a file is.",
                "그림, 목소리, 동영상, 글, 노래 가운데 하나, 또는 한 순간으로 볼 여러 개. 표준 입력은 -. 파일의 종류는 내용으로 알아봅니다.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Text = One("--text", "WORDS", new("Songs for these words, in English or Korean.", "이 글에 맞는 곡을 찾습니다. 한국어나 영어로 씁니다."));
        Count = One("--count", "N", new("Most songs, 1 to 1000. Default: 20.", "가장 많은 곡 수, 1~1000. 기본값은 20."), "-n");
        MinFit = One("--min-fit", "FIT", new("Leave out songs that fit less, 0 to 1. Default: 0.5.", "이보다 덜 맞는 곡을 뺍니다, 0~1. 기본값은 0.5."));
        Diversity = One("--variety", "SHARE", new("How much unlike songs are preferred, 0 to 1. Default: 0.2.", "서로 다른 곡을 고르는 정도, 0~1. 기본값은 0.2."));
        Year = One("--year", "A-B", new("Only songs of these years, e.g. 1990-1999.", "이 연도의 곡만, 예: 1990-1999."));
        Genre = Many("--genre", "WORD", new("Only songs with this word in a genre; may be given several times.", "장르에 이 말이 든 곡만. 여러 번 줄 수 있습니다."));
        Length = One("--length", "A-B", new("Only songs of this length, e.g. 2:00-5:00.", "이 길이의 곡만, 예: 2:00-5:00."));
        SongLanguage = Many("--language", "CODE", new("Only songs in this language, e.g. ko.", "이 언어의 곡만, 예: ko."));
        Vocal = Flag("--vocal", new("Only songs with a voice.", "노래가 있는 곡만."));
        Instrumental = Flag("--instrumental", new("Only songs without a voice.", "노래가 없는 곡만."));
        Journey = One("--journey", "follow|iso|compensatory|custom", new(
            "A journey in place of a list: stay with the mood, move from it to the goal, give the goal at once, or go through the places of --to.",
            "목록 대신 여정을 만듭니다. follow는 지금 느낌에 머물고, iso는 목표로 옮겨 가고, compensatory는 처음부터 목표에 두고, custom은 --to의 곳을 차례로 지납니다."));
        To = Many("--to", "calm|bright|V,A", new("Where a journey leads. Default: calm. For a custom journey several, in order.", "여정의 목표. 기본값은 calm. custom이면 여러 곳을 차례로 줍니다."));
        Minutes = One("--minutes", "N", new("How long a journey lasts, 1 to 240. Default: 24.", "여정의 길이(분), 1~240. 기본값은 24."));
        Out = One("--out", "FILE.m3u8|xspf|jspf", new("Write the songs as a playlist too.", "곡을 재생목록 파일로도 씁니다."), "-o");
        Mpd = Maybe("--mpd", "HOST[:PORT]", new("Put the songs into MPD's queue and play them. Default: what MPD_HOST says.", "곡을 MPD 대기열에 넣고 재생합니다. 기본값은 MPD_HOST의 주소."));
        MusicFolder = One("--music-folder", "DIR", new("The folder that MPD calls its music, where MPD is on another machine.", "MPD가 다른 컴퓨터에 있을 때, MPD의 음악 폴더에 해당하는 폴더."));
        Subsonic = Maybe("--subsonic", "URL", new(
            "Save the songs as a playlist and the play queue of a Subsonic server. Default: SENSORIUM_SUBSONIC_URL.",
            "곡을 Subsonic 서버의 재생목록과 재생 대기열에 저장합니다. 기본값은 SENSORIUM_SUBSONIC_URL의 주소."));
        Play = Flag("--play", new("Play the songs on this machine.", "이 컴퓨터에서 재생합니다."));
        Postcard = One("--postcard", "FILE.mp4", new("Make a video of the photo with the best minute of the first song.", "사진에 첫 곡의 가장 어울리는 1분을 붙여 동영상을 만듭니다."));
        Pin = One("--pin", "SONG", new("Tie this song to the picture: pictures like it bring the song back.", "이 곡을 그림에 묶습니다. 비슷한 그림을 주면 그 곡이 다시 나옵니다."));
        Like = Many("--like", "SONG", new("Remember that this song fitted.", "이 곡이 잘 맞았다고 기억합니다."));
        Skip = Many("--skip", "SONG", new("Remember that this song did not fit.", "이 곡이 맞지 않았다고 기억합니다."));
        Before = One("--before", "V,A", new("How you felt before the songs of --like and --skip: valence and arousal, -1 to 1.", "--like, --skip의 곡을 듣기 전의 느낌. 정서가와 각성도, -1~1."));
        After = One("--after", "V,A", new("How you felt after them.", "듣고 난 뒤의 느낌."));
        Why = Many("--why", "SONG", new("Say why this song is missing, or why it is there.", "이 곡이 왜 빠졌는지, 또는 왜 있는지 알려 줍니다."));
        NoMemory = Flag("--no-memory", new("Leave out pins, likes and songs played lately, and do not note what is played.", "묶어 둔 그림, 좋아요, 최근에 들은 곡을 따지지 않고, 재생한 곡도 적지 않습니다."));
        Memory = Flag("--memory", new("Write all that is remembered of you as JSON, and nothing else.", "기억해 둔 것을 모두 JSON으로만 씁니다."));
        Forget = Maybe("--erase-memory", "SONG", new("Erase all that is remembered of you, or what is about this song.", "기억해 둔 것을 모두, 또는 이 곡에 대한 것만 지웁니다."));
        Models = Many("--model", "ID", new("Use this model for its task. sensorium models lists them.", "그 작업에 이 모델을 씁니다. 목록은 sensorium models로 봅니다."));
        Journey.CompletionSources.Add("follow", "iso", "compensatory", "custom");
        To.CompletionSources.Add("calm", "bright");
        Options =
        [
            Text, Count, MinFit, Diversity, Year, Genre, Length, SongLanguage, Vocal, Instrumental, Journey, To, Minutes, Out, Mpd, MusicFolder, Subsonic, Play, Postcard, Pin, Like, Skip, Before, After, Why, NoMemory, Memory, Forget, Models,
        ];
    }

    /// <summary>The inputs.</summary>
    public Argument<string[]> Inputs { get; }

    /// <summary>Words.</summary>
    public Option<string?> Text { get; }

    /// <summary>Most songs.</summary>
    public Option<string?> Count { get; }

    /// <summary>The cut-off.</summary>
    public Option<string?> MinFit { get; }

    /// <summary>Variety.</summary>
    public Option<string?> Diversity { get; }

    /// <summary>Years.</summary>
    public Option<string?> Year { get; }

    /// <summary>Genres.</summary>
    public Option<string[]> Genre { get; }

    /// <summary>Lengths.</summary>
    public Option<string?> Length { get; }

    /// <summary>Languages of songs.</summary>
    public Option<string[]> SongLanguage { get; }

    /// <summary>With a voice.</summary>
    public Option<bool> Vocal { get; }

    /// <summary>Without a voice.</summary>
    public Option<bool> Instrumental { get; }

    /// <summary>The kind of journey.</summary>
    public Option<string?> Journey { get; }

    /// <summary>Goals.</summary>
    public Option<string[]> To { get; }

    /// <summary>Length of the journey.</summary>
    public Option<string?> Minutes { get; }

    /// <summary>Playlist.</summary>
    public Option<string?> Out { get; }

    /// <summary>MPD.</summary>
    public Option<string?> Mpd { get; }

    /// <summary>MPD's music folder.</summary>
    public Option<string?> MusicFolder { get; }

    /// <summary>Subsonic server.</summary>
    public Option<string?> Subsonic { get; }

    /// <summary>Play here.</summary>
    public Option<bool> Play { get; }

    /// <summary>Video.</summary>
    public Option<string?> Postcard { get; }

    /// <summary>The song to pin.</summary>
    public Option<string?> Pin { get; }

    /// <summary>Songs liked.</summary>
    public Option<string[]> Like { get; }

    /// <summary>Songs skipped.</summary>
    public Option<string[]> Skip { get; }

    /// <summary>The mood before.</summary>
    public Option<string?> Before { get; }

    /// <summary>The mood after.</summary>
    public Option<string?> After { get; }

    /// <summary>Songs to explain.</summary>
    public Option<string[]> Why { get; }

    /// <summary>Without memory.</summary>
    public Option<bool> NoMemory { get; }

    /// <summary>Export the memory.</summary>
    public Option<bool> Memory { get; }

    /// <summary>Erase the memory.</summary>
    public Option<string?> Forget { get; }

    /// <summary>Models by id.</summary>
    public Option<string[]> Models { get; }

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options { get; }
}
