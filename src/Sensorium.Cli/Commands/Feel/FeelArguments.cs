using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>What <c>feel</c> takes on the command line. All values are read as text, so that every fault can be told at once.</summary>
internal sealed class FeelArguments
{
    private readonly Language _language;

    /// <summary>Creates the argument and the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public FeelArguments(Language language)
    {
        _language = language;
        Inputs = new Argument<string[]>("INPUT")
        {
            Description = new LocalizedText(
                "Pictures (JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC, AVIF), folders of them, patterns such as *.jpg, or - for a picture from standard input.",
                "그림(JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC, AVIF), 그림이 든 폴더, *.jpg 같은 패턴, 또는 표준 입력의 그림을 뜻하는 -.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        As = One(["--as"], "face|scene", new(
            "What the input is: one face that fills the picture, or a scene without faces. Default: faces are looked for, and the scene counts too.",
            "입력의 종류. face는 그림 전체가 얼굴 하나, scene은 얼굴을 찾지 않는 장면입니다. 기본값은 얼굴을 찾고 장면도 함께 봅니다."));
        Largest = Flag("--largest", new("Read the largest face alone.", "가장 큰 얼굴 하나만 읽습니다."));
        All = Flag("--all", new("Read every face, each and the group. The default.", "모든 얼굴을 하나씩, 그리고 함께 읽습니다. 기본값입니다."));
        Crop = One(["--crop"], "margin|aligned|background-removed", new("How faces are cut out before they are read. Default: margin.", "얼굴을 읽기 전에 잘라 내는 방식. 기본값은 margin입니다."));
        Attributes = Flag("--attributes", new(
            "Guess age and gender too; needs an installed model for it, and is never done otherwise.",
            "나이와 성별도 추정합니다. 그 모델을 설치했을 때만 되며, 이 옵션 없이는 추정하지 않습니다."));
        Models = new Option<string[]>("--model")
        {
            HelpName = "ID",
            Description = new LocalizedText("Use this model for its task; may be given for each task. sensorium models lists them.", "그 작업에 이 모델을 씁니다. 작업마다 하나씩 줄 수 있습니다. 목록은 sensorium models로 봅니다.").In(language),
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        Recursive = Flag("--recursive", new("Look in the folders inside of folders too.", "폴더 안의 폴더까지 찾습니다."), "-r");
        Out = One(["--out", "-o"], "FILE.jsonl", new("Write the results as JSON into a file too, one line for each input.", "결과를 JSON으로 파일에도 씁니다. 입력마다 한 줄입니다."));

        As.CompletionSources.Add("face", "scene");
        Crop.CompletionSources.Add([.. FeelValues.Crops.Keys]);
        Options = [As, Largest, All, Crop, Attributes, Models, Recursive, Out];
    }

    /// <summary>The inputs.</summary>
    public Argument<string[]> Inputs { get; }

    /// <summary>What the inputs are.</summary>
    public Option<string?> As { get; }

    /// <summary>The largest face alone.</summary>
    public Option<bool> Largest { get; }

    /// <summary>Every face.</summary>
    public Option<bool> All { get; }

    /// <summary>How faces are cut out.</summary>
    public Option<string?> Crop { get; }

    /// <summary>Age and gender.</summary>
    public Option<bool> Attributes { get; }

    /// <summary>Models by id.</summary>
    public Option<string[]> Models { get; }

    /// <summary>Folders inside of folders.</summary>
    public Option<bool> Recursive { get; }

    /// <summary>File for the results.</summary>
    public Option<string?> Out { get; }

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options { get; }

    private Option<string?> One(string[] names, string value, LocalizedText description) => new(names[0], names[1..])
    {
        HelpName = value,
        Description = description.In(_language),
        Arity = ArgumentArity.ExactlyOne,
    };

    private Option<bool> Flag(string name, LocalizedText description, params string[] aliases) => new(name, aliases)
    {
        Description = description.In(_language),
        Arity = ArgumentArity.Zero,
    };
}
