using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>Reads the values of <c>feel</c>'s options and gathers every fault instead of stopping at the first.</summary>
/// <param name="errors">The faults known so far.</param>
internal sealed class FeelValues(List<LocalizedText> errors)
{
    // Kinds of input that the project has announced and not made yet.
    private static readonly string[] Announced = ["voice", "song", "text"];

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

        switch (value.ToLowerInvariant())
        {
            case "face":
                return FeelSubject.Face;
            case "scene":
                return FeelSubject.Scene;
            case string word when Announced.Contains(word):
                Add($"--as {word} is not there yet; --as takes face or scene.", $"--as {word}: 아직 없습니다. --as에는 face나 scene을 쓸 수 있습니다.");
                return FeelSubject.Everything;
            default:
                Add($"--as takes face or scene, but \"{value}\" came.", $"--as에는 face나 scene을 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
                return FeelSubject.Everything;
        }
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
            FeelSubject.Scene => faceOptions,
            FeelSubject.Face => faceOptions.Where(option => option is "--largest" or "--all"),
            _ => [],
        }];
        if (useless.Length > 0)
        {
            string word = subject == FeelSubject.Scene ? "scene" : "face";
            string list = string.Join(", ", useless);
            Add($"{list} has no use with --as {word}, which looks for no faces; leave one of the two out.", $"--as {word}는 얼굴을 찾지 않으므로 함께 쓸 수 없습니다: {list}. 둘 가운데 하나를 빼십시오.");
        }
    }

    /// <summary>The file for the results; it may be missing but must be no folder.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The path; null for nothing.</returns>
    public string? File(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value) || Directory.Exists(value))
        {
            Add($"--out takes a file, but \"{value}\" came, which is none.", $"--out에는 파일을 씁니다. \"{value}\"에는 쓸 수 없습니다.");
        }

        return value;
    }
}
