using System.CommandLine;
using Sensorium.Expression;

namespace Sensorium.Cli;

/// <summary>What <c>compose</c> takes on the command line. All values are read as text, so that every fault can be told at once.</summary>
internal sealed class ComposeArguments : CommandArguments
{
    /// <summary>Creates the argument and the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public ComposeArguments(Language language)
        : base(language)
    {
        Inputs = new Argument<string[]>("INPUT")
        {
            Description = new LocalizedText(
                "Where the listener is: a photo, a face, a voice, a video or a text, as feel takes them; several are felt as one moment.",
                "듣는 사람이 있는 곳: feel이 읽는 사진, 얼굴, 목소리, 동영상, 글. 여럿이면 한 순간으로 봅니다.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Text = One("--text", "WORDS", new("Words to start from, alone or with the files beside them.", "시작이 될 글. 파일과 함께 줄 수도 있습니다."));
        From = One("--from", "V,A", new("Start from this place instead of an input: valence and arousal, -1 to 1.", "입력 대신 이 자리에서 시작합니다. 정서가와 각성도, -1~1."));
        Goal = One("--goal", "calm|bright|awake|steady|V,A", new("Where to lead. Default: what is suggested for the input; steady, to stay, for a place.", "어디로 이끌지. 기본값은 입력에 맞춘 제안이며, 자리를 주면 그대로 머무는 steady입니다."));
        Arc = One("--arc", "iso|compensatory|hold", new("How to get there: iso starts where the listener is, compensatory is there at once. Default: iso.", "가는 방법. iso는 듣는 사람의 자리에서 시작하고, compensatory는 처음부터 목표에 있습니다. 기본값은 iso입니다."));
        Path = One("--path", "S:V,A;...", new("A path of your own in place of goal and arc: seconds, valence, arousal.", "목표와 방법 대신 직접 주는 경로: 초, 정서가, 각성도."));
        Style = One("--style", "NAME", new($"Who plays: {string.Join(", ", CompositionStyles.All.Select(style => style.Id))}. Default: what is suggested for the input, or piano.", $"연주 양식: {string.Join(", ", CompositionStyles.All.Select(style => $"{style.Id}({style.Name.Korean})"))}. 기본값은 입력에 맞춘 제안 또는 piano입니다."));
        Seconds = One("--seconds", "N", new("Length, 10 to 3600. Default: 120.", "길이(초), 10~3600. 기본값은 120입니다."));
        Minutes = One("--minutes", "N", new("Length in minutes, up to 60.", "길이(분), 60까지."));
        Seed = One("--seed", "N", new("The same input and seed give the same bytes. Default: 1.", "입력과 씨앗이 같으면 결과도 바이트까지 같습니다. 기본값은 1입니다."));
        Candidates = One("--candidates", "N", new($"Pieces to make, the best first, 1 to {ComposeOptions.MostCandidates}. Default: 2.", $"만들 곡의 수, 1~{ComposeOptions.MostCandidates}. 나은 것이 먼저입니다. 기본값은 2입니다."));
        Warmth = One("--warmth", "W", new("Warm (1) or cool (-1) instruments. Default: as the input feels.", "따뜻한(1) 또는 차가운(-1) 악기. 기본값은 입력의 느낌을 따릅니다."));
        Formats = Many("--formats", "LIST", new($"Files to write, out of {string.Join(", ", ComposeOptions.AllFormats)}; or none. Default: html,mid,json,mp3.", $"만들 파일: {string.Join(", ", ComposeOptions.AllFormats)} 가운데에서 고르거나 none. 기본값은 html,mid,json,mp3입니다."));
        Stems = Flag("--stems", new("Write each part as a WAV file of its own too.", "파트마다 WAV 파일도 씁니다."));
        Generator = One(
            "--generator",
            string.Join('|', MusicGenerators.Ids),
            new(
                "Who makes the piece: the built-in composer (default, offline), a service of yours at SENSORIUM_MUSIC_URL, or a model pack. Outside ones give one piece of sound, no MIDI, and are told one sentence about mood and style, never your input. Where one fails, the built-in composer steps in.",
                "누가 만들지: 내장 작곡기(기본값, 오프라인), SENSORIUM_MUSIC_URL의 서비스, 모델 팩. 외부 생성기는 MIDI 없이 소리 한 곡만 내며, 기분과 양식을 담은 한 문장만 받고 입력은 받지 않습니다. 실패하면 내장 작곡기가 대신합니다."));
        Ask = Flag("--ask", new("Ask how you feel before and after, and keep the answers beside the piece.", "듣기 전과 후의 기분을 묻고 답을 곡 옆에 남깁니다."));
        SoundFont = One("--soundfont", "FILE", new("The SoundFont (.sf2, .sf3) that plays. Default: the installed FluidR3 GM.", "연주할 사운드폰트(.sf2, .sf3). 기본값은 설치된 FluidR3 GM입니다."));
        Out = One("--out", "DIR", new("Folder for the files, made when missing. Default: the current one.", "파일을 쓸 폴더. 없으면 만듭니다. 기본값은 현재 폴더입니다."), "-o");
        Goal.CompletionSources.Add([.. ComposeGoal.Named.Select(goal => goal.Id)]);
        Arc.CompletionSources.Add("iso", "compensatory", "hold");
        Style.CompletionSources.Add([.. CompositionStyles.All.Select(style => style.Id)]);
        Generator.CompletionSources.Add([.. MusicGenerators.Ids]);
        Formats.CompletionSources.Add([.. ComposeOptions.AllFormats, "none"]);
        Options = [Text, From, Goal, Arc, Path, Style, Seconds, Minutes, Seed, Candidates, Warmth, Formats, Stems, Ask, Generator, SoundFont, Out];
    }

    /// <summary>The inputs.</summary>
    public Argument<string[]> Inputs { get; }

    /// <summary>Words.</summary>
    public Option<string?> Text { get; }

    /// <summary>A place to start from.</summary>
    public Option<string?> From { get; }

    /// <summary>Where to lead.</summary>
    public Option<string?> Goal { get; }

    /// <summary>How to get there.</summary>
    public Option<string?> Arc { get; }

    /// <summary>A path of one's own.</summary>
    public Option<string?> Path { get; }

    /// <summary>Who plays.</summary>
    public Option<string?> Style { get; }

    /// <summary>Length in seconds.</summary>
    public Option<string?> Seconds { get; }

    /// <summary>Length in minutes.</summary>
    public Option<string?> Minutes { get; }

    /// <summary>Seed.</summary>
    public Option<string?> Seed { get; }

    /// <summary>How many pieces.</summary>
    public Option<string?> Candidates { get; }

    /// <summary>Warm or cool instruments.</summary>
    public Option<string?> Warmth { get; }

    /// <summary>Kinds of files, in one or more lists.</summary>
    public Option<string[]> Formats { get; }

    /// <summary>Whether parts are written apart.</summary>
    public Option<bool> Stems { get; }

    /// <summary>Who makes the piece.</summary>
    public Option<string?> Generator { get; }

    /// <summary>Whether the listener is asked how they feel.</summary>
    public Option<bool> Ask { get; }

    /// <summary>SoundFont file.</summary>
    public Option<string?> SoundFont { get; }

    /// <summary>Folder for the files.</summary>
    public Option<string?> Out { get; }

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options { get; }
}
