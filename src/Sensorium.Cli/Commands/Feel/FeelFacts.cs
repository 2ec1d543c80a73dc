using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>What all forms of <c>feel</c>'s answer tell, in words.</summary>
internal static class FeelFacts
{
    /// <summary>What an input is called: its file name, or what standard input and words are called.</summary>
    /// <param name="input">The input as it was given.</param>
    /// <returns>A name without folders.</returns>
    public static LocalizedText NameOf(string input) => input switch
    {
        InputPaths.StandardInput => new("standard input", "표준 입력"),
        FeelInput.WordsName => new("words", "글"),
        _ => new(Path.GetFileName(input), Path.GetFileName(input)),
    };

    /// <summary>What a result's input is called.</summary>
    /// <param name="result">The result.</param>
    /// <returns>A name without folders; of several felt together, all their names.</returns>
    public static LocalizedText NameOf(FeelResult result)
    {
        LocalizedText[] names = [.. result.Inputs.Select(NameOf)];
        return names.Length == 0 ? NameOf(result.Input) : new(string.Join(" + ", names.Select(name => name.English)), string.Join(" + ", names.Select(name => name.Korean)));
    }

    /// <summary>Size and length of an input.</summary>
    /// <param name="result">The result.</param>
    /// <returns>E.g. <c>640 × 360, 0:12, 1.2 MB</c>.</returns>
    public static string SizeOf(FeelResult result) => string.Join(", ", new[]
    {
        result.Width > 0 ? $"{result.Width} × {result.Height}" : null,
        result.Length is { } length ? Clock.Of(length) : null,
        Figures.Size(result.Bytes),
    }.OfType<string>());

    /// <summary>The source and what it says in one phrase.</summary>
    /// <param name="part">The source.</param>
    /// <returns>E.g. <c>joy 81 %, valence +0.62 ± 0.30, arousal +0.20 ± 0.31</c>.</returns>
    public static LocalizedText Says(PerceptPart part)
    {
        Percept percept = part.Percept;
        string share = Figures.WholePercent(percept.Emotions[percept.Emotions.Core]);
        string valence = Figures.Number(percept.Affect.Valence), arousal = Figures.Number(percept.Affect.Arousal);
        LocalizedText core = EmotionWords.Noun(percept.Emotions.Core);
        return new($"{core.English} {share}, valence {valence}, arousal {arousal}", $"{core.Korean} {share}, 정서가 {valence}, 각성도 {arousal}");
    }

    /// <summary>The sources of a result with their weights; a single one weighs 1.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The sources, the weightiest first.</returns>
    public static IReadOnlyList<PerceptPart> SourcesOf(FeelResult result) =>
        result.Percept.Source == PerceptFusion.Source ? result.Percept.Parts : [new PerceptPart(1, result.Percept)];

    /// <summary>What an input was felt from, in a word or two: its faces, or its weightiest source.</summary>
    /// <param name="result">The result.</param>
    /// <returns>E.g. <c>2 faces</c>, <c>song</c>.</returns>
    public static LocalizedText FeltFrom(FeelResult result)
    {
        int faces = result.Faces.Count;
        return faces > 0 ? new($"{faces} {(faces == 1 ? "face" : "faces")}", $"얼굴 {faces}") : SourceNames.Of(SourcesOf(result)[0].Percept.Source);
    }

    /// <summary>What each source saw, without what a weightier one has said already.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The sources with their evidence, the weightiest first.</returns>
    public static IReadOnlyList<(PerceptPart Part, IReadOnlyList<LocalizedText> Evidence)> EvidenceOf(FeelResult result)
    {
        HashSet<LocalizedText> said = [];
        return [.. SourcesOf(result).Select(part => (part, (IReadOnlyList<LocalizedText>)[.. part.Percept.Evidence.Where(said.Add)]))];
    }

    /// <summary>What the fusion itself has to say, besides its sources.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Evidence that no source gave, such as a contradiction.</returns>
    public static IEnumerable<LocalizedText> OwnEvidence(FeelResult result) =>
        result.Percept.Source == PerceptFusion.Source ? result.Percept.Evidence.Except(result.Percept.Parts.SelectMany(part => part.Percept.Evidence)) : [];

    /// <summary>Where in the picture a face is, by thirds.</summary>
    /// <param name="box">The face's box.</param>
    /// <param name="result">The picture's size.</param>
    /// <returns>E.g. <c>upper left</c>.</returns>
    public static LocalizedText PlaceOf(FaceBox box, FeelResult result)
    {
        int column = Third(box.X + (box.Width / 2), result.Width), row = Third(box.Y + (box.Height / 2), result.Height);
        return (row, column) switch
        {
            (0, 0) => new("upper left", "왼쪽 위"),
            (0, 1) => new("top", "위"),
            (0, 2) => new("upper right", "오른쪽 위"),
            (1, 0) => new("left", "왼쪽"),
            (1, 1) => new("middle", "가운데"),
            (1, 2) => new("right", "오른쪽"),
            (2, 0) => new("lower left", "왼쪽 아래"),
            (2, 1) => new("bottom", "아래"),
            _ => new("lower right", "오른쪽 아래"),
        };
    }

    /// <summary>The size of a face.</summary>
    /// <param name="box">Its box.</param>
    /// <returns>E.g. <c>120 × 150</c>, in pixels.</returns>
    public static string SizeOf(FaceBox box) => $"{box.Width:0} × {box.Height:0}";

    /// <summary>What a face expresses.</summary>
    /// <param name="percept">The face's percept.</param>
    /// <returns>E.g. <c>joy 81 %</c>, and <c>unsure</c> where it is.</returns>
    public static LocalizedText Expression(Percept percept)
    {
        string share = Figures.WholePercent(percept.Emotions[percept.Emotions.Core]);
        LocalizedText core = EmotionWords.Noun(percept.Emotions.Core);
        return percept.IsUnsure ? new($"{core.English} {share}, unsure", $"{core.Korean} {share}, 확실하지 않음") : new($"{core.English} {share}", $"{core.Korean} {share}");
    }

    /// <summary>Age and gender as a model guessed them.</summary>
    /// <param name="attributes">The guess.</param>
    /// <returns>E.g. <c>about 34 years, female 91 % (guessed)</c>.</returns>
    public static LocalizedText Guess(FaceAttributes attributes)
    {
        List<string> english = [], korean = [];
        if (attributes.Age is double age)
        {
            english.Add($"about {age:0} years");
            korean.Add($"{age:0}세 안팎");
        }

        if (attributes.Gender is { } gender)
        {
            english.Add($"{gender.English} {Figures.WholePercent(attributes.GenderShare)}");
            korean.Add($"{gender.Korean} {Figures.WholePercent(attributes.GenderShare)}");
        }

        return new($"{string.Join(", ", english)} (guessed)", $"{string.Join(", ", korean)}(추정)");
    }

    private static int Third(double at, int length) => Math.Clamp((int)(3 * at / length), 0, 2);
}
