using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>Reads the values of <c>feel</c>'s options and gathers every fault instead of stopping at the first.</summary>
/// <param name="errors">The faults known so far.</param>
internal sealed class FeelValues(List<LocalizedText> errors)
{
    /// <summary>What inputs can be, by the words of the command line.</summary>
    public static IReadOnlyDictionary<string, FeelSubject> Subjects { get; } = new Dictionary<string, FeelSubject>
    {
        ["face"] = FeelSubject.Face,
        ["scene"] = FeelSubject.Scene,
        ["voice"] = FeelSubject.Voice,
        ["song"] = FeelSubject.Song,
        ["text"] = FeelSubject.Text,
    };

    /// <summary>How faces can be cut out, by the words of the command line.</summary>
    public static IReadOnlyDictionary<string, FaceCropKind> Crops { get; } = new Dictionary<string, FaceCropKind>
    {
        ["margin"] = FaceCropKind.Margin,
        ["aligned"] = FaceCropKind.Aligned,
        ["background-removed"] = FaceCropKind.BackgroundRemoved,
    };

    /// <summary>Adds a fault.</summary>
    /// <param name="english">The sentence in English.</param>
    /// <param name="korean">The sentence in Korean.</param>
    public void Add(string english, string korean) => errors.Add(new(english, korean));

    /// <summary>Throws when anything is unfit.</summary>
    /// <exception cref="InvalidCommandLineException">There is a fault.</exception>
    public void ThrowIfAny() => InvalidCommandLineException.ThrowIfAny(errors);

    /// <summary>What the inputs are.</summary>
    /// <param name="values">What came.</param>
    /// <returns>Everything for nothing.</returns>
    public FeelSubject Subject(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return FeelSubject.Everything;
        }

        if (Subjects.TryGetValue(value.ToLowerInvariant(), out FeelSubject subject))
        {
            return subject;
        }

        Add($"--as takes face, scene, voice, song or text, but \"{value}\" came.", $"--as에는 face, scene, voice, song, text를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return FeelSubject.Everything;
    }

    /// <summary>How faces are cut out.</summary>
    /// <param name="values">What came.</param>
    /// <returns>With margin for nothing.</returns>
    public FaceCropKind Crop(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return FaceCropKind.Margin;
        }

        if (Crops.TryGetValue(value.ToLowerInvariant(), out FaceCropKind kind))
        {
            return kind;
        }

        string names = string.Join(", ", Crops.Keys);
        Add($"--crop takes {names}, but \"{value}\" came.", $"--crop에는 {names}을 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return FaceCropKind.Margin;
    }

