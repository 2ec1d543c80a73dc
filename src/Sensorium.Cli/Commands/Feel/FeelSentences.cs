using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>The answer of <c>feel</c> for screen readers: one sentence a line, no tables, no charts.</summary>
internal static class FeelSentences
{
    /// <summary>Writes all that was felt in one input.</summary>
    /// <param name="result">What was felt.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(FeelResult result, Shell shell)
    {
        LocalizedText name = FeelFacts.NameOf(result), words = FeelingWords.Of(result.Percept), size = Size(result);
        shell.WriteLine(new LocalizedText(
            $"{name.English}, {size.English}, feels like this: {words.English}.",
            $"{name.Korean}, {size.Korean}의 느낌은 {words.Korean}."));
        WritePlace(result.Percept.Affect, shell);
        string[] english = [.. Shares(result.Percept.Emotions, Language.English)], korean = [.. Shares(result.Percept.Emotions, Language.Korean)];
        shell.WriteLine(new LocalizedText($"The emotions: {string.Join(", ", english)}.", $"감정의 몫은 {string.Join(", ", korean)}입니다."));
        foreach (LocalizedText own in FeelFacts.OwnEvidence(result))
        {
            shell.WriteLine(new LocalizedText($"There is {own.English}.", $"{own.Korean}."));
        }

        foreach ((PerceptPart part, IReadOnlyList<LocalizedText> evidence) in FeelFacts.EvidenceOf(result))
        {
            WriteSource(part, evidence, shell);
        }

        for (int i = 0; i < result.Faces.Count && result.Width > 0; i++)
        {
            WriteFace(result, i, shell);
        }

        FeelSections.WriteSentences(result, shell);

        foreach (LocalizedText note in result.Notes)
        {
            shell.WriteLine(new LocalizedText($"Note: {note.English}.", $"알아 둘 점: {note.Korean}."));
        }

        if (result.Care is { } care)
        {
            shell.WriteLine(care);
        }
    }

    /// <summary>Writes one sentence on one input of many.</summary>
    /// <param name="result">What was felt.</param>
    /// <param name="shell">Where to write.</param>
    public static void WriteShort(FeelResult result, Shell shell)
    {
        LocalizedText words = FeelingWords.Of(result.Percept);
        LocalizedText from = FeelFacts.FeltFrom(result);
        shell.WriteLine(new LocalizedText($"{result.Input}: {words.English}, from {from.English}.", $"{result.Input}: {words.Korean}, 근거는 {from.Korean}."));
    }

    private static LocalizedText Size(FeelResult result)
    {
        string bytes = Figures.Size(result.Bytes);
        string length = result.Length is { } time ? Clock.Of(time) : string.Empty;
        (string english, string korean) = result.Width > 0 ? ($"{result.Width} by {result.Height} pixels, ", $"가로 {result.Width} 세로 {result.Height} 픽셀, ") : (string.Empty, string.Empty);
        return length.Length > 0
            ? new($"{english}{length} long, {bytes}", $"{korean}길이 {length}, {bytes}")
            : new($"{english}{bytes}", $"{korean}{bytes}");
    }

    private static IEnumerable<string> Shares(EmotionScores emotions, Language language) =>
        Enum.GetValues<Emotion>().Select(emotion => $"{EmotionWords.Noun(emotion).In(language)} {Figures.WholePercent(emotions[emotion])}");

    private static void WritePlace(Affect affect, Shell shell)
    {
        string valence = Figures.Number(affect.Valence.Mean), arousal = Figures.Number(affect.Arousal.Mean);
        string valenceSd = $"{affect.Valence.Sd:0.00}", arousalSd = $"{affect.Arousal.Sd:0.00}";
        shell.WriteLine(new LocalizedText(
            $"Valence is {valence}, give or take {valenceSd}, and arousal is {arousal}, give or take {arousalSd}, on scales from -1 to 1.",
            $"-1에서 1까지로 유쾌함은 {valence}(표준편차 {valenceSd}), 들뜬 정도는 {arousal}(표준편차 {arousalSd})입니다."));
        if (affect.Warmth is double warmth)
        {
            LocalizedText words = FeelingWords.OfWarmth(warmth);
            shell.WriteLine(new LocalizedText(
                $"Warmth is {Figures.Number(warmth)}, {words.English}.",
                $"온기는 {Figures.Number(warmth)}, {words.Korean}."));
        }
    }

    private static void WriteSource(PerceptPart part, IReadOnlyList<LocalizedText> seen, Shell shell)
    {
        LocalizedText source = SourceNames.Of(part.Percept.Source), says = FeelFacts.Says(part);
        string weight = Figures.WholePercent(part.Weight);
        shell.WriteLine(new LocalizedText(
            $"Of this, {weight} comes from the {source.English}: {says.English}.",
            $"{source.Korean}의 비중은 {weight}: {says.Korean}."));
        foreach (LocalizedText evidence in seen)
        {
            shell.WriteLine(new LocalizedText($"{Perceived(part.Percept.Source)}: {evidence.English}.", $"근거: {evidence.Korean}."));
        }
    }

    private static string Perceived(string source) => source switch { "voice" or "song" => "What was heard", "text" => "What was read", _ => "What was seen" };

    private static void WriteFace(FeelResult result, int index, Shell shell)
    {
        FacePercept face = result.Faces[index];
        FaceBox box = face.Face.Box;
        LocalizedText place = FeelFacts.PlaceOf(box, result), expression = FeelFacts.Expression(face.Percept);
        LocalizedText guess = face.Attributes is { } attributes ? FeelFacts.Guess(attributes) : default;
        shell.WriteLine(new LocalizedText(
            $"Face {index + 1}, {place.English}, {box.Width:0} by {box.Height:0} pixels: {expression.English}{(guess == default ? string.Empty : $"; {guess.English}")}.",
            $"{index + 1}번 얼굴, {place.Korean}, 가로 {box.Width:0} 세로 {box.Height:0} 픽셀: {expression.Korean}{(guess == default ? string.Empty : $", {guess.Korean}")}."));
    }
}
