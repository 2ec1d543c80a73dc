using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>match</c>: songs of the user's library that fit anything.</summary>
internal sealed class MatchCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium match photo.jpg", new("Songs that feel like the photo, each with its reason.", "사진과 느낌이 같은 곡을 이유와 함께 보여 줍니다.")),
        new("sensorium match --text \"rainy night drive\" --min-fit 0.6", new("Songs for words, and none that fit less than 60 %.", "글에 맞는 곡을 찾고, 60 %보다 덜 맞는 곡은 뺍니다.")),
        new("sensorium match --text \"quiet winter morning\" --instrumental", new("Words, in English or Korean; no voices.", "한국어로 찾고 노래 없는 곡만 고릅니다.")),
        new("sensorium match photo.jpg --out evening.m3u8 --play", new("Writes a playlist and plays it.", "재생목록을 쓰고 재생합니다.")),
        new("sensorium match photo.jpg --postcard card.mp4", new("The photo with the best minute of the best song, for sharing.", "사진에 가장 맞는 곡의 1분을 붙여 나눌 동영상을 만듭니다.")),
        new("sensorium match song.mp3 --count 10", new("Ten songs more like this one.", "이 곡과 비슷한 열 곡을 고릅니다.")),
        new("sensorium match selfie.jpg voice.ogg --to calm --minutes 24", new("24 minutes from where you are to calm.", "지금의 느낌에서 차분함까지 24분 동안 갑니다.")),
        new("sensorium match beach.jpg --pin \"Summer song\"", new("This beach, that song: pictures like it bring it back.", "이 바닷가에 그 노래를 묶습니다. 비슷한 사진에 다시 나옵니다.")),
        new("sensorium match photo.jpg --why \"Some title\"", new("Says why a song is missing.", "어떤 곡이 왜 빠졌는지 알려 줍니다.")),
        new("sensorium match photo.jpg --like 12 --skip 31", new("Remembers what fitted and what did not, on this machine only.", "맞은 곡과 맞지 않은 곡을 이 컴퓨터에만 기억합니다.")),
    ];

    private readonly MatchArguments _arguments;
    private readonly Func<Shell, ICatalogue> _open;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="open">Opens the library.</param>
    public MatchCommand(Language language, Func<Shell, ICatalogue> open)
        : base(
            "match",
            new("Songs of your own library that fit a picture, a voice, a video, words or a song, with reasons.", "내 라이브러리에서 그림, 목소리, 동영상, 글, 노래에 맞는 곡을 이유와 함께 찾습니다."),
            Samples,
            language)
    {
        _open = open;
        _arguments = new MatchArguments(language);
        Add(_arguments.Inputs);
        foreach (Option option in _arguments.Options)
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        MatchSettings settings = MatchSettings.Read(parsed, _arguments, errors);
        using ICatalogue catalogue = _open(shell);
        if (settings.IsExport)
        {
            shell.WriteJson(new MatchMemory(catalogue).Write);
            return ExitCode.Done;
        }

        if (settings.IsErase)
        {
            Erase(catalogue, settings.EraseSong, shell);
            return ExitCode.Done;
        }

        using FeelModels models = FeelModels.Installed(settings.Models);
        MatchFlow flow = new(new FeelFlow(models), catalogue);
        MatchResult result = await flow.RunAsync(await InputsAsync(settings, cancellationToken).ConfigureAwait(false), settings.Request, cancellationToken).ConfigureAwait(false);
        Show(result, settings, shell);
        PlayNotes plays = new(settings.Request.Remembers ? new MatchMemory(catalogue) : null, result.Wish.Affect);
        await new MatchDelivery(settings.Targets, plays, shell).DeliverAsync(result, settings.Inputs, catalogue, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static void Show(MatchResult result, MatchSettings settings, Shell shell)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(json => MatchJson.Write(json, result, settings.Request.Options, shell.Language));
        }
        else if (shell.IsTalking && shell.IsPlain)
        {
            MatchSentences.Write(result, settings.Request.Options, shell);
        }
        else if (shell.IsTalking)
        {
            MatchSummary.Write(result, settings.Request.Options, shell.CreateConsole(), shell.Language);
        }
    }

    private static void Erase(ICatalogue catalogue, string? song, Shell shell)
    {
        int count = new MatchMemory(catalogue).Erase(song is null ? null : new SongFinder([.. catalogue.LoadSongs()]).Find(song).Id);
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("erased", count);
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"Erased: {count} {(count == 1 ? "entry" : "entries")}.", $"{count}건을 지웠습니다."));
        }
    }

    private static async Task<IReadOnlyList<FeelInput>> InputsAsync(MatchSettings settings, CancellationToken cancellationToken)
    {
        List<FeelInput> inputs = [];
        foreach (string input in settings.Inputs)
        {
            inputs.Add(input == InputPaths.StandardInput
                ? FeelInput.OfMemory(await Terminal.ReadInputAsync(new SoundLimits().MostBytes, cancellationToken).ConfigureAwait(false), input)
                : FeelInput.OfFile(input));
        }

        return settings.Words is { } words ? [.. inputs, FeelInput.OfWords(words)] : inputs;
    }
}
