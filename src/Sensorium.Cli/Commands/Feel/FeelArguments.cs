using System.CommandLine;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>What <c>feel</c> takes on the command line. All values are read as text, so that every fault can be told at once.</summary>
internal sealed class FeelArguments : CommandArguments
{
    /// <summary>Creates the argument and the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public FeelArguments(Language language)
        : base(language)
    {
        Inputs = new Argument<string[]>("INPUT")
        {
            Description = new LocalizedText(
                "Pictures, voices, songs, videos and texts (UTF-8), folders of them, patterns such as *.jpg, or - for standard input. The content decides what a file is.",
                "그림, 목소리, 노래, 동영상, 텍스트(UTF-8), 이들이 든 폴더, *.jpg 같은 패턴, 또는 표준 입력을 뜻하는 -. 파일의 종류는 내용으로 알아봅니다.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        As = One("--as", "face|scene|voice|song|text", new(
            "What the input is: one face that fills the picture, a scene without faces, a voice alone, a song, or text. Default: all that the input has; a sound is a song where more of it is music and singing than speech.",
            "입력의 종류. face는 그림 전체가 얼굴 하나, scene은 얼굴을 찾지 않는 장면, voice는 목소리만, song은 음악, text는 글입니다. 기본값은 입력에 있는 것을 모두 보며, 소리는 음악과 노래가 말보다 길면 곡으로 봅니다."));
        Text = One("--text", "WORDS", new(
            "Feel these words: alone, or together with the files beside them, as what is said in them.",
            "이 글의 느낌을 봅니다. 파일과 함께 주면 거기서 한 말로 보고 하나로 합칩니다."));
        Together = Flag("--together", new("Feel all inputs as one moment: one result, with the weight of each source.", "모든 입력을 한 순간으로 봅니다. 결과는 하나이며 근거마다 비중이 나옵니다."));
        Lines = Flag("--lines", new("Each line of a text file is an input.", "텍스트 파일의 줄마다 입력 하나로 봅니다."));
        Raw = One("--raw", "RATE[x2]", new(
            "Standard input is sound without a header: 16-bit whole numbers at this rate, of one channel or, with x2, of two.",
            "표준 입력이 머리말 없는 소리임을 뜻합니다. 이 표본율의 16비트 정수이며 채널은 하나, x2를 붙이면 둘입니다."));
        Calibrate = Many("--calibrate", "PATH", new(
            "Other recordings of the same speaker, in any mood: a sound, a folder or a pattern; may be given several times. Voices are measured against theirs; five or more help.",
            "같은 사람의 다른 녹음. 기분은 상관없습니다. 소리 파일, 폴더, 패턴을 줄 수 있고 여러 번 줄 수 있습니다. 목소리를 이것과 견주어 읽으며, 다섯 개부터 도움이 됩니다."));
        Timeline = One("--timeline", "FILE.csv", new("Write what a video or a song feels like over time as a table.", "동영상이나 곡의 시간에 따른 느낌을 표로 씁니다."));
        Plot = One("--plot", "FILE.html|svg", new("Draw what a video or a song feels like over time.", "동영상이나 곡의 시간에 따른 느낌을 그립니다."));
        Largest = Flag("--largest", new("Read the largest face alone.", "가장 큰 얼굴 하나만 읽습니다."));
        All = Flag("--all", new("Read every face, each and the group. The default.", "모든 얼굴을 하나씩, 그리고 함께 읽습니다. 기본값입니다."));
        Crop = One("--crop", "margin|aligned|background-removed", new("How faces are cut out before they are read. Default: margin.", "얼굴을 읽기 전에 잘라 내는 방식. 기본값은 margin입니다."));
        Attributes = Flag("--attributes", new(
            "Guess age and gender too; needs an installed model for it, and is never done otherwise.",
            "나이와 성별도 추정합니다. 그 모델을 설치했을 때만 되며, 이 옵션 없이는 추정하지 않습니다."));
        Country = One("--country", "KR|US|...", new(
            "Name this country's helpline where words speak of harming oneself. Default: the country of your system.",
            "자신을 해치려는 말이 있을 때 알려 줄 상담전화의 나라. 기본값은 시스템에 설정된 나라입니다."));
        Models = Many("--model", "ID", new("Use this model for its task; may be given for each task. sensorium models lists them.", "그 작업에 이 모델을 씁니다. 작업마다 하나씩 줄 수 있습니다. 목록은 sensorium models로 봅니다."));
        Recursive = Flag("--recursive", new("Look in the folders inside of folders too.", "폴더 안의 폴더까지 찾습니다."), "-r");
        Out = One("--out", "FILE.jsonl", new("Write the results as JSON into a file too, one line for each input.", "결과를 JSON으로 파일에도 씁니다. 입력마다 한 줄입니다."), "-o");

        As.CompletionSources.Add([.. FeelValues.Subjects.Keys]);
        Crop.CompletionSources.Add([.. FeelValues.Crops.Keys]);
        Country.CompletionSources.Add([.. Helplines.All.Select(line => line.Country)]);
        Options = [As, Text, Together, Lines, Largest, All, Crop, Attributes, Raw, Calibrate, Timeline, Plot, Country, Models, Recursive, Out];
    }

    /// <summary>The inputs.</summary>
    public Argument<string[]> Inputs { get; }

    /// <summary>What the inputs are.</summary>
    public Option<string?> As { get; }

    /// <summary>Words.</summary>
    public Option<string?> Text { get; }

    /// <summary>All inputs as one.</summary>
    public Option<bool> Together { get; }

    /// <summary>Each line on its own.</summary>
    public Option<bool> Lines { get; }

    /// <summary>Sound without a header.</summary>
    public Option<string?> Raw { get; }

    /// <summary>Other recordings of the speaker.</summary>
    public Option<string[]> Calibrate { get; }

    /// <summary>File for the timeline.</summary>
    public Option<string?> Timeline { get; }

    /// <summary>File for the chart.</summary>
    public Option<string?> Plot { get; }

    /// <summary>The largest face alone.</summary>
    public Option<bool> Largest { get; }

    /// <summary>Every face.</summary>
    public Option<bool> All { get; }

    /// <summary>How faces are cut out.</summary>
    public Option<string?> Crop { get; }

    /// <summary>Age and gender.</summary>
    public Option<bool> Attributes { get; }

    /// <summary>Whose helpline is named.</summary>
    public Option<string?> Country { get; }

    /// <summary>Models by id.</summary>
    public Option<string[]> Models { get; }

    /// <summary>Folders inside of folders.</summary>
    public Option<bool> Recursive { get; }

    /// <summary>File for the results.</summary>
    public Option<string?> Out { get; }

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options { get; }
}
