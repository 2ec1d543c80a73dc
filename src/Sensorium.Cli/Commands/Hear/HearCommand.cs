using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>hear</c>: pictures become sound maps.</summary>
internal sealed class HearCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium hear samples/harbour.png", new(
            "Writes harbour.html, .json, .wav, .mp3 and .mid into the current folder.",
            "현재 폴더에 harbour.html, .json, .wav, .mp3, .mid를 씁니다.")),
        new("sensorium hear *.jpg --out maps --formats html,mp3", new(
            "Many pictures at once, pages and MP3 files only; a broken picture does not stop the others.",
            "여러 그림을 한 번에 처리하여 페이지와 MP3만 만듭니다. 깨진 그림이 있어도 나머지는 계속합니다.")),
        new("sensorium hear photo.jpg --sounds orchestra,keys --label 3=boat", new(
            "A page with two sound sets; region 3 is spoken as \"boat\".",
            "소리 세트가 두 가지인 페이지를 만들고 3번 영역을 \"boat\"라고 읽습니다.")),
        new("sensorium hear photo.jpg --json --formats none", new(
            "Prints the map as JSON and writes no file.",
            "파일 없이 소리 지도를 JSON으로 출력합니다.")),
    ];

    private readonly HearFlow _flow;
    private readonly HearArguments _arguments;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="flow">What does the work.</param>
    public HearCommand(Language language, HearFlow flow)
        : base("hear", Summary, Samples, language)
    {
        _flow = flow;
        _arguments = new HearArguments(language);
        Add(_arguments.Pictures);
        foreach (Option option in _arguments.Options)
        {
            Add(option);
        }
    }

    private static LocalizedText Summary => new(
        "A picture becomes a sound map: a page to explore by ear, a piece of music, and data.",
        "그림을 소리 지도로 바꿉니다. 귀로 탐색하는 페이지, 음악, 데이터가 만들어집니다.");

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        HearSettings settings = HearSettings.Read(parsed, _arguments, errors, shell.Language);
        HearBatch batch = new(_flow, settings, shell);
        return await batch.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