    /// <summary>Sound without a header.</summary>
    /// <param name="values">What came.</param>
    /// <returns>Its rate and channels; null for nothing.</returns>
    public RawSound? Raw(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        string[] parts = value.Split('x', 'X');
        int channels = 1;
        if (parts.Length <= 2
            && int.TryParse(parts[0], out int rate) && rate is >= RawSound.LowestRate and <= RawSound.HighestRate
            && (parts.Length == 1 || (int.TryParse(parts[1], out channels) && channels is >= 1 and <= RawSound.MostChannels)))
        {
            return new RawSound(rate, channels);
        }

        Add(
            $"--raw takes samples a second from {RawSound.LowestRate} to {RawSound.HighestRate} and the number of channels, such as 16000 or 44100x2, but \"{value}\" came.",
            $"--raw에는 16000, 44100x2처럼 {RawSound.LowestRate}에서 {RawSound.HighestRate}까지의 표본율과 채널 수를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    /// <summary>Whose helpline is named.</summary>
    /// <param name="values">What came.</param>
    /// <returns>ISO 3166 code; null for nothing.</returns>
    public string? Country(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (CountryChoice.Parse(value) is { } country)
        {
            return country;
        }

        Add(
            $"--country takes a country's two letters, such as KR or US, but \"{value}\" came.",
            $"--country에는 KR, US처럼 두 글자로 된 나라 코드를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    /// <summary>Refuses options that contradict each other or ask for faces where nobody looks for any.</summary>
    /// <param name="subject">What is felt.</param>
    /// <param name="faceOptions">The options on faces that were given.</param>
    public void CheckFaceOptions(FeelSubject subject, IReadOnlyList<string> faceOptions)
    {
        if (faceOptions.Contains("--largest") && faceOptions.Contains("--all"))
        {
            Add("--largest and --all contradict each other; give one.", "--largest와 --all은 함께 쓸 수 없습니다. 하나만 주십시오.");
        }

        string[] useless = [.. subject switch
        {
            FeelSubject.Scene or FeelSubject.Voice or FeelSubject.Song or FeelSubject.Text => faceOptions,
            FeelSubject.Face => faceOptions.Where(option => option is "--largest" or "--all"),
            _ => [],
        }];
        if (useless.Length > 0)
        {
            string word = subject.ToString().ToLowerInvariant();
            string list = string.Join(", ", useless);
            Add($"{list} has no use with --as {word}, which looks for no faces; leave one of the two out.", $"--as {word}는 얼굴을 찾지 않으므로 함께 쓸 수 없습니다: {list}. 둘 가운데 하나를 빼십시오.");
        }
    }

    /// <summary>Refuses inputs that do not go with how they are to be felt.</summary>
    /// <param name="words">The files, folders and patterns.</param>
    /// <param name="settings">How they are to be felt.</param>
    public void CheckInputs(IReadOnlyList<string> words, FeelSettings settings)
    {
        if (words.Count == 0 && settings.Words is null)
        {
            Add("feel needs an input: sensorium feel INPUT..., or sensorium feel --text WORDS", "feel에는 입력이 필요합니다: sensorium feel INPUT... 또는 sensorium feel --text 글");
        }

        if (words.Count(word => word == InputPaths.StandardInput) > 1)
        {
            Add("- stands for standard input and may be given once.", "-는 표준 입력을 뜻하므로 한 번만 쓸 수 있습니다.");
        }

        if (settings.Raw is not null && !settings.IsLive)
        {
            Add("--raw says what a microphone sends: sensorium feel - --as voice --raw 16000", "--raw는 마이크에서 오는 소리를 알려 주는 옵션입니다: sensorium feel - --as voice --raw 16000");
        }

        if (settings.Words is { } text && string.IsNullOrWhiteSpace(text))
        {
            Add("--text takes words, but none came.", "--text에는 글이 필요한데 비어 있습니다.");
        }

        if (settings.IsLines && (settings.IsTogether || settings.Words is not null || settings.Options.Subject is not (FeelSubject.Everything or FeelSubject.Text)))
        {
            Add("--lines feels each line of text files on its own; leave out --together, --text and every --as but text.", "--lines는 텍스트 파일의 줄을 하나씩 읽으므로 --together, --text, text가 아닌 --as와 함께 쓸 수 없습니다.");
        }

        if (settings.IsTogether && words.Count + (settings.Words is null ? 0 : 1) > FeelFlow.MostTogether)
        {
            Add($"At most {FeelFlow.MostTogether} inputs can be felt together, but {words.Count} came.", $"한꺼번에 합칠 수 있는 입력은 {FeelFlow.MostTogether}개까지입니다. 받은 입력은 {words.Count}개입니다.");
        }
    }

    /// <summary>Refuses files over time where there is not exactly one result, or the chart has another ending than a chart can have.</summary>
    /// <param name="settings">What was asked for.</param>
    public void CheckTimeline(FeelSettings settings)
    {
        string? option = settings.Timeline is not null ? "--timeline" : settings.Plot is not null ? "--plot" : null;
        if (option is not null && ((settings.Inputs.Count > 1 && !settings.IsTogether) || settings.IsLines))
        {
            Add($"{option} writes one file for one video or song; give one input.", $"{option}에는 동영상이나 곡 하나만 줄 수 있습니다.");
        }

        if (settings.Plot is { } plot && !plot.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && !plot.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            Add($"--plot takes a file that ends with .html or .svg, but \"{plot}\" came.", $"--plot에는 .html이나 .svg로 끝나는 파일을 쓸 수 있습니다. 받은 값은 \"{plot}\"입니다.");
        }
    }

    /// <summary>A file to write; it may be missing but must be no folder.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="values">What came.</param>
    /// <returns>The path; null for nothing.</returns>
    public string? File(string option, IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value) || Directory.Exists(value))
        {
            Add($"{option} takes a file, but \"{value}\" came, which is none.", $"{option}에는 파일을 씁니다. \"{value}\"에는 쓸 수 없습니다.");
        }

        return value;
    }
}
